using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataSharing.Persistence;

/// <summary>
/// An aggregate locked for one command: nobody else changes it until this is saved or disposed. Act at <see cref="Now"/>; save once.
/// </summary>
public class Locked<T> : IAsyncDisposable
    where T : AggregateRoot
{
    private readonly IDbContextTransaction _transaction;
    private RolesNow? _roles;

    /// <param name="roles">What the person who acts is, if it has been read.</param>
    internal Locked(DataSharingDbContext db, IDbContextTransaction transaction, T value, DateTimeOffset now, RolesNow? roles = null) =>
        (Db, _transaction, Value, Now, _roles) = (db, transaction, value, now, roles);

    public T Value { get; }

    /// <summary>Business time of the command.</summary>
    public DateTimeOffset Now { get; }

    protected DataSharingDbContext Db { get; }

    /// <summary>
    /// The actor with the roles and the audits that are theirs now that this is locked: what was taken away meanwhile does not count.
    /// </summary>
    public async Task<Actor> AsTheyAreNowAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        if (_roles?.Person != actor.Person)
        {
            _roles = await RolesNow.ReadAsync(Db, actor.Person, cancellationToken);
        }

        return _roles.Of(actor);
    }

    /// <summary>Saves and commits.</summary>
    public virtual async Task SaveAsync(CancellationToken cancellationToken = default)
    {
        await Db.SaveChangesAsync(cancellationToken);
        await _transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

internal static class Locked
{
    /// <summary>Locks a row, then loads the aggregate that it stands for, and reads the time.</summary>
    /// <param name="row">Selects the id of at most one row as "Value", for update. Whoever comes second waits here.</param>
    /// <returns>Null if there is no such row.</returns>
    public static Task<Locked<T>?> OpenAsync<T>(
        DataSharingDbContext db,
        FormattableString row,
        Func<Guid, Task<T>> load,
        CancellationToken cancellationToken
    )
        where T : AggregateRoot =>
        OpenAsync<Locked<T>>(
            db,
            row,
            async (transaction, id) => new(db, transaction, await load(id), await db.NowAsync(cancellationToken)),
            cancellationToken
        );

    /// <summary>Locks a row, then loads what it stands for: after the lock, so that it is what the last holder has left.</summary>
    /// <param name="row">Selects the id of at most one row as "Value", for update. Whoever comes second waits here.</param>
    /// <param name="load">Null if it cannot be opened after all.</param>
    /// <returns>Null if there is no such row.</returns>
    public static async Task<TLocked?> OpenAsync<TLocked>(
        DataSharingDbContext db,
        FormattableString row,
        Func<IDbContextTransaction, Guid, Task<TLocked?>> load,
        CancellationToken cancellationToken
    )
        where TLocked : class
    {
        IDbContextTransaction transaction;
        List<Guid> ids;
        using (await RowQueue.EnterAsync(row, cancellationToken))
        {
            transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            ids = await OrUndoAsync(transaction, () => db.Database.SqlQuery<Guid>(row).ToListAsync(cancellationToken));
        }

        if (ids is [var id] && await OrUndoAsync(transaction, () => load(transaction, id)) is { } locked)
        {
            return locked;
        }

        await transaction.DisposeAsync();
        return null;
    }

    private static async Task<T> OrUndoAsync<T>(IDbContextTransaction transaction, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }
}
