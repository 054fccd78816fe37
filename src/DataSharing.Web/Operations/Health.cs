using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DataSharing.Web.Operations;

internal static class Health
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<DatabaseIsReady>("database");

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

    /// <summary>Ready means: the database answers and has the schema this build was made for.</summary>
    private sealed class DatabaseIsReady(PortalSettings settings) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
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
