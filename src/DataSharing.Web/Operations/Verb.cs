using DataSharing.Persistence;
using DataSharing.Persistence.Lists;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Operations;

/// <summary>What an operator runs from the command line: <c>DataSharing.Web migrate</c>.</summary>
internal sealed record Verb(string Name, string Usage, Func<IConfiguration, string[], Task> Work)
{
    private static readonly Verb[] All =
    [
        new("migrate", "migrate    (as the owner of the database: brings the schema up to date)", MigrateAsync),
        new("rebuild-lists", "rebuild-lists    (writes anew what lists, My work and search are read from)", RebuildListsAsync),
        new(
            "appoint-administrator",
            "appoint-administrator --issuer ISSUER --subject SUBJECT [--name NAME] [--organisation NAME]    (makes this person a system "
                + "administrator)",
            AppointAdministrator.RunAsync
        ),
        new(
            "import",
            "import FILE --issuer ISSUER --subject SUBJECT [--organisation SCHEME:VALUE]    (an agreement file becomes a draft, "
                + "in this person's name)",
            ImportFile.RunAsync
        ),
    ];

    public static Verb? Named(string[] args) =>
        args is [var first, ..] && !first.StartsWith('-') ? All.SingleOrDefault(v => v.Name == first) ?? Unknown : null;

    private static Verb Unknown { get; } =
        new(
            "",
            "",
            (_, _) => throw new VerbException($"There is no such command. There are:\n{string.Join('\n', All.Select(v => "  " + v.Usage))}")
        );

    /// <returns>The exit code: 0 when it is done, 1 when it could not be, with the reason on standard error.</returns>
    public async Task<int> RunAsync(IConfiguration configuration, string[] arguments)
    {
        try
        {
            await Work(configuration, arguments);
            return 0;
        }
        catch (Exception exception) when (Reason(exception) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return 1;
        }
    }

    // EF Core wraps what Npgsql says, sometimes twice. Anything else is a fault of ours and keeps its stack.
    private static string? Reason(Exception? exception) =>
        exception switch
        {
            null => null,
            VerbException or Npgsql.NpgsqlException => exception.Message,
            _ => Reason(exception.InnerException),
        };

    private static async Task MigrateAsync(IConfiguration configuration, string[] arguments)
    {
        await using var db = Open(configuration);
        await db.Database.MigrateAsync();
        if (await ListRebuild.IsNeededAsync(db))
        {
            await RebuildListsAsync(db, withWords: false);
        }
    }

    private static async Task RebuildListsAsync(IConfiguration configuration, string[] arguments)
    {
        await using var db = Open(configuration);
        await RebuildListsAsync(db, withWords: true);
    }

    /// <param name="withWords">The migration has written them by itself.</param>
    private static async Task RebuildListsAsync(DataSharingDbContext db, bool withWords)
    {
        var all = await ListRebuild.RunAsync(
            db,
            done =>
            {
                if (done % 10_000 == 0)
                {
                    Console.WriteLine($"{done:N0} agreements listed");
                }
            },
            withWords
        );
        Console.WriteLine($"{all:N0} agreements listed. Done.");
    }

    /// <summary>Reads <c>--name value</c> pairs.</summary>
    internal static Dictionary<string, string> Options(string[] arguments, params string[] known)
    {
        var given = new Dictionary<string, string>();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (!known.Contains(arguments[i]) || i + 1 == arguments.Length)
            {
                throw new VerbException(
                    $"'{arguments[i]}' is not understood. Known are {string.Join(", ", known)}, each followed by its value."
                );
            }

            given[arguments[i]] = arguments[i + 1];
        }

        return given;
    }

    internal static DataSharingDbContext Open(IConfiguration configuration)
    {
        var connectionString =
            configuration.GetConnectionString("DataSharing")
            ?? throw new VerbException("Set ConnectionStrings:DataSharing (ConnectionStrings__DataSharing) to the database.");
        return DataSharingDbContext.Open(connectionString);
    }
}
