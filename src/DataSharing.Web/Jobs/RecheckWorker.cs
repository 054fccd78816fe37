using DataSharing.Persistence.Agreements;
using Npgsql;

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
            try
            {
                await using var calls = await RecheckCalls.ListenAsync(settings.ConnectionString, stoppingToken);
                while (true)
                {
                    await TurnAsync(stoppingToken);
                    await calls.WaitAsync(interval.Value, stoppingToken);
                }
            }
            catch (NpgsqlException exception)
            {
                NotHeard(logger, exception);
                await Task.Delay(interval.Value, clock, stoppingToken);
            }
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
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RecheckRounds>());
    }

    [LoggerMessage(LogLevel.Warning, "The database does not call when there is something to check; it is asked at the next turn")]
    private static partial void NotHeard(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "Agreements in force could not be checked again; the round goes on at the next turn")]
    private static partial void Failed(ILogger logger, Exception exception);
}
