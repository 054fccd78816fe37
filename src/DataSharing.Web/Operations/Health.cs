using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DataSharing.Web.Operations;

internal static class Health
{
    public static void AddHealth(this IServiceCollection services) =>
        services.AddSingleton<DatabaseIsReady>().AddHealthChecks().AddCheck<DatabaseIsReady>("database");

    public static void MapHealth(this WebApplication app)
    {
        // Answered before anybody is asked who they are: a session would be read from the database.
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false })
            .ShortCircuit()
            .WithMetadata(new PublicPageAttribute("An orchestrator asks, without credentials"));
        app.MapHealthChecks("/health/ready")
            .ShortCircuit()
            .WithMetadata(new PublicPageAttribute("An orchestrator asks, without credentials"));
    }

    /// <summary>
    /// Ready means: the database answers and has the schema this build was made for. One connection asks at a time, whoever wants to know:
    /// anybody may, and connections are few.
    /// </summary>
    private sealed class DatabaseIsReady(PortalSettings settings) : IHealthCheck, IDisposable
    {
        private readonly SemaphoreSlim _one = new(1);
        private (long Asked, HealthCheckResult Answer) _last;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var came = Environment.TickCount64;
            if (!await _one.WaitAsync(TimeLimits.ReadinessInAll, cancellationToken))
            {
                return HealthCheckResult.Unhealthy("The database does not answer.");
            }

            try
            {
                if (_last.Asked <= came) // what was asked since somebody came is an answer for them too
                {
                    var asked = Environment.TickCount64 + 1;
                    _last = (asked, await AskAsync(cancellationToken));
                }

                return _last.Answer;
            }
            finally
            {
                _one.Release();
            }
        }

        public void Dispose() => _one.Dispose();

        private async Task<HealthCheckResult> AskAsync(CancellationToken cancellationToken)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(TimeLimits.ReadinessInAll);
            try
            {
                await using var db = DataSharingDbContext.Open(settings.ConnectionString, TimeLimits.Readiness);
                var pending = await db.Database.GetPendingMigrationsAsync(patience.Token);
                return pending.Any() ? HealthCheckResult.Unhealthy("The database is to be migrated first.") : HealthCheckResult.Healthy();
            }
            catch (Exception exception) when (exception is Npgsql.NpgsqlException or TimeoutException or OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return HealthCheckResult.Unhealthy("The database does not answer.");
            }
        }
    }
}
