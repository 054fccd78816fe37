using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Forms;
using DataSharing.Persistence.Law;
using DataSharing.Persistence.Lists;
using DataSharing.Persistence.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DataSharing.Persistence;

public static class PersistenceExtensions
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, string connectionString) =>
        services
            .AddDbContext<DataSharingDbContext>(options => options.UsePortalDatabase(connectionString))
            .AddSingleton<LawShelf>()
            .AddSingleton<RuleFirings>()
            .AddScoped<AgreementStore>()
            .AddScoped<TimedSteps>()
            .AddScoped<OrganisationStore>()
            .AddScoped<AgreementList>()
            .AddScoped<TaskList>()
            .AddScoped<EditionStore>()
            .AddScoped<RecheckRounds>()
            .AddScoped<SentForms>();

    public static DbContextOptionsBuilder UsePortalDatabase(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseNpgsql(
                new NpgsqlConnectionStringBuilder(connectionString)
                {
                    // No query here runs so long that compiling it, or starting workers, would pay. What is read often is in memory, so
                    // that reading along an index costs little more than reading on.
                    Options = "-c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1",
                }.ConnectionString
            )
            .AddInterceptors(Preparing);

    private static readonly PreparedReads Preparing = new();
}
