using DataSharing.Persistence.Agreements;

namespace DataSharing.Web.Jobs;

/// <summary>
/// Checks agreements in force again: every night, when a law book or a policy is released, when evidence changes. A batch is a transaction;
/// whatever ends the process, the round goes on after its last batch.
/// </summary>
internal sealed partial class RecheckWorker(
    IServiceScopeFactory scopes,
    ILogger<RecheckWorker> logger,
    TimeProvider clock,
    TimerInterval interval,
    PortalSettings settings
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            if (!await WorkWhileHeardAsync(stoppingToken))
            {
                await Task.Delay(interval.Value, clock, stoppingToken); // the database is away, or soon loses whoever listens
            }
        }
    }

    /// <summary>Listens, and works at each call, until the connection is lost.</summary>
    /// <returns>Whether anything was heard, or a turn went by without a call.</returns>
    private async Task<bool> WorkWhileHeardAsync(CancellationToken cancellationToken)
    {
        await using var calls = await ListenAsync(cancellationToken); // before the turn, so that no call is missed while it works
        await TurnAsync(cancellationToken);
        var hasHeard = false;
        while (calls is not null && await HearsAsync(calls, cancellationToken))
        {
            hasHeard = true;
            await TurnAsync(cancellationToken);
        }

        return hasHeard;
    }

    /// <summary>Null where the database cannot call: then it is asked from time to time.</summary>
    private async Task<RecheckCalls?> ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await RecheckCalls.ListenAsync(settings.ConnectionString, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            NotHeard(logger, exception);
            return null;
        }
    }

    /// <summary>Waits for a call, or for the next turn.</summary>
    /// <returns>False if the connection is lost: a new one is needed.</returns>
    private async Task<bool> HearsAsync(RecheckCalls calls, CancellationToken cancellationToken)
    {
        try
        {
            await calls.WaitAsync(interval.Value, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            NotHeard(logger, exception);
            return false;
        }
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        try
        {
            await InScopeAsync(rounds => rounds.BeginNightAsync(cancellationToken));
            while (await InScopeAsync(rounds => rounds.CheckBatchAsync(cancellationToken)))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed(logger, exception); // and the next turn tries again
            await TellAsync(exception, cancellationToken);
        }
    }

    /// <summary>Those who look at the rounds read what is wrong; where the database is what is wrong, nobody can be told there.</summary>
    private async Task TellAsync(Exception exception, CancellationToken cancellationToken)
    {
        try
        {
            await InScopeAsync(rounds => rounds.NoteTroubleAsync($"{exception.GetType().Name}: {exception.Message}", cancellationToken));
        }
        catch (Exception second) when (second is not OperationCanceledException)
        {
            Failed(logger, second);
        }
    }

    // A scope each: a context that has tracked a thousand batches is slow.
    private async Task<T> InScopeAsync<T>(Func<RecheckRounds, Task<T>> work)
    {
        await using var scope = scopes.ForJobs();
        return await work(scope.ServiceProvider.GetRequiredService<RecheckRounds>());
    }

    [LoggerMessage(LogLevel.Warning, "The database does not call when there is something to check; it is asked at the next turn")]
    private static partial void NotHeard(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "Agreements in force could not be checked again; the round goes on at the next turn")]
    private static partial void Failed(ILogger logger, Exception exception);
}
