using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DataSharing.EndToEnd.Tests.Infrastructure;

internal static partial class PageExtensions
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Signs in as one of the demo's people, by the way a person goes.</summary>
    public static async Task SignInAsAsync(this IPage page, string name)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.ChooseAsync(name);
        await Assertions.Expect(page.Locator(".ds-who")).ToContainTextAsync(name);
    }

    /// <summary>On the provider's page: chooses who to be.</summary>
    public static Task ChooseAsync(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();

    public static async Task SignOutAsync(this IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You are signed out");
    }

    /// <summary>Begins a draft on a blank page.</summary>
    /// <returns>Its address.</returns>
    public static async Task<string> StartDraftAsync(this IPage page, string title)
    {
        await page.GotoAsync("/agreements/new");
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the draft" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>No accessibility fault (WCAG 2.0 to 2.2, A and AA, and best practice) and nothing wider than the window, on a desk and on a phone.</summary>
    /// <param name="page">The page as it is shown; it keeps its size.</param>
    /// <param name="javaScript">False where the visit is without script: axe cannot look then, and a picture is all there is.</param>
    public static async Task IsSoundAsync(this IPage page, bool javaScript = true)
    {
        if (!javaScript)
        {
            await page.LookAsync();
            return;
        }

        var own = new ViewportSize { Width = page.ViewportSize!.Width, Height = page.ViewportSize.Height };
        var onADesk = await page.IsSoundAtAsync(Chromium.Desk, lookedAt: null);
        await page.IsSoundAtAsync(Chromium.Phone, lookedAt: onADesk);
        await page.ResizeAsync(own);
    }

    /// <param name="page">The page.</param>
    /// <param name="size">The window it is shown in.</param>
    /// <param name="lookedAt">What axe has looked at already. It need not look again at the same elements, for a narrower window only moves them.</param>
    /// <returns>Which elements are shown.</returns>
    private static async Task<string> IsSoundAtAsync(this IPage page, ViewportSize size, string? lookedAt)
    {
        await page.ResizeAsync(size);
        await page.LookAsync();

        var shown = await page.EvaluateAsync<string>(
            "[...document.body.querySelectorAll('*')].map(e => e.getClientRects().length > 0 ? 1 : 0).join('')"
        );
        if (shown != lookedAt)
        {
            var faults = await page.FaultsAsync();
            Assert.True(faults.Length == 0, $"{page.Url} at {size.Width} px: {string.Join("; ", faults)}");
        }

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} px wider than the window of {size.Width} px");
        return shown;
    }

    /// <summary>
    /// What axe finds. It runs in the page itself: Deque's package for Playwright sums up in a new tab, which takes four times as long and is
    /// needed only for frames, and the portal has none. What is in order is neither gathered nor sent.
    /// </summary>
    private static async Task<string[]> FaultsAsync(this IPage page)
    {
        Assert.Single(page.Frames);
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                .map(fault => `${fault.id}: ${fault.help} (${fault.nodes.map(node => node.html).join(', ')})`)
            """
        );
    }

    private static Task ResizeAsync(this IPage page, ViewportSize size) =>
        (page.ViewportSize!.Width, page.ViewportSize.Height) == (size.Width, size.Height)
            ? Task.CompletedTask
            : page.SetViewportSizeAsync(size.Width, size.Height);

    /// <summary>A draft was begun, and the page is its list of tasks.</summary>
    public static Task IsAtTheDraftAsync(this IPage page) => Assertions.Expect(page).ToHaveURLAsync(DraftPage());

    /// <summary>Keeps a picture of the page where DATASHARING_SCREENSHOTS names a folder, for somebody to look at.</summary>
    private static async Task LookAsync(this IPage page)
    {
        if (Environment.GetEnvironmentVariable("DATASHARING_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var name = string.Concat(new Uri(page.Url).PathAndQuery.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
            await page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(
                        folder,
                        $"{(name.Length == 0 ? "home" : name[..Math.Min(name.Length, 60)])}-{page.ViewportSize!.Width}.png"
                    ),
                    FullPage = true,
                }
            );
        }
    }

    [GeneratedRegex("/agreements/DSA-[0-9-]+/draft$")]
    private static partial Regex DraftPage();
}
