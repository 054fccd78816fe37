using DataSharing.Persistence.Agreements;
using DataSharing.Web.Access;

namespace DataSharing.Web.Jobs;

/// <summary>
/// What time does to agreements: a signed version becomes active on its day (T13), a signing that took too long ends (T25). Every
/// instance asks; the row lock lets one of them act.
/// </summary>
internal sealed partial class AgreementTimer(
    IServiceScopeFactory scopes,
    ILogger<AgreementTimer> logger,
    TimeProvider clock,
    TimerInterval interval
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval.Value, clock);
        do
        {
            await TurnAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.ForJobs();
            var steps = scope.ServiceProvider.GetRequiredService<TimedSteps>();
            var criteria = await scope.ServiceProvider.GetRequiredService<BusinessClock>().CriteriaAsync();
            await steps.ActivateDueAsync(criteria, cancellationToken);
            await steps.LapseSigningsAsync(criteria, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed(logger, exception); // and the next turn tries again
        }
    }

    [LoggerMessage(LogLevel.Error, "Agreements could not be moved on; they are tried again")]
    private static partial void Failed(ILogger logger, Exception exception);
}

/// <summary>How often the timer looks.</summary>
internal sealed record TimerInterval(TimeSpan Value);
