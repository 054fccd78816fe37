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
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false })
            .WithMetadata(new PublicPageAttribute("An orchestrator asks, without credentials"));
        app.MapHealthChecks("/health/ready").WithMetadata(new PublicPageAttribute("An orchestrator asks, without credentials"));
    }

    /// <summary>Ready means: the database answers and has the schema this build was made for.</summary>
    private sealed class DatabaseIsReady(DataSharingDbContext db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
                return pending.Any() ? HealthCheckResult.Unhealthy("The database is to be migrated first.") : HealthCheckResult.Healthy();
            }
            catch (Npgsql.NpgsqlException)
            {
                return HealthCheckResult.Unhealthy("The database does not answer.");
            }
        }
    }
}
