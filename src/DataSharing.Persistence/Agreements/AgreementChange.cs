using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DataSharing.Persistence.Agreements;

/// <summary>
/// An agreement locked for one command: nobody else changes it until this is saved or disposed. Read the actor's memberships after it
/// was opened, so that a role taken away meanwhile does not count; act with <see cref="Now"/>; save once.
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
