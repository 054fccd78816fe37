namespace DataSharing.Domain.Organisations;

public enum OrganisationAction
{
    View,

    /// <summary>Make a new organisation known to the portal.</summary>
    Register,

    /// <summary>Say what it is: its name, what it is in law, its contacts and identifiers.</summary>
    Describe,

    /// <summary>Record and renew the evidence with dates that its agreements rest on.</summary>
    KeepEvidence,
    SeePeople,

    /// <summary>Invite, grant and end roles.</summary>
    ManagePeople,

    /// <summary>Invite the first administrator of an organisation that has none.</summary>
    InviteFirstAdministrator,

    /// <summary>Confirm a role that decides or signs, which somebody else has granted.</summary>
    ConfirmRole,

    /// <summary>Let an auditor read the organisation's agreements.</summary>
    ManageAuditScope,
}
