using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DataSharing.Persistence.Agreements;

/// <summary>
/// An agreement locked for one command: nobody else changes it until this is saved or disposed. Read who is acting after it was
/// opened, so that a role taken away meanwhile does not count; act at <see cref="Now"/>; save once.
/// </summary>
public sealed class AgreementChange : IAsyncDisposable
{
    private readonly DataSharingDbContext _db;
    private readonly IDbContextTransaction _transaction;

    internal AgreementChange(DataSharingDbContext db, IDbContextTransaction transaction, Agreement agreement, DateTimeOffset now)
    {
        _db = db;
        _transaction = transaction;
        Agreement = agreement;
        Now = now;
    }

    public Agreement Agreement { get; }

    /// <summary>Business time of the command.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The actor with the roles and the audits that are theirs now that the agreement is locked; they stay so until it is saved.</summary>
    public async Task<Actor> AsTheyAreNowAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        // FOR SHARE: a role that is being taken away at this moment is waited for, and one read here cannot be until the command is saved.
        var person = actor.Person.Value;
        var memberships = await _db.Memberships
            .FromSql($"SELECT *, xmin FROM memberships WHERE person_id = {person} AND ended_at IS NULL FOR SHARE")
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var today = Now.UkDay();
        var scope = await _db.AuditScopes
            .Where(s => s.Auditor == actor.Person && s.EndedAt == null && s.From <= today && today <= s.Until)
            .Select(s => s.Organisation)
            .ToListAsync(cancellationToken);

        return actor with
        {
            Roles = memberships.Where(membership => membership.Organisation == actor.Organisation).Select(membership => membership.Role).ToHashSet(),
            AuditScope = memberships.Exists(membership => membership.Role is Role.Auditor) ? scope.ToHashSet() : new HashSet<OrganisationId>()
        };
    }

    /// <summary>Saves and commits; the database checks the separation of duties once more.</summary>
    /// <exception cref="StaleDecisionException">The role that the decision rests on was taken away at this very moment.</exception>
    public async Task SaveAsync(CancellationToken cancellationToken = default)
    {
        await _db.SaveChangesAsync(cancellationToken);
        try
        {
            await _transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.ConstraintName is "decisions_role_held" or "signatures_role_held")
        {
            throw new StaleDecisionException("Your role was taken away before this was saved.", exception);
        }
    }

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();
}
