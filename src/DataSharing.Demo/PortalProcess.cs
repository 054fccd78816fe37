using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace DataSharing.Demo;

/// <summary>The portal as a deployment runs it: its own process, its own restricted database role.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _process;

    private PortalProcess(ChildProcess process, int port)
    {
        _process = process;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));
    }

    public Uri Address { get; }

    public Task Ended => _process.Ended;

    public string LastWords => _process.LastWords;

    public void Kill() => _process.Kill();

    public static async Task<PortalProcess> StartAsync(
        int port,
        string connectionString,
        string authority,
        PortalKey key,
        string? log = null,
        CancellationToken cancellationToken = default
    )
    {
        var start = Dotnet([BuildFacts.PortalAssembly, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")]);
        start.Environment["ConnectionStrings__DataSharing"] = connectionString;
        start.Environment["OpenIdConnect__Authority"] = authority;
        start.Environment["OpenIdConnect__ClientId"] = LocalIdentityProvider.ClientId;
        start.Environment["OpenIdConnect__ClientKey"] = key.Private;
        start.Environment["DataProtection__Certificate"] = key.Certificate;
        start.Environment["Portal__RequireHttps"] = "false";
        start.Environment["Portal__ExitWithStandardInput"] = "true";
        start.Environment["Portal__TimerInterval"] = "00:00:02"; // a day moved to is to be seen at once
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";

        var writer = log is null ? null : TextWriter.Synchronized(new StreamWriter(log, append: false) { AutoFlush = true });
        var portal = new PortalProcess(ChildProcess.Start("The portal", start, line => writer?.WriteLine(line)), port);
        await portal.UntilReadyAsync(cancellationToken);
        return portal;
    }

    /// <summary>Brings the database's schema up to date, as its owner.</summary>
    public static Task MigrateAsync(string ownerConnectionString, CancellationToken cancellationToken = default)
    {
        var start = Dotnet([BuildFacts.PortalAssembly, "migrate"]);
        start.Environment["ConnectionStrings__DataSharing"] = ownerConnectionString;
        return Tool.RunAsync(start, cancellationToken);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static ProcessStartInfo Dotnet(string[] arguments) =>
        new(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", arguments)
        {
            WorkingDirectory = BuildFacts.PortalFolder,
        };

    private async Task UntilReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StartPatience);

        while (!await IsReadyAsync(client, patience.Token))
        {
            if (_process.HasExited || patience.IsCancellationRequested)
            {
                var words = LastWords;
                await DisposeAsync();
                cancellationToken.ThrowIfCancellationRequested();
                throw new DemoException($"The portal does not start. {words}");
            }

            await Task.Delay(100, CancellationToken.None);
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Address, "/health/ready"), cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
