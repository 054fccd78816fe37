using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence;

/// <summary>
/// What a person is at this moment. It stays so until the transaction ends, for nobody can take away meanwhile what was read here.
/// </summary>
internal sealed class RolesNow
{
    private readonly IReadOnlyList<Held> _held;

    private RolesNow(PersonId person, IReadOnlyList<Held> held) => (Person, _held) = (person, held);

    public PersonId Person { get; }

    /// <summary>Business time; null where the person holds no role, and so brought no row with it.</summary>
    public DateTimeOffset? Now => _held is [var first, ..] ? first.Now : null;

    /// <summary>The actor with the roles and the audits that are theirs now.</summary>
    public Actor Of(Actor actor) =>
        actor with
        {
            Roles = _held.Where(held => held.Organisation == actor.Organisation.Value).Select(held => held.As).ToHashSet(),
            NewRoles = _held
                .Where(held => held.Organisation == actor.Organisation.Value && held.NewSince is not null)
                .ToDictionary(held => held.As, held => held.NewSince!.Value),
            AuditScope =
                _held.FirstOrDefault(held => held.As is Role.Auditor)?.Audited.Select(id => new OrganisationId(id)).ToHashSet() ?? [],
        };

    // FOR SHARE: a role that is being taken away at this moment is waited for.
    public static async Task<RolesNow> ReadAsync(DataSharingDbContext db, PersonId person, CancellationToken cancellationToken) =>
        new(
            person,
            await db
                .Database.SqlQuery<Held>(
                    $"""
                    SELECT portal_now() AS now, m.organisation_id AS organisation, m.role,
                        CASE WHEN m.confirmed_at > portal_now() - {RoleDuties.NotForOpenStages} THEN m.confirmed_at END AS new_since, ARRAY(
                        SELECT s.organisation_id FROM audit_scopes s
                        WHERE s.auditor_id = {person.Value} AND s.ended_at IS NULL
                            AND (portal_now() AT TIME ZONE 'Europe/London')::date BETWEEN s.from_day AND s.until_day) AS audited
                    FROM memberships m
                    WHERE m.person_id = {person.Value} AND m.ended_at IS NULL
                    FOR SHARE OF m
                    """
                )
                .ToListAsync(cancellationToken)
        );

    /// <summary>
    /// A role that the person holds, with the time and the organisations that they may audit, which are the same in every row.
    /// </summary>
    private sealed record Held(
        [property: Column("now")] DateTimeOffset Now,
        [property: Column("organisation")] Guid Organisation,
        [property: Column("role")] string Role,
        [property: Column("new_since")] DateTimeOffset? NewSince,
        [property: Column("audited")] Guid[] Audited
    )
    {
        public Role As => Enum.Parse<Role>(Role);
    }
}
