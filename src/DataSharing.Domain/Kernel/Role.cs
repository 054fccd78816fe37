namespace DataSharing.Domain.Kernel;

/// <summary>What a person may be in an organisation. Roles are held through memberships, never through claims.</summary>
public enum Role
{
    /// <summary>Information governance officer: drafts, submits, withdraws.</summary>
    IgOfficer,

    /// <summary>Data-protection lead: reviews for data-protection law.</summary>
    IgLead,

    /// <summary>Completes its own organisation's part of somebody else's draft.</summary>
    PartnerContributor,

    /// <summary>Asks for access on behalf of a partner organisation.</summary>
    Requester,

    /// <summary>Advises and monitors; never approves or signs (UK GDPR Arts 38–39).</summary>
    DataProtectionOfficer,
    CaldicottGuardian,
    InformationAssetOwner,

    /// <summary>Senior information risk owner: accepts high residual risk.</summary>
    Siro,
    LegalAdviser,
    InformationSecurity,
    EthicsAdviser,
    PanelMember,

    /// <summary>Senior responsible owner of an algorithmic tool.</summary>
    ToolOwner,
    AuthorisedSignatory,
    RegisterPublisher,
    Auditor,
    OrganisationAdmin,
    SystemAdmin,
}
