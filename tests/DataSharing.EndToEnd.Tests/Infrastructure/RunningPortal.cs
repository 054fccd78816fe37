using System.Net;
using System.Net.Sockets;
using DataSharing.Demo;
using DataSharing.Domain.Rules;
using DataSharing.EndToEnd.Tests.Infrastructure;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(RunningPortal))]

namespace DataSharing.EndToEnd.Tests.Infrastructure;

/// <summary>The real thing: portal, provider and PostgreSQL as processes of their own, with the demo's people.</summary>
public sealed class RunningPortal : IAsyncLifetime
{
    private const string Database = "datasharing";

    private PortalKey _key = null!;
    private readonly string _home = Path.Combine(Path.GetTempPath(), $"ds-e2e-{Guid.NewGuid():N}"[..15]);

    private LocalPostgres _postgres = null!;
    private LocalIdentityProvider _identity = null!;
    private PortalProcess _portal = null!;

    public Uri Address => _portal.Address;

    public string Issuer => _identity.Issuer;

    private string ConnectionString => _postgres.ConnectionString(Database, LocalPostgres.Application);

    private string OwnerConnectionString => _postgres.ConnectionString(Database, LocalPostgres.Owner);

    public Chromium Chromium { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _key = PortalKey.Make(_home);
        var (portalPort, identityPort) = FreePorts();

        _postgres = await LocalPostgres.StartAsync(_home, _ => { });
        await _postgres.CreateDatabaseAsync(Database);
        await PortalProcess.MigrateAsync(OwnerConnectionString);
        _identity = await LocalIdentityProvider.StartAsync(identityPort, portalPort, _key, _home);
        await SampleLoader.LoadAsync(OwnerConnectionString, _identity.Issuer, withAgreements: false);
        _portal = await PortalProcess.StartAsync(portalPort, ConnectionString, _identity.Issuer, _key, Path.Combine(_home, "portal.log"));
        await Chromium.StartAsync();
    }

    /// <summary>Moves business time to the morning of a day and does what the portal's timer then does by itself, only at once.</summary>
    public async Task MoveToAsync(DateOnly day)
    {
        await SampleLoader.MoveToAsync(OwnerConnectionString, day);
        await using var db = DataSharingDbContext.Open(OwnerConnectionString);
        await new TimedSteps(db).ActivateDueAsync(Criteria.First);
    }

    /// <summary>A sample is a draft, as if its drafter had brought it in.</summary>
    /// <returns>The agreement's address.</returns>
    public async Task<string> DraftAsync(string sample)
    {
        await using var db = DataSharingDbContext.Open(ConnectionString);
        var cancellationToken = TestContext.Current.CancellationToken;
        var people = await StoryActs.ReadAsync(db, cancellationToken);
        return $"/agreements/{await people.DraftAsync(sample, await db.NowAsync(cancellationToken), content => content, cancellationToken)}";
    }

    /// <summary>
    /// Takes an agreement on, by the verbs that the pages call and as the people who would press their buttons: for what a test needs and is
    /// not about.
    /// </summary>
    internal async Task TakeOnAsync(string agreement, Func<StoryActs, AgreementReference, DateTimeOffset, Task> act)
    {
        await using var db = DataSharingDbContext.Open(ConnectionString);
        var cancellationToken = TestContext.Current.CancellationToken;
        var people = await StoryActs.ReadAsync(db, cancellationToken);
        var reference = AgreementReference.Parse(agreement.Split('/')[2]);
        await act(people, reference, await db.NowAsync(cancellationToken));
    }

    /// <summary>Ends somebody's sessions on the server as time does; signing out would delete them.</summary>
    public async Task EndSessionsAsync(string name)
    {
        await using var db = DataSharingDbContext.Open(OwnerConnectionString);
        var subjects = db.People.Where(person => person.Name == name).Select(person => person.Subject);
        await db
            .Sessions.Where(session => subjects.Contains(session.Subject))
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.ExpiresAt, session => session.StartedAt));
    }

    public Task RestartDatabaseAsync() => _postgres.RestartAsync();

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await _portal.DisposeAsync();
        await _identity.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    private static (int Portal, int Identity) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
