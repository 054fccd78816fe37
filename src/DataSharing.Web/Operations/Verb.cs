using DataSharing.Domain;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Operations;

/// <summary>What an operator runs from the command line: <c>DataSharing.Web migrate</c>.</summary>
internal sealed record Verb(string Name, string Usage, Func<IConfiguration, string[], Task> Work)
{
    private static readonly Verb[] All =
    [
        new("migrate", "migrate    (as the owner of the database: brings the schema up to date)", MigrateAsync),
        new(
            "appoint-administrator",
            "appoint-administrator --issuer ISSUER --subject SUBJECT [--name NAME] [--organisation NAME]    (makes this person a system administrator)",
            AppointAdministratorAsync),
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
        catch (Exception exception) when (Reason(exception) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return 1;
        }
    }

    // EF Core wraps what Npgsql says, sometimes twice. Anything else is a fault of ours and keeps its stack.
    private static string? Reason(Exception? exception) => exception switch
    {
        null => null,
        VerbException or Npgsql.NpgsqlException => exception.Message,
        _ => Reason(exception.InnerException)
    };

    private static async Task MigrateAsync(IConfiguration configuration, string[] arguments)
    {
        await using var db = Open(configuration);
        await db.Database.MigrateAsync();
    }

    /// <summary>How the first administrator comes: by whoever runs the portal, never through a page.</summary>
    private static async Task AppointAdministratorAsync(IConfiguration configuration, string[] arguments)
    {
        var given = Named(arguments, "--issuer", "--subject", "--name", "--organisation");
        if (!given.TryGetValue("--issuer", out var issuer) || !given.TryGetValue("--subject", out var subject)
            || string.IsNullOrWhiteSpace(issuer) || string.IsNullOrWhiteSpace(subject))
        {
            throw new VerbException("Say who: --issuer (the provider's issuer identifier) and --subject (who they are there).");
        }

        var organisationName = given.GetValueOrDefault("--organisation", "Portal administration");
        await using var db = Open(configuration);
        var now = await db.NowAsync();

        var person = await db.People.SingleOrDefaultAsync(p => p.Issuer == issuer && p.Subject == subject);
        if (person is null)
        {
            person = Person.FirstSeen(issuer, subject, given.GetValueOrDefault("--name"), now);
            db.People.Add(person);
        }

        var organisation = await db.Organisations.FirstOrDefaultAsync(o => o.Details.Name == organisationName);
        if (organisation is null)
        {
            var details = new OrganisationDetails { Name = organisationName, Sector = Sector.Other, Nation = Jurisdiction.UK };
            organisation = Organisation.Register(details, [], Act.OfThePortal, now);
            db.Organisations.Add(organisation);
        }

        var isOne = await db.Memberships.AnyAsync(
            m => m.Person == person.Id && m.Organisation == organisation.Id && m.Role == Role.SystemAdmin && m.EndedAt == null);
        if (!isOne)
        {
            db.Memberships.Add(Membership.Begin(person.Id, organisation.Id, Role.SystemAdmin, Act.OfThePortal, now));
        }

        await db.SaveChangesAsync();
        await Console.Out.WriteLineAsync($"{person.Name} is a system administrator, for {organisationName}.");
    }

    private static Dictionary<string, string> Named(string[] arguments, params string[] known)
    {
        var given = new Dictionary<string, string>();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (!known.Contains(arguments[i]) || i + 1 == arguments.Length)
            {
                throw new VerbException($"'{arguments[i]}' is not understood. Known are {string.Join(", ", known)}, each followed by its value.");
            }

            given[arguments[i]] = arguments[i + 1];
        }

        return given;
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
