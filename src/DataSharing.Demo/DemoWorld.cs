using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace DataSharing.Demo;

/// <summary>Everything on one machine: PostgreSQL, the identity provider, the sample data and the portal.</summary>
public sealed class DemoWorld : IAsyncDisposable
{
    private const string Database = "datasharing";

    private readonly Stack<IAsyncDisposable> _started = new();
    private readonly DemoOptions _options;

    private LocalIdentityProvider _identity = null!;
    private PortalProcess _portal = null!;

    private DemoWorld(DemoOptions options) => _options = options;

    public static async Task<DemoWorld> StartAsync(DemoOptions options, CancellationToken cancellationToken)
    {
        InsistIsFree(options.Port);
        InsistIsFree(options.IdentityPort);

        var world = new DemoWorld(options);
        try
        {
            world._started.Push(HomeLock.Take(DemoOptions.Home));
            await world.StartAllAsync(cancellationToken);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    public void Introduce() => Console.WriteLine($"""

        DataSharing runs at {_portal.Address}

        Sign in as
          Amira Hussain       IG officer, Kirklees Council: drafts agreements
          Daniel Okafor       IG lead, Kirklees Council: reviews them
          Dr Ruth Bellamy     Caldicott Guardian, Kirklees Council
          Grace Adeyemi       IG lead, Homefield Support: the partner
          Frances Lindqvist   auditor
        or anyone else on the sign-in page: it lists all people by organisation and role.

        Your work is kept in {DemoOptions.Home}. Ctrl-C stops everything.
        """);

    public async Task UntilStoppedAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(_identity.Ended, _portal.Ended, Task.Delay(Timeout.Infinite, cancellationToken));

        if (!cancellationToken.IsCancellationRequested)
        {
            throw new DemoException(_portal.Ended.IsCompleted
                ? $"The portal has stopped. {_portal.LastWords}"
                : $"The identity provider has stopped. {_identity.LastWords}");
        }

        Console.WriteLine("Stopping");
    }

    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var last))
        {
            await last.DisposeAsync();
        }
    }

    private async Task StartAllAsync(CancellationToken cancellationToken)
    {
        if (_options.Reset)
        {
            await Progress.StepAsync("Forgetting earlier runs", () => LocalPostgres.RemoveAsync(DemoOptions.Home, cancellationToken));
        }

        var postgres = await Progress.StepAsync("PostgreSQL", () => LocalPostgres.StartAsync(DemoOptions.Home, Say, cancellationToken));
        _started.Push(postgres);

        var clientSecret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var identity = Progress.StepAsync("Database and identity provider", async () =>
        {
            var provider = LocalIdentityProvider.StartAsync(_options.IdentityPort, _options.Port, clientSecret, DemoOptions.Home, cancellationToken);
            await postgres.CreateDatabaseAsync(Database, cancellationToken);
            await PortalProcess.MigrateAsync(postgres.ConnectionString(Database, LocalPostgres.Owner), cancellationToken);
            return await provider;
        });
        _started.Push(_identity = await identity);

        await Progress.StepAsync("Sample data", () =>
            SampleLoader.LoadAsync(postgres.ConnectionString(Database, LocalPostgres.Owner), _identity.Issuer, cancellationToken));

        _started.Push(_portal = await Progress.StepAsync("Portal", () => PortalProcess.StartAsync(
            _options.Port,
            postgres.ConnectionString(Database, LocalPostgres.Application),
            _identity.Issuer,
            clientSecret,
            Path.Combine(DemoOptions.Home, "portal.log"),
            cancellationToken)));
    }

    private static void Say(string what) => Console.Write($"({what}) ");

    private static void InsistIsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException)
        {
            throw new DemoException($"Port {port} is taken by another program. Stop it, or choose another with --port N (the demo takes N and N+1).");
        }
    }
}
