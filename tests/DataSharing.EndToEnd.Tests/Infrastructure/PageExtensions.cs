using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DataSharing.EndToEnd.Tests.Infrastructure;

internal static partial class PageExtensions
{
    /// <summary>
    /// Signs in as one of the demo's people at the provider, whoever was signed in here before; the page stays as it is. The browser's
    /// cookies go along, but it shows none of the pages on the way: <see cref="SignInTests"/> look at them.
    /// </summary>
    public static async Task SignInAsAsync(this IPage page, string name)
    {
        await page.Context.ClearCookiesAsync();
        var request = page.Context.APIRequest;
        var people = await request.GetAsync("/sign-in/start?returnUrl=/privacy");
        var subject = PersonToChoose().Matches(await people.TextAsync()).First(person => Decoded(person.Groups[2]) == name).Groups[1];
        var choice = request.CreateFormData();
        choice.Set("person", Decoded(subject));
        var signedIn = await request.PostAsync(people.Url, new() { Form = choice });
        Assert.Equal(name, Decoded(WhoIsSignedIn().Match(await signedIn.TextAsync()).Groups[1]));
    }

    /// <summary>Signs in as one of the demo's people, by the way a person goes.</summary>
    public static async Task SignInByHandAsync(this IPage page, string name)
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

    /// <summary>A draft was begun, and the page is its list of tasks.</summary>
    public static Task IsAtTheDraftAsync(this IPage page) => Assertions.Expect(page).ToHaveURLAsync(DraftPage());

    private static string Decoded(Group text) => WebUtility.HtmlDecode(text.Value);

    [GeneratedRegex("""<button class="ds-person" name="person" value="([^"]+)"><b>([^<]+)</b>""")]
    private static partial Regex PersonToChoose();

    [GeneratedRegex("""class="ds-who"[^>]*>\s*<span><b>([^<]+)</b>""")]
    private static partial Regex WhoIsSignedIn();

    [GeneratedRegex("/agreements/DSA-[0-9-]+/draft$")]
    private static partial Regex DraftPage();
}
