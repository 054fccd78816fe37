using System.Net;

namespace DataSharing.Web.Tests.Access.OpenIdConnect;

/// <summary>What comes back to the callback address, and is not what was sent out (OpenID Connect Core §3.1.2, RFC 6749 §10.12, RFC 9207).</summary>
public sealed class ResponseRefusalTests
{
    [Theory]
    [InlineData(null, "State is null or empty")]
    [InlineData("", "State is null or empty")]
    [InlineData("made-up", "Unable to unprotect")]
    public async Task State_MissingOrMadeUp_IsRefused(string? state, string reason)
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var callback = SignInHost.With(await host.BeginAsync(browser), "state", state);

        using var response = await browser.GetAsync(callback);

        await host.AssertRefusedAsync(browser, response, reason);
        Assert.Empty(host.Provider.TokenRequests);
    }

    [Fact]
    public async Task State_OfAnotherBrowser_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        using var attacker = host.NewBrowser();
        using var victim = host.NewBrowser();
        await host.BeginAsync(victim);

        using var response = await victim.GetAsync(await host.BeginAsync(attacker));

        await host.AssertRefusedAsync(victim, response, "Correlation failed");
        Assert.Empty(host.Provider.TokenRequests);
    }

    /// <summary>As above, and the attacker has planted the nonce as well: the correlation cookie alone refuses it.</summary>
    [Fact]
    public async Task State_OfAnotherBrowserWithItsNonce_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        using var attacker = host.NewBrowser();
        using var victim = host.NewBrowser();
        var callback = await host.BeginAsync(attacker);
        var (name, value) = attacker.Cookies.Single(c => IsNonce(c.Key));
        victim.Cookies[name] = value;

        using var response = await victim.GetAsync(callback);

        await host.AssertRefusedAsync(victim, response, "Correlation failed");
        Assert.Empty(host.Provider.TokenRequests);
    }

    [Fact]
    public async Task State_OfAnotherHandlersKeys_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        await using var other = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        using var elsewhere = other.NewBrowser();
        var foreign = ScriptedProvider.Query(await other.BeginAsync(elsewhere))["state"];

        using var response = await browser.GetAsync(SignInHost.With(await host.BeginAsync(browser), "state", foreign));

        await host.AssertRefusedAsync(browser, response, "Unable to unprotect");
    }

    [Fact]
    public async Task State_OfASignOut_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var state = ScriptedProvider.Query(await browser.RedirectAsync("/sign-out"))["state"];

        using var response = await browser.GetAsync(SignInHost.With(await host.BeginAsync(browser), "state", state));

        await host.AssertRefusedAsync(browser, response, "took too long");
    }

    [Fact]
    public async Task State_TooOld_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var callback = await host.BeginAsync(browser);
        host.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));

        using var response = await browser.GetAsync(callback);

        await host.AssertRefusedAsync(browser, response, "took too long");
    }

    [Fact]
    public async Task Nonce_CookieGone_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var callback = await host.BeginAsync(browser);
        browser.Cookies.Remove(browser.Cookies.Keys.Single(IsNonce));

        using var response = await browser.GetAsync(callback);

        await host.AssertRefusedAsync(browser, response, "OpenIdConnectProtocolInvalidNonceException");
    }

    [Fact]
    public async Task Nonce_CookieOfAnotherSignIn_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        await host.BeginAsync(browser);
        var (earlier, value) = browser.Cookies.Single(c => IsNonce(c.Key));
        browser.Cookies.Remove(earlier);
        var callback = await host.BeginAsync(browser);
        browser.Cookies.Remove(browser.Cookies.Keys.Single(IsNonce));
        browser.Cookies[earlier] = value;

        using var response = await browser.GetAsync(callback);

        await host.AssertRefusedAsync(browser, response, "OpenIdConnectProtocolInvalidNonceException");
    }

    [Fact]
    public async Task State_SignInRefused_IsUsedUpAllTheSame()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var callback = await host.BeginAsync(browser);

        using var refused = await browser.GetAsync(SignInHost.With(callback, "code", null));
        Assert.All(browser.Cookies.Keys, cookie => Assert.True(IsNonce(cookie)));
        using var again = await browser.GetAsync(callback);

        await host.AssertRefusedAsync(browser, again, "Correlation failed");
    }

    [Theory]
    [InlineData("https://evil.example.test")]
    [InlineData("https://id.example.test/")]
    [InlineData("https://ID.example.test")]
    [InlineData("")]
    public async Task Issuer_Wrong_IsRefusedBeforeTheCodeIsUsed(string issuer)
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        using var response = await browser.GetAsync(SignInHost.With(await host.BeginAsync(browser), "iss", issuer));

        await host.AssertRefusedAsync(browser, response, "does not name the issuer");
        Assert.Empty(host.Provider.TokenRequests);
    }

    [Fact]
    public async Task Issuer_MissingWhereAdvertised_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        using var response = await browser.GetAsync(SignInHost.With(await host.BeginAsync(browser), "iss", null));

        await host.AssertRefusedAsync(browser, response, "does not name the issuer");
    }

    [Fact]
    public async Task Issuer_MissingWhereNotAdvertised_IsTaken()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        host.Provider.Metadata.Remove("authorization_response_iss_parameter_supported");

        using var response = await browser.GetAsync(SignInHost.With(await host.BeginAsync(browser), "iss", null));

        Assert.Single(host.Tickets);
    }

    [Fact]
    public async Task Issuer_WrongWhereNotAdvertised_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        host.Provider.Metadata.Remove("authorization_response_iss_parameter_supported");

        using var response = await browser.GetAsync(SignInHost.With(await host.BeginAsync(browser), "iss", "https://evil.example.test"));

        await host.AssertRefusedAsync(browser, response, "does not name the issuer");
    }

    [Fact]
    public async Task Code_Missing_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        using var response = await browser.GetAsync(SignInHost.With(await host.BeginAsync(browser), "code", null));

        await host.AssertRefusedAsync(browser, response, "'code' are null");
    }

    [Theory]
    [InlineData("code")]
    [InlineData("state")]
    [InlineData("iss")]
    [InlineData("anything")]
    public async Task Parameter_Twice_IsRefused(string name)
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var callback = await host.BeginAsync(browser);
        var value = Uri.EscapeDataString(ScriptedProvider.Query(callback).GetValueOrDefault(name, "x"));

        using var response = await browser.GetAsync(new Uri($"{callback}&{name}={value}&{name}={value}"));

        await host.AssertRefusedAsync(browser, response, "has a parameter twice");
        Assert.Empty(host.Provider.TokenRequests);
    }

    [Theory]
    [InlineData("id_token")]
    [InlineData("access_token")]
    public async Task Token_InTheAddress_IsRefused(string name)
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        using var response = await browser.GetAsync(SignInHost.With(await host.BeginAsync(browser), name, "eyJhbGciOiJub25lIn0.e30."));

        await host.AssertRefusedAsync(browser, response, "cannot contain an identity token or an access token");
    }

    [Fact]
    public async Task Method_Post_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        using var response = await browser.SendAsync(HttpMethod.Post, await host.BeginAsync(browser));

        await host.AssertRefusedAsync(browser, response, "No message");
        Assert.Empty(host.Provider.TokenRequests);
    }

    [Fact]
    public async Task Method_PostOfAForm_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var callback = await host.BeginAsync(browser);
        using var form = new FormUrlEncodedContent(ScriptedProvider.Query(callback));

        using var response = await browser.SendAsync(HttpMethod.Post, new Uri(callback.GetLeftPart(UriPartial.Path)), form);

        await host.AssertRefusedAsync(browser, response, "did not come by GET");
        Assert.Empty(host.Provider.TokenRequests);
    }

    [Fact]
    public async Task Callback_Bare_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        using var response = await browser.GetAsync("/signin-oidc");

        await host.AssertRefusedAsync(browser, response, "State is null or empty");
    }

    [Fact]
    public async Task Callback_ReplayedAfterSuccess_IsRefusedAndAsksTheProviderNothing()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var callback = await host.BeginAsync(browser);
        using var first = await browser.GetAsync(callback);
        Assert.Single(host.Tickets);

        using var second = await browser.GetAsync(callback);

        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Contains("Correlation failed", host.Failure?.Message, StringComparison.Ordinal);
        Assert.Single(host.Provider.TokenRequests);
    }

    [Fact]
    public async Task Code_ReplayedWithTheCookiesOfBefore_IsRefusedByTheProvider()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        using var thief = host.NewBrowser();
        var callback = await host.BeginAsync(browser);
        foreach (var (name, value) in browser.Cookies)
        {
            thief.Cookies[name] = value;
        }

        using var first = await browser.GetAsync(callback);
        using var second = await thief.GetAsync(callback);

        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Contains("invalid_grant", host.Failure?.Message, StringComparison.Ordinal);
        Assert.Single(host.Tickets);
    }

    [Fact]
    public async Task Error_AccessDenied_IsRefusedWithoutWords()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var callback = SignInHost.With(SignInHost.With(await host.BeginAsync(browser), "code", null), "error", "access_denied");

        using var response = await browser.GetAsync(SignInHost.With(callback, "error_description", "<b>call 0900 1234</b>"));

        await host.AssertRefusedAsync(browser, response, "access_denied");
        Assert.Empty(host.Provider.TokenRequests);
        Assert.DoesNotContain(host.Log, line => line.Contains("0900", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Error_AccessDeniedWithAPageForIt_GoesThere()
    {
        await using var host = await SignInHost.StartAsync(options => options.AccessDeniedPath = "/denied");
        using var browser = host.NewBrowser();

        using var response = await browser.GetAsync(SignInHost.With(await host.BeginAsync(browser), "error", "access_denied"));

        Assert.Equal("/denied?ReturnUrl=%2Fprivate", response.Headers.Location!.PathAndQuery);
        Assert.Empty(host.Tickets);
    }

    [Fact]
    public async Task Error_BesideACode_IsRefusedAndTheCodeUnused()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        using var response = await browser.GetAsync(SignInHost.With(await host.BeginAsync(browser), "error", "server_error"));

        await host.AssertRefusedAsync(browser, response, "server_error");
        Assert.Empty(host.Provider.TokenRequests);
    }

    [Fact]
    public async Task Error_ThatWouldForgeALogLine_IsNotQuoted()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        using var response = await browser.GetAsync(SignInHost.With(await host.BeginAsync(browser), "error", "x\n2002 all is well"));

        await host.AssertRefusedAsync(browser, response, "all is well");
        Assert.Contains(host.Log, line => line.Contains("an unspecified error", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log, line => line.Contains("all is well", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Error_WithoutState_IsRefusedForTheState()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        using var response = await browser.GetAsync("/signin-oidc?error=access_denied");

        await host.AssertRefusedAsync(browser, response, "State is null or empty");
    }

    private static bool IsNonce(string cookie) => cookie.StartsWith("__Host-oidc.n.", StringComparison.Ordinal);
}
