using Microsoft.AspNetCore.Authentication;

namespace DataSharing.Web.Tests.Access.OpenIdConnect;

/// <summary>OpenID Connect RP-Initiated Logout 1.0.</summary>
public sealed class SignOutTests
{
    [Fact]
    public async Task SignOut_SignedIn_EndsTheSessionHereAndAtTheProvider()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        using var signedIn = await host.SignInAsync(browser);
        var idToken = Assert.Single(host.Tickets).Properties.GetTokenValue("id_token");

        var address = await browser.RedirectAsync("/sign-out?returnUrl=%2Fbye");

        Assert.Empty(host.Tickets);
        Assert.Empty(browser.Cookies);
        Assert.Equal($"{ScriptedProvider.Issuer}/logout", address.GetLeftPart(UriPartial.Path));
        var asked = ScriptedProvider.Query(address);
        Assert.Equal(["client_id", "id_token_hint", "post_logout_redirect_uri", "state"], asked.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(idToken, asked["id_token_hint"]);
        Assert.Equal($"{SignInHost.Origin}/signout-callback-oidc", asked["post_logout_redirect_uri"]);
        Assert.Equal("/bye", (await browser.RedirectAsync($"/signout-callback-oidc?state={asked["state"]}")).OriginalString);
    }

    [Fact]
    public async Task SignOut_NotSignedIn_NamesTheClientOnly()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        var asked = ScriptedProvider.Query(await browser.RedirectAsync("/sign-out"));

        Assert.Equal(["client_id", "post_logout_redirect_uri", "state"], asked.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?state=")]
    [InlineData("?state=made-up")]
    [InlineData("?state=a&state=b")]
    public async Task Return_WithoutValidState_GoesToTheUsualPlace(string query)
    {
        await using var host = await SignInHost.StartAsync(options => options.SignedOutRedirectUri = "/signed-out");
        using var browser = host.NewBrowser();

        Assert.Equal("/signed-out", (await browser.RedirectAsync($"/signout-callback-oidc{query}")).OriginalString);
    }

    [Fact]
    public async Task Return_WithTheStateOfASignIn_StaysOnThisSite()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var state = ScriptedProvider.Query(await browser.RedirectAsync("/private"))["state"];

        Assert.Equal("/private", (await browser.RedirectAsync($"/signout-callback-oidc?state={state}")).OriginalString);
    }

    [Fact]
    public async Task SignOut_Event_MayAddToTheRequest()
    {
        await using var host = await SignInHost.StartAsync(options =>
            options.Events.OnRedirectToIdentityProviderForSignOut = context =>
            {
                context.ProtocolMessage.SetParameter("ui_locales", "cy");
                return Task.CompletedTask;
            }
        );
        using var browser = host.NewBrowser();

        Assert.Equal("cy", ScriptedProvider.Query(await browser.RedirectAsync("/sign-out"))["ui_locales"]);
    }
}
