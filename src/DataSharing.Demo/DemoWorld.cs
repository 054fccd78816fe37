using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DataSharing.Demo;

/// <summary>Everything on one machine: PostgreSQL, the identity provider, the sample data and the portal.</summary>
public sealed class DemoWorld : IAsyncDisposable
{
    private const string Database = "datasharing";

    private readonly Stack<IAsyncDisposable> _started = new();
    private readonly DemoOptions _options;

    private LocalPostgres _postgres = null!;
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

    public void Introduce() =>
        Console.WriteLine(
            $"""

            DataSharing runs at {_portal.Address}

            Sign in as
              Amira Hussain       IG officer, Kirklees Council: drafts agreements
              Daniel Okafor       IG lead, Kirklees Council: reviews them
              Dr Ruth Bellamy     Caldicott Guardian, Kirklees Council
              Grace Adeyemi       IG lead, Homefield Support: the partner
              Frances Lindqvist   auditor
            or anyone else on the sign-in page: it lists all people by organisation and role.

            Sample 7.6 is a file to bring in, as Rhys Morgan: {Path.Combine(BuildFacts.Samples, "7-6.agreement.json")}

            Type a day such as 2026-10-01 and press Enter to move there. Ctrl-C stops everything.
            Your work is kept in {DemoOptions.Home}
            """
        );

    public async Task UntilStoppedAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(() => MoveToDaysTypedAsync(cancellationToken), CancellationToken.None); // the console reads synchronously
        await Task.WhenAny(_identity.Ended, _portal.Ended, Task.Delay(Timeout.Infinite, cancellationToken));

        if (!cancellationToken.IsCancellationRequested)
        {
            throw new DemoException(
                _portal.Ended.IsCompleted
                    ? $"The portal has stopped. {_portal.LastWords}"
                    : $"The identity provider has stopped. {_identity.LastWords}"
            );
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

        var postgres = _postgres = await Progress.StepAsync(
            "PostgreSQL",
            () => LocalPostgres.StartAsync(DemoOptions.Home, Say, cancellationToken)
        );
        _started.Push(postgres);

        var portalKey = PortalKey.Make(DemoOptions.Home);
        var identity = Progress.StepAsync(
            "Database and identity provider",
            async () =>
            {
                var provider = LocalIdentityProvider.StartAsync(
                    _options.IdentityPort,
                    _options.Port,
                    portalKey,
                    DemoOptions.Home,
                    cancellationToken
                );
                await postgres.CreateDatabaseAsync(Database, cancellationToken);
                await PortalProcess.MigrateAsync(postgres.ConnectionString(Database, LocalPostgres.Owner), cancellationToken);
                return await provider;
            }
        );
        _started.Push(_identity = await identity);

        if (_options.Agreements > 0)
        {
            await BringManyAsync(postgres, cancellationToken);
        }

        await Progress.StepAsync("Sample data", () => LoadSamplesAsync(postgres, cancellationToken));
        _started.Push(
            _portal = await Progress.StepAsync(
                "Portal",
                () =>
                    PortalProcess.StartAsync(
                        _options.Port,
                        postgres.ConnectionString(Database, LocalPostgres.Application),
                        _identity.Issuer,
                        portalKey,
                        Path.Combine(DemoOptions.Home, "portal.log"),
                        cancellationToken
                    )
            )
        );
    }

    /// <summary>Before the portal runs: its check of what is in force, once a day, would find half of it.</summary>
    private Task LoadSamplesAsync(LocalPostgres postgres, CancellationToken cancellationToken) =>
        SampleLoader.LoadAsync(
            postgres.ConnectionString(Database, LocalPostgres.Owner),
            _identity.Issuer,
            withAgreements: !_options.Empty,
            cancellationToken
        );

    /// <summary>Before the portal runs: it would find half of them.</summary>
    private async Task BringManyAsync(LocalPostgres postgres, CancellationToken cancellationToken)
    {
        var owner = postgres.ConnectionString(Database, LocalPostgres.Owner);
        await Progress.StepAsync(
            $"{_options.Agreements:N0} agreements",
            async () =>
            {
                await SampleLoader.LoadAsync(owner, _identity.Issuer, cancellationToken: cancellationToken);
                await ManyAgreements.BringAsync(owner, _options.Agreements, Say, cancellationToken);
            }
        );
    }

    /// <summary>Business time in the demo goes where the person wants it: to the day an agreement starts, for example.</summary>
    private async Task MoveToDaysTypedAsync(CancellationToken cancellationToken)
    {
        while (await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            if (DateOnly.TryParseExact(line.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                await SampleLoader.MoveToAsync(_postgres.ConnectionString(Database, LocalPostgres.Owner), day, cancellationToken);
                Console.WriteLine($"It is now the morning of {day:d MMMM yyyy} in the portal.");
            }
            else if (line.Trim().Length > 0)
            {
                Console.WriteLine("Type a day as year, month and day: 2026-10-01.");
            }
        }
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
            throw new DemoException(
                $"Port {port} is taken by another program. Stop it, or choose another with --port N (the demo takes N and N+1)."
            );
        }
    }
}
