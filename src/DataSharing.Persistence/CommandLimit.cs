using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DataSharing.Persistence;

/// <summary>
/// Cancels a command a moment before its own time limit. Npgsql waits for as long as connecting may take until the server has heard of it,
/// and a server that has stopped never does: both together are to end before a page has taken five seconds.
/// </summary>
internal sealed class CommandLimit : DbCommandInterceptor
{
    private static readonly TimeSpan Before = TimeSpan.FromMilliseconds(500);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => WithinAsync(command, result, command.ExecuteReaderAsync, cancellationToken);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => WithinAsync(command, result, command.ExecuteNonQueryAsync, cancellationToken);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    ) => WithinAsync(command, result, command.ExecuteScalarAsync!, cancellationToken);

    /// <exception cref="TimeoutException">The time is up. That the person does not wait any more is no such case.</exception>
    private static async ValueTask<InterceptionResult<T>> WithinAsync<T>(
        DbCommand command,
        InterceptionResult<T> result,
        Func<CancellationToken, Task<T>> execute,
        CancellationToken cancellationToken
    )
    {
        if (result.HasResult || command.CommandTimeout == 0)
        {
            return result;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(command.CommandTimeout) - Before);
        try
        {
            return InterceptionResult<T>.SuppressWithResult(await execute(limit.Token));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The database did not answer in time.", exception);
        }
    }
}
