using Microsoft.Playwright;

namespace DataSharing.EndToEnd.Tests.Infrastructure;

/// <summary>The machine's own Chromium or Chrome. Without one the tests fail and say which script brings it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];

    public static readonly ViewportSize Desk = new() { Width = 1280, Height = 900 };

    /// <summary>As narrow as a page must fit by WCAG 2.2, 1.4.10: a small phone, or a desk at 400 %.</summary>
    public static readonly ViewportSize Phone = new() { Width = 320, Height = 812 };

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task StartAsync()
    {
        var path =
            new[] { Environment.GetEnvironmentVariable("DATASHARING_CHROMIUM") }.Concat(UsualPlaces).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("The browser tests need Chromium or Chrome. Run tests/run.sh: it brings one.");

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public async Task<IPage> OpenAsync(Uri portal, bool javaScript = true, bool phone = false)
    {
        var context = await _browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = portal.ToString(),
                JavaScriptEnabled = javaScript,
                ViewportSize = phone ? Phone : Desk,
                Locale = "en-GB",
            }
        );
        context.SetDefaultTimeout(15_000);
        if (javaScript)
        {
            await context.AddInitScriptAsync(Soundness.Axe);
        }

        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
