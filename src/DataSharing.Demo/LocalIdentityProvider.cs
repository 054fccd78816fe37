using System.Diagnostics;
using System.Text.Json;

namespace DataSharing.Demo;

/// <summary>
/// npm's certified <c>oidc-provider</c> with the demo's people in it: they are chosen from a page, there are no
/// passwords. Listens on the loopback address only.
/// </summary>
public sealed class LocalIdentityProvider : IAsyncDisposable
{
    public const string ClientId = "datasharing";

    private readonly ChildProcess _process;

    private LocalIdentityProvider(ChildProcess process, int port)
    {
        _process = process;
        Issuer = $"http://localhost:{port}";
    }

    public string Issuer { get; }

    public Task Ended => _process.Ended;

    public string LastWords => _process.LastWords;

    /// <param name="port">The provider's own port.</param>
    /// <param name="portalPort">The port of the one portal that people may sign in to.</param>
    /// <param name="portalKey">The key by which the portal is known.</param>
    /// <param name="home">Where the signing key is kept between runs.</param>
    public static async Task<LocalIdentityProvider> StartAsync(
        int port,
        int portalPort,
        PortalKey portalKey,
        string home,
        CancellationToken cancellationToken = default
    )
    {
        Directory.CreateDirectory(home);
        var wwwroot = Path.Combine(BuildFacts.PortalFolder, "wwwroot");
        var settings = JsonSerializer.Serialize(
            new
            {
                port,
                portal = new[] { $"http://localhost:{portalPort}", $"http://127.0.0.1:{portalPort}" },
                portalKey = portalKey.Public,
                people = Path.Combine(BuildFacts.Samples, "organisations.json"),
                styles = new[] { Path.Combine(wwwroot, "lib", "govuk-frontend.min.css"), Path.Combine(wwwroot, "css", "site.css") },
                keys = Path.Combine(home, "identity-key.json"),
            }
        );

        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = ChildProcess.Start(
            "The demo identity provider",
            new ProcessStartInfo("node", ["server.mjs"])
            {
                WorkingDirectory = BuildFacts.IdentityFolder,
                Environment = { ["DEMO_IDENTITY"] = settings }, // not an argument: those can be read by other accounts
            },
            line =>
            {
                if (line.StartsWith("listening on", StringComparison.Ordinal))
                {
                    listening.TrySetResult();
                }
            }
        );

        await Task.WhenAny(listening.Task, process.Ended, Task.Delay(TimeSpan.FromSeconds(30), cancellationToken));
        if (!listening.Task.IsCompleted)
        {
            var words = process.LastWords;
            await process.DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new DemoException($"The demo identity provider does not start. {words}");
        }

        return new LocalIdentityProvider(process, port);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
