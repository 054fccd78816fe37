namespace DataSharing.Domain.Kernel;

/// <summary>Roles in the words that people use for them.</summary>
public static class RoleNames
{
    public static string Name(this Role role) =>
        role switch
        {
            Role.IgOfficer => "IG officer",
            Role.IgLead => "IG lead",
            Role.PartnerContributor => "partner contributor",
            Role.Requester => "requester",
            Role.DataProtectionOfficer => "data protection officer",
            Role.CaldicottGuardian => "Caldicott Guardian",
            Role.InformationAssetOwner => "information asset owner",
            Role.Siro => "SIRO",
            Role.LegalAdviser => "legal adviser",
            Role.InformationSecurity => "information security",
            Role.EthicsAdviser => "ethics adviser",
            Role.PanelMember => "panel member",
            Role.ToolOwner => "tool owner",
            Role.AuthorisedSignatory => "authorised signatory",
            Role.RegisterPublisher => "register publisher",
            Role.Auditor => "auditor",
            Role.OrganisationAdmin => "organisation admin",
            Role.SystemAdmin => "system administrator",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    /// <summary>What somebody with the role does, in a sentence, for whoever grants it.</summary>
    public static string Meaning(this Role role) =>
        role switch
        {
            Role.IgOfficer => "Drafts agreements, answers comments and submits. Never approves what they drafted.",
            Role.IgLead => "Reviews agreements for data-protection law.",
            Role.PartnerContributor => "Completes this organisation’s part of a partner’s draft.",
            Role.Requester => "Asks other organisations for access to data.",
            Role.DataProtectionOfficer => "Advises and monitors. Never approves or signs.",
            Role.CaldicottGuardian => "Approves the confidentiality basis for health and adult care data.",
            Role.InformationAssetOwner => "Decides whether a dataset is shared.",
            Role.Siro => "Accepts high residual risk for the organisation.",
            Role.LegalAdviser => "Gives legal advice on powers and duties.",
            Role.InformationSecurity => "Approves the security of a flow.",
            Role.EthicsAdviser => "Records ethical approval of research.",
            Role.PanelMember => "Decides or records decisions for a panel.",
            Role.ToolOwner => "Answers for an algorithmic tool.",
            Role.AuthorisedSignatory => "Signs for the organisation.",
            Role.RegisterPublisher => "Prepares and publishes register entries.",
            Role.Auditor => "Reads everything in scope and changes nothing.",
            Role.OrganisationAdmin => "Manages the organisation’s people and details. Decides nothing by virtue of it.",
            Role.SystemAdmin => "Registers organisations. Reads no agreements by virtue of it.",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };
}
