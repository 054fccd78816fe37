using System.Diagnostics;
using System.Net;
using DataSharing.Demo;
using DataSharing.Persistence;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Web.Tests.Http;

/// <summary>A database that takes connections and answers nothing, as on a machine that has stopped: one of this test's own.</summary>
public sealed class FrozenDatabaseTests(Portal portal) : IAsyncLifetime
{
    private const string Database = "frozen";

    private readonly string _home = Path.Combine(Path.GetTempPath(), $"ds-frozen-{Guid.NewGuid():N}"[..17]);
    private LocalPostgres _server = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_home);
        _server = await LocalPostgres.StartAsync(_home, _ => { });
        await _server.CreateDatabaseAsync(Database);
        await using var db = DataSharingDbContext.Open(_server.ConnectionString(Database, LocalPostgres.Owner));
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _server.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task Frozen_PagesAndReadinessAre503_AndWhatAsksNothingIsShown()
    {
        await using var frozen = portal.WithWebHostBuilder(builder =>
            builder.UseSetting("ConnectionStrings:DataSharing", _server.ConnectionString(Database, LocalPostgres.Application))
        );
        using var signedIn = frozen.CreateClient(new() { AllowAutoRedirect = false });
        signedIn.DefaultRequestHeaders.Add(TestSignIn.Header, TestSignIn.Write("somebody", TimeSpan.Zero));
        using var signedOut = frozen.CreateClient(new() { AllowAutoRedirect = false });
        var (person, nobody) = (new Browser(signedIn), new Browser(signedOut));
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/")).Status); // and a connection is in the pool
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/health/ready")).Status);

        await SignalAsync("-STOP");
        try
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await nobody.GetAsync("/health/ready")).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await person.GetAsync("/")).Status); // by the connection in the pool
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await person.GetAsync("/")).Status); // by a new one
            foreach (var (address, status) in AsksNothing)
            {
                Assert.Equal((address, status), (address, (await nobody.GetAsync(address)).Status));
            }
        }
        finally
        {
            await SignalAsync("-CONT");
        }

        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Pages_OfNobody_AskTheDatabaseNothing()
    {
        foreach (var (address, status) in AsksNothing)
        {
            var (answer, commands) = await portal.Queries.CountAsync(portal.SignedOut(), browser => browser.GetAsync(address));

            Assert.Equal((address, status), (address, answer.Status));
            Assert.Equal([], commands);
        }
    }

    /// <summary>An orchestrator behind a proxy may send any cookie along; that it lives is known without asking whose it is.</summary>
    [Fact]
    public async Task Live_AsSomebody_AsksNothingEither()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgLead));

        var (answer, commands) = await portal.Queries.CountAsync(browser, b => b.GetAsync("/health/live"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([], commands);
    }

    private static readonly (string Address, HttpStatusCode Status)[] AsksNothing =
    [
        ("/health/live", HttpStatusCode.OK),
        ("/sign-in", HttpStatusCode.OK),
        ("/sign-in/failed", HttpStatusCode.OK),
        ("/signed-out", HttpStatusCode.OK),
        ("/privacy", HttpStatusCode.OK),
        ("/accessibility", HttpStatusCode.OK),
        ("/css/site.css", HttpStatusCode.OK),
        ("/error", HttpStatusCode.NotFound),
        ("/agreements", HttpStatusCode.Redirect),
    ];

    // The server, and each process of it.
    private async Task SignalAsync(string signal)
    {
        var server = File.ReadLines(Path.Combine(_home, "postgres", "postmaster.pid")).First();
        using var kill = Process.Start("bash", ["-c", $"kill {signal} {server} $(pgrep -P {server})"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
