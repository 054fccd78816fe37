using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using DataSharing.Demo;
using DataSharing.Persistence;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DataSharing.Web.Tests.Http;

/// <summary>
/// With ten thousand agreements no list, search or count reads all versions, stages, decisions or accesses, whoever asks. Each statement that
/// a page sends is explained by the database itself.
/// </summary>
public sealed class ListPlansTests : IAsyncLifetime
{
    private const int Agreements = 10_000;

    /// <summary>Tables that grow with the agreements, and are entered by an index or not at all.</summary>
    private static readonly string[] Large =
    [
        "agreements",
        "agreement_versions",
        "agreement_access",
        "agreement_sights",
        "stages",
        "decisions",
        "signatures",
        "tasks",
        "version_people",
        "version_words",
        "version_contents",
        "audit_events",
    ];

    private readonly ListeningPortal _portal = new();

    public async ValueTask InitializeAsync()
    {
        await _portal.InitializeAsync();
        await SampleLoader.LoadAsync(_portal.Database.AsOwner, TestSignIn.Issuer, cancellationToken: TestContext.Current.CancellationToken);
        await ManyAgreements.BringAsync(_portal.Database.AsOwner, Agreements, _ => { }, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task No_page_with_a_list_reads_a_whole_table()
    {
        string[] pages =
        [
            "/",
            "/agreements",
            "/agreements?state=Active",
            "/agreements?state=Expired",
            "/agreements?q=programme",
            "/agreements?q=marmalade57",
            "/agreements?q=marmalade57&state=Active",
            "/agreements?after=2026-12-01_DSA-2030-900100",
            "/notices",
            "/agreements/new-findings",
        ];
        var faults = new List<string>();
        var (seen, prepared) = (0, 0);
        foreach (var name in new[] { "Joe", "Rhys", "Amira", "Frances", "Theo" })
        {
            var browser = _portal.SignedInAs(await PersonAsync(name));
            foreach (var page in pages)
            {
                _portal.Heard.Clear();
                Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).Status);
                foreach (var (sql, parameters) in _portal.Heard)
                {
                    seen++;
                    var plan = await ExplainAsync(sql, parameters);
                    AddFaults(plan);
                    if (PreparedReadsExtensions.IsMarked(sql))
                    {
                        prepared++;
                        AddFaults(await ExplainForAnybodyAsync(sql, parameters));
                    }

                    void AddFaults(List<string> lines) =>
                        faults.AddRange(
                            Large
                                .Where(table => lines.Any(line => IsWholeTable(line, table)))
                                .Select(table => $"{name} at {page}: reads all {table}\n{sql}\n{string.Join('\n', lines)}\n")
                        );
                }
            }
        }

        Assert.True(seen > 100 && prepared > 50, $"only {seen} statements were heard, {prepared} of them prepared");
        Assert.True(faults.Count == 0, $"{faults.Count} plans read a whole table:\n\n{string.Join('\n', faults.Take(5))}");
    }

    private static bool IsWholeTable(string line, string table) =>
        line.Contains("Seq Scan on " + table, StringComparison.Ordinal) && (line.Split("Seq Scan on " + table)[1] is [] or [' ', ..]);

    private async Task<SomePerson> PersonAsync(string name)
    {
        await using var db = DataSharingDbContext.Open(_portal.Database.AsOwner);
        var person = await db.People.FirstAsync(
            p => p.Name.StartsWith(name) && p.Issuer == TestSignIn.Issuer && p.Subject.Length < 30,
            TestContext.Current.CancellationToken
        );
        var member = await db.Memberships.FirstAsync(m => m.Person == person.Id, TestContext.Current.CancellationToken);
        return new SomePerson(person.Id, person.Subject, member.Organisation);
    }

    /// <summary>The plan that a prepared statement may come to after a while: the same for whatever it is asked with.</summary>
    private async Task<List<string>> ExplainForAnybodyAsync(string sql, IReadOnlyList<NpgsqlParameter> parameters)
    {
        await using var db = DataSharingDbContext.Open(
            new NpgsqlConnectionStringBuilder(_portal.Database.AsPortal) { ApplicationName = nameof(ListPlansTests) }.ConnectionString
        );
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await db.Database.ExecuteSqlAsync($"SET plan_cache_mode = force_generic_plan", TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // what the portal itself has sent, and a name that Npgsql gave
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters.Select(parameter => parameter.Clone()).ToArray());
        await command.PrepareAsync(TestContext.Current.CancellationToken);
        var run = await db
            .Database.SqlQuery<string>(
                $"""
                SELECT 'EXECUTE ' || quote_ident(name) || CASE cardinality(parameter_types) WHEN 0 THEN ''
                    ELSE '(' || repeat('NULL, ', cardinality(parameter_types) - 1) || 'NULL)' END AS "Value"
                FROM pg_prepared_statements
                """
            )
            .SingleAsync(TestContext.Current.CancellationToken);
        await using var explain = new NpgsqlCommand("EXPLAIN " + run, connection);
#pragma warning restore CA2100
        var lines = await LinesAsync(explain);
        connection.UnprepareAll();
        return lines;
    }

    private async Task<List<string>> ExplainAsync(string sql, IReadOnlyList<NpgsqlParameter> parameters)
    {
        await using var db = DataSharingDbContext.Open(_portal.Database.AsPortal); // planned as the portal's own connections plan
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // what the portal itself has sent
        await using var command = new NpgsqlCommand("EXPLAIN " + sql, (NpgsqlConnection)db.Database.GetDbConnection());
#pragma warning restore CA2100
        command.Parameters.AddRange(parameters.Select(parameter => parameter.Clone()).ToArray());
        return await LinesAsync(command);
    }

    private static async Task<List<string>> LinesAsync(NpgsqlCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    /// <summary>A portal whose statements are heard.</summary>
    private sealed class ListeningPortal : Portal
    {
        public ConcurrentQueue<(string Sql, IReadOnlyList<NpgsqlParameter> Parameters)> Heard { get; } = new();

        // Copies differ from each other by their organisations and days only.
        protected override int ComparedAtMost => 500;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Portal:TimerInterval", "1.00:00:00");
            builder.ConfigureTestServices(services =>
                services.ConfigureDbContext<DataSharingDbContext>(options => options.AddInterceptors(new Ear(Heard)))
            );
        }
    }

    private sealed class Ear(ConcurrentQueue<(string Sql, IReadOnlyList<NpgsqlParameter> Parameters)> heard) : DbCommandInterceptor
    {
        private readonly Microsoft.AspNetCore.Http.HttpContextAccessor _http = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (_http.HttpContext is not null) // the jobs do their own work meanwhile
            {
                heard.Enqueue((command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())]));
            }

            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
