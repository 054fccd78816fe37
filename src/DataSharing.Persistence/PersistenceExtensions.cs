using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Forms;
using DataSharing.Persistence.Law;
using DataSharing.Persistence.Lists;
using DataSharing.Persistence.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataSharing.Persistence;

public static class PersistenceExtensions
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, string connectionString) =>
        services
            .AddDbContext<DataSharingDbContext>(options => options.UsePortalDatabase(connectionString, TimeLimits.Pages))
            .AddSingleton<LawShelf>()
            .AddSingleton<RuleFirings>()
            .AddScoped<AgreementStore>()
            .AddScoped<TimedSteps>()
            .AddScoped<OrganisationStore>()
            .AddScoped<AgreementList>()
            .AddScoped<TaskList>()
            .AddScoped<EditionStore>()
            .AddScoped<RecheckRounds>()
            .AddScoped<SentForms>()
            .AddScoped<UsedAllowances>();

    public static DbContextOptionsBuilder UsePortalDatabase(
        this DbContextOptionsBuilder options,
        string connectionString,
        TimeLimits limits
    ) => options.UseNpgsql(limits.Of(connectionString)).AddInterceptors(Preparing, Limiting);

    private static readonly PreparedReads Preparing = new();

    private static readonly CommandLimit Limiting = new(); // after it: a command is prepared before it is run
}
