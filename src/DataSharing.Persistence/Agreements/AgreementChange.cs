using System.ComponentModel.DataAnnotations.Schema;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DataSharing.Persistence.Agreements;

/// <summary>
/// An agreement locked for one command. Read who is acting after it was opened, so that a role taken away meanwhile does not count.
/// </summary>
public sealed class AgreementChange : Locked<Agreement>
{
    private PersonId? _person;
    private IReadOnlyList<Held> _held;

    private AgreementChange(
        DataSharingDbContext db,
        IDbContextTransaction transaction,
        Agreement agreement,
        PersonId? person,
        DateTimeOffset now,
        IReadOnlyList<Held> held
    )
        : base(db, transaction, agreement, now) => (_person, _held) = (person, held);

    /// <param name="person">Who acts, so that what they are comes with the time.</param>
    internal static async Task<AgreementChange> OfAsync(
        DataSharingDbContext db,
        IDbContextTransaction transaction,
        Agreement agreement,
        PersonId? person,
        CancellationToken cancellationToken
    )
    {
        var held = person is null ? [] : await HeldByAsync(db, person.Value, cancellationToken);
        return new AgreementChange(
            db,
            transaction,
            agreement,
            person,
            held is [var first, ..] ? first.Now : await db.NowAsync(cancellationToken),
            held
        );
    }

    public Agreement Agreement => Value;

    /// <summary>The actor with the roles and the audits that are theirs now that the agreement is locked; they stay so until it is saved.</summary>
    public async Task<Actor> AsTheyAreNowAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        if (_person != actor.Person)
        {
            (_person, _held) = (actor.Person, await HeldByAsync(Db, actor.Person, cancellationToken));
        }

        return actor with
        {
            Roles = _held.Where(held => held.Organisation == actor.Organisation.Value).Select(held => held.As).ToHashSet(),
            AuditScope =
                _held.FirstOrDefault(held => held.As is Role.Auditor)?.Audited.Select(id => new OrganisationId(id)).ToHashSet() ?? [],
        };
    }

    // FOR SHARE: a role that is being taken away at this moment is waited for, and one read here cannot be until the command is saved.
    private static Task<List<Held>> HeldByAsync(DataSharingDbContext db, PersonId person, CancellationToken cancellationToken) =>
        db
            .Database.SqlQuery<Held>(
                $"""
                SELECT portal_now() AS now, m.organisation_id AS organisation, m.role, ARRAY(
                    SELECT s.organisation_id FROM audit_scopes s
                    WHERE s.auditor_id = {person.Value} AND s.ended_at IS NULL AND (portal_now() AT TIME ZONE 'Europe/London')::date BETWEEN s.from_day AND s.until_day) AS audited
                FROM memberships m
                WHERE m.person_id = {person.Value} AND m.ended_at IS NULL
                FOR SHARE OF m
                """
            )
            .ToListAsync(cancellationToken);

    /// <summary>Saves and commits; the database checks the separation of duties once more.</summary>
    /// <exception cref="StaleDecisionException">The role that the decision rests on was taken away at this very moment.</exception>
    public override async Task SaveAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await base.SaveAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.ConstraintName is "decisions_role_held" or "signatures_role_held")
        {
            throw new StaleDecisionException("Your role was taken away before this was saved.", exception);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.ExclusionViolation)
        {
            throw new StaleDecisionException("Somebody else has opened or started a version of this agreement.", exception);
        }
    }

    /// <summary>A role that the person holds, with the time and the organisations that they may audit, which are the same in every row.</summary>
    private sealed record Held(
        [property: Column("now")] DateTimeOffset Now,
        [property: Column("organisation")] Guid Organisation,
        [property: Column("role")] string Role,
        [property: Column("audited")] Guid[] Audited
    )
    {
        public Role As => Enum.Parse<Role>(Role);
    }
}
