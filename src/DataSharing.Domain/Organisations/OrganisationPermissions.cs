using static DataSharing.Domain.Organisations.OrganisationAction;
using static DataSharing.Domain.Role;

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
        new(ManagePeople, OrganisationAdmin, OwnOnly: true),
        new(ManageAuditScope, OrganisationAdmin, OwnOnly: true),
        new(Register, SystemAdmin, OwnOnly: false),
        new(InviteFirstAdministrator, SystemAdmin, OwnOnly: false),
    ];

    public static bool May(this Actor actor, OrganisationAction action, OrganisationId organisation) =>
        Rows.Any(row => row.Action == action
            && (row.Role is not { } role || actor.Holds(role))
            && (!row.OwnOnly || actor.Organisation == organisation));
}
