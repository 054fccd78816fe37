using DataSharing.Persistence;

namespace DataSharing.Web.Jobs;

internal static class JobScope
{
    /// <summary>Services for what nobody waits for before a page: the database may take its time.</summary>
    public static AsyncServiceScope ForJobs(this IServiceScopeFactory scopes)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSharingDbContext>().Use(TimeLimits.Jobs);
        return scope;
    }
}
