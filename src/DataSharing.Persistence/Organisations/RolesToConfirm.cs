using System.ComponentModel.DataAnnotations.Schema;
using DataSharing.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Organisations;

/// <summary>What waits for a confirmation, and for whose.</summary>
public static class RolesToConfirm
{
    private const int MostNews = 40;

    private static readonly string[] Deciding = [.. Enum.GetValues<Role>().Where(role => role.Decides()).Select(role => role.ToString())];

    /// <summary>One of an organisation, with who they are; null if there is none.</summary>
    public static Task<RoleToConfirm?> FindWaitingRoleAsync(
        this DataSharingDbContext db,
        OrganisationId organisation,
        Guid id,
        CancellationToken cancellationToken = default
    ) =>
        (
            from w in db.WaitingRoles
            where w.Id == id && w.Organisation == organisation
            join p in db.People on w.Person equals p.Id
            join asker in db.People on w.AskedBy equals asker.Id
            select new RoleToConfirm(
                w,
                p.Name,
                asker.Name,
                db.Memberships.Any(m =>
                    m.Organisation == organisation
                    && m.Role == Role.OrganisationAdmin
                    && m.EndedAt == null
                    && m.Person != w.AskedBy
                    && m.Person != w.Person
                ),
                db.Memberships.Any(m => m.Organisation == organisation && m.Role == w.Role && m.EndedAt == null && m.Person == w.Person)
            )
        ).SingleOrDefaultAsync(cancellationToken);

    /// <summary>
    /// What one person, who acts in several organisations, may confirm, as <see cref="WaitingRole.MayBeConfirmedBy"/> says; and who has
    /// accepted their invitations since. The longest ago first.
    /// </summary>
    public static Task<List<PeopleNewsRow>> PeopleNewsAsync(
        this DataSharingDbContext db,
        IReadOnlyCollection<Actor> actors,
        DateTimeOffset since,
        CancellationToken cancellationToken = default
    )
    {
        var person = actors.First().Person.Value;
        Guid[] own = [.. actors.Where(actor => actor.Holds(Role.OrganisationAdmin)).Select(actor => actor.Organisation.Value)];
        var isOfThePortal = actors.Any(actor => actor.Holds(Role.SystemAdmin));
        return db
            .Database.SqlQuery<PeopleNewsRow>(
                $"""
                SELECT w.id, w.organisation_id, p.name AS person, NULL::text AS invited, w.role, o.name AS organisation, w.asked_at AS at
                FROM waiting_roles w JOIN people p ON p.id = w.person_id JOIN organisations o ON o.id = w.organisation_id
                WHERE w.confirmed_at IS NULL AND w.refused_at IS NULL AND w.person_id <> {person} AND (
                    w.organisation_id = ANY ({own}) AND (w.role <> ALL ({Deciding}) OR w.asked_by <> {person})
                    OR {isOfThePortal} AND w.asked_by <> {person} AND w.role = ANY ({Deciding}) AND NOT EXISTS (
                        SELECT FROM memberships m WHERE m.organisation_id = w.organisation_id AND m.role = 'OrganisationAdmin'
                            AND m.ended_at IS NULL AND m.person_id NOT IN (w.asked_by, w.person_id))
                    OR {isOfThePortal} AND w.role = 'OrganisationAdmin' AND NOT EXISTS (
                        SELECT FROM memberships m WHERE m.organisation_id = w.organisation_id AND m.role = 'OrganisationAdmin'
                            AND m.ended_at IS NULL))
                UNION ALL
                SELECT i.id, i.organisation_id, p.name, coalesce(i.name, i.recipient), i.role, o.name, i.accepted_at
                FROM invitations i JOIN people p ON p.id = i.accepted_by JOIN organisations o ON o.id = i.organisation_id
                WHERE i.invited_by = {person} AND i.accepted_at > {since}
                ORDER BY at LIMIT {MostNews}
                """
            )
            .ToListAsync(cancellationToken);
    }
}

/// <param name="Invited">Whom the invitation was for that was accepted; null of a role that waits.</param>
public sealed record PeopleNewsRow(
    [property: Column("id")] Guid Id,
    [property: Column("organisation_id")] Guid OrganisationId,
    [property: Column("person")] string Person,
    [property: Column("invited")] string? Invited,
    [property: Column("role")] string Role,
    [property: Column("organisation")] string Organisation,
    [property: Column("at")] DateTimeOffset At
)
{
    public Role As => Enum.Parse<Role>(Role);
}

/// <param name="HasSecond">The organisation has an administrator besides the one who asked and the one who gets the role.</param>
/// <param name="IsHeld">The person got the role in another way meanwhile.</param>
public sealed record RoleToConfirm(WaitingRole Waiting, string Person, string AskedBy, bool HasSecond, bool IsHeld)
{
    /// <summary>An administrator of the portal confirms only where the organisation has no second administrator.</summary>
    public Actor Seconding(Actor actor) =>
        actor.Holds(Role.SystemAdmin) && !HasSecond ? actor with { SecondsFor = Waiting.Organisation } : actor;
}
