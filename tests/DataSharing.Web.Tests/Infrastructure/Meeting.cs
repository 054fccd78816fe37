using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataSharing.Web.Tests.Infrastructure;

/// <summary>
/// Lets requests meet: an unfinished change of our own holds their writes back until all of them have read, and is then
/// taken back.
/// </summary>
internal sealed class Meeting : IAsyncDisposable
{
    private readonly DataSharingDbContext _holder;
    private readonly DataSharingDbContext _watcher;
    private readonly IDbContextTransaction _transaction;
    private readonly int _pid;

    private Meeting(DataSharingDbContext holder, DataSharingDbContext watcher, IDbContextTransaction transaction, int pid)
    {
        _holder = holder;
        _watcher = watcher;
        _transaction = transaction;
        _pid = pid;
    }

    /// <param name="database">Where they meet.</param>
    /// <param name="change">What they are about to do, done first.</param>
    public static async Task<Meeting> HoldAsync(TestDatabase database, Func<DataSharingDbContext, DateTimeOffset, Task> change)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var holder = DataSharingDbContext.Open(database.AsOwner);
        var transaction = await holder.Database.BeginTransactionAsync(cancellationToken);
        await change(holder, await holder.NowAsync(cancellationToken));
        await holder.SaveChangesAsync(cancellationToken);
        var pid = await holder.Database.SqlQuery<int>($"""SELECT pg_backend_pid() AS "Value" """).SingleAsync(cancellationToken);
        return new Meeting(holder, DataSharingDbContext.Open(database.AsOwner), transaction, pid);
    }

    /// <summary>Returns when so many others wait for us: the database says so, no time is guessed.</summary>
    public async Task UntilWaitingAsync(int others)
    {
        while (await WaitingAsync() < others)
        {
            await Task.Yield();
        }
    }

    /// <summary>How many others wait for us, or behind one who does.</summary>
    public Task<int> WaitingAsync() =>
        _watcher
            .Database.SqlQuery<int>(
                $"""
                WITH RECURSIVE waiting (pid) AS (
                    SELECT {_pid} UNION SELECT a.pid FROM pg_stat_activity a, waiting w WHERE w.pid = ANY(pg_blocking_pids(a.pid)))
                SELECT count(*)::int - 1 AS "Value" FROM waiting
                """
            )
            .SingleAsync(TestContext.Current.CancellationToken);

    public Task LetGoAsync() => _transaction.RollbackAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _holder.DisposeAsync();
        await _watcher.DisposeAsync();
    }
}
