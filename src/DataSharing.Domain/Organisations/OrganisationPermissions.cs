using static DataSharing.Domain.Kernel.Role;
using static DataSharing.Domain.Organisations.OrganisationAction;

namespace DataSharing.Domain.Organisations;

/// <summary>Who may do what to an organisation. What no row permits, nobody may.</summary>
public static class OrganisationPermissions
{
    private sealed record Row(OrganisationAction Action, Role? Role, bool OwnOnly);

    private static readonly Row[] Rows =
    [
        new(View, null, OwnOnly: false), // the directory is open to every member
        new(SeePeople, null, OwnOnly: true),
        new(SeePeople, SystemAdmin, OwnOnly: false),
        new(Describe, OrganisationAdmin, OwnOnly: true),
        new(KeepEvidence, OrganisationAdmin, OwnOnly: true),
        new(KeepEvidence, IgOfficer, OwnOnly: true),
        new(KeepEvidence, IgLead, OwnOnly: true),
        new(ManagePeople, OrganisationAdmin, OwnOnly: true),
        new(ManageAuditScope, OrganisationAdmin, OwnOnly: true),
        new(Register, SystemAdmin, OwnOnly: false),
        new(InviteFirstAdministrator, SystemAdmin, OwnOnly: false),
    ];

    public static bool May(this Actor actor, OrganisationAction action, OrganisationId organisation) =>
        Rows.Any(row =>
            row.Action == action && (row.Role is not { } role || actor.Holds(role)) && (!row.OwnOnly || actor.Organisation == organisation)
        );

    /// <summary>The role in which a permitted actor acts.</summary>
    internal static Role RoleFor(OrganisationAction action, Actor actor) =>
        Rows.Where(row => row.Action == action).Select(row => row.Role).OfType<Role>().First(actor.Holds);
}
