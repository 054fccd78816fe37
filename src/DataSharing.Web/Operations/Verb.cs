using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Operations;

/// <summary>What an operator runs from the command line: <c>DataSharing.Web migrate</c>.</summary>
internal sealed record Verb(string Name, string Usage, Func<IConfiguration, string[], Task> Work)
{
    private static readonly Verb[] All =
    [
        new("migrate", "migrate    (as the owner of the database: brings the schema up to date)", MigrateAsync),
    ];

    public static Verb? Named(string[] args) =>
        args is [var first, ..] && !first.StartsWith('-') ? All.SingleOrDefault(v => v.Name == first) ?? Unknown : null;

    private static Verb Unknown { get; } = new("", "", (_, _) =>
        throw new VerbException($"There is no such command. There are:\n{string.Join('\n', All.Select(v => "  " + v.Usage))}"));

    /// <returns>The exit code: 0 when it is done, 1 when it could not be, with the reason on standard error.</returns>
    public async Task<int> RunAsync(IConfiguration configuration, string[] arguments)
    {
        try
        {
            await Work(configuration, arguments);
            return 0;
        }
        catch (Exception exception) when (exception is VerbException or Npgsql.NpgsqlException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task MigrateAsync(IConfiguration configuration, string[] arguments)
    {
        await using var db = Open(configuration);
        await db.Database.MigrateAsync();
    }

    private static DataSharingDbContext Open(IConfiguration configuration)
    {
        var connectionString = configuration.GetConnectionString("DataSharing")
            ?? throw new VerbException("Set ConnectionStrings:DataSharing (ConnectionStrings__DataSharing) to the database.");
        var options = new DbContextOptionsBuilder<DataSharingDbContext>();
        options.UsePortalDatabase(connectionString);
        return new DataSharingDbContext(options.Options);
    }
}
