using DataSharing.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataSharing.EndToEnd.Tests;

public class SignInTests(RunningPortal portal)
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task A_person_signs_in_and_out_again(bool javaScript, bool phone)
    {
        var page = await portal.Chromium.OpenAsync(portal.Address, javaScript, phone);

        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in to DataSharing");
        await page.IsSoundAsync(javaScript);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Choose who to sign in as");
        await page.IsSoundAsync(javaScript);
        await page.ChooseAsync("Amira Hussain");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My work");
        await Expect(page.Locator(".ds-who")).ToContainTextAsync("Amira Hussain");
        await page.IsSoundAsync(javaScript);

        await page.SignOutAsync();
        await page.IsSoundAsync(javaScript);

        // the session is gone, not only hidden
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in to DataSharing");
    }

    [Fact]
    public async Task Whoever_followed_a_link_is_brought_there_after_signing_in()
    {
        var page = await portal.Chromium.OpenAsync(portal.Address);

        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.ChooseAsync("Daniel Okafor");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign out?");
    }

    /// <summary>The provider tells the portal behind the browser's back (OpenID Connect Back-Channel Logout 1.0).</summary>
    [Fact]
    public async Task Whoever_signs_out_at_the_provider_is_signed_out_of_the_portal()
    {
        var page = await portal.Chromium.OpenAsync(portal.Address);
        await page.SignInByHandAsync("Amira Hussain");
        var other = await portal.Chromium.OpenAsync(portal.Address);
        await other.SignInByHandAsync("Amira Hussain");

        await page.GotoAsync($"{portal.Issuer}/session/end");

        await page.GotoAsync(portal.Address.ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in to DataSharing");
        await other.GotoAsync("/");
        await Expect(other.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My work");
    }

    [Fact]
    public async Task Tokens_never_reach_the_browser()
    {
        var page = await portal.Chromium.OpenAsync(portal.Address);
        await page.SignInByHandAsync("Amira Hussain");

        var cookies = await page.Context.CookiesAsync([portal.Address.ToString()]);
        var stored = await page.EvaluateAsync<string>("JSON.stringify({ ...localStorage, ...sessionStorage })");

        Assert.Equal("{}", stored);
        Assert.All(
            cookies,
            cookie =>
            {
                Assert.True(cookie.HttpOnly, cookie.Name);
                Assert.DoesNotContain("eyJ", cookie.Value, StringComparison.Ordinal); // how a JSON Web Token begins
            }
        );
    }
}
