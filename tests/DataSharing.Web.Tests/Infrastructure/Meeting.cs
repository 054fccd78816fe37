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
        while (
            await _watcher
                .Database.SqlQuery<int>(
                    $"""SELECT count(*)::int AS "Value" FROM pg_stat_activity WHERE {_pid} = ANY(pg_blocking_pids(pid))"""
                )
                .SingleAsync(TestContext.Current.CancellationToken) < others
        )
        {
            await Task.Yield();
        }
    }

    public Task LetGoAsync() => _transaction.RollbackAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _holder.DisposeAsync();
        await _watcher.DisposeAsync();
    }
}
