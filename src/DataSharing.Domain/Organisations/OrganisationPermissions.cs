using static DataSharing.Domain.Kernel.Role;
using static DataSharing.Domain.Organisations.OrganisationAction;

namespace DataSharing.Domain.Organisations;

/// <summary>Who may do what to an organisation. What no row permits, nobody may.</summary>
public static class OrganisationPermissions
{
    private enum Which
    {
        Any,
        Own,

        /// <summary>Those that nobody administers.</summary>
        Orphaned,

        /// <summary>Those that nobody but the one who grants administers.</summary>
        WithoutSecond,
    }

    private sealed record Row(OrganisationAction Action, Role? Role, Which Which)
    {
        public bool Permits(OrganisationAction action, Actor actor, OrganisationId organisation) =>
            Action == action
            && (Role is not { } role || actor.Holds(role))
            && Which switch
            {
                Which.Own => actor.Organisation == organisation,
                Which.WithoutSecond => actor.SecondsFor == organisation,
                Which.Orphaned => actor.StandsInFor == organisation,
                _ => true,
            };
    }

    private static readonly Row[] Rows =
    [
        new(View, null, Which.Any), // the directory is open to every member
        new(SeePeople, null, Which.Own),
        new(SeePeople, SystemAdmin, Which.Any),
        new(Describe, OrganisationAdmin, Which.Own),
        new(Describe, SystemAdmin, Which.Orphaned), // who registers it can put right what they wrote
        new(KeepEvidence, OrganisationAdmin, Which.Own),
        new(KeepEvidence, IgOfficer, Which.Own),
        new(KeepEvidence, IgLead, Which.Own),
        new(ManagePeople, OrganisationAdmin, Which.Own),
        new(ConfirmRole, OrganisationAdmin, Which.Own),
        new(ConfirmRole, SystemAdmin, Which.WithoutSecond),
        new(ManageAuditScope, OrganisationAdmin, Which.Own),
        new(Register, SystemAdmin, Which.Any),
        new(InviteFirstAdministrator, SystemAdmin, Which.Orphaned),
    ];

    public static bool May(this Actor actor, OrganisationAction action, OrganisationId organisation) =>
        Rows.Any(row => row.Permits(action, actor, organisation));

    /// <summary>The role in which a permitted actor acts.</summary>
    internal static Role RoleFor(OrganisationAction action, Actor actor, OrganisationId organisation) =>
        Rows.First(row => row.Permits(action, actor, organisation)).Role!.Value;
}
