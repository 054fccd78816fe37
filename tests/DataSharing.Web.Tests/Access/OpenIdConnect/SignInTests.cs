using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Web.Access;
using DataSharing.Web.Access.OpenIdConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace DataSharing.Web.Tests.Access.OpenIdConnect;

public sealed class SignInTests
{
    [Fact]
    public async Task Challenge_ByDefault_AsksForACodeWithPkceNonceAndState()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        var address = await browser.RedirectAsync("/private");

        Assert.StartsWith($"{ScriptedProvider.Issuer}/authorize?", address.AbsoluteUri, StringComparison.Ordinal);
        var asked = ScriptedProvider.Query(address);
        Assert.Equal(
            ["client_id", "code_challenge", "code_challenge_method", "nonce", "redirect_uri", "response_type", "scope", "state"],
            asked.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.Equal(43, asked["code_challenge"].Length);
        Assert.True(asked["nonce"].Length >= 43);
        Assert.Equal("openid profile email", asked["scope"]);
        Assert.Equal($"{SignInHost.Origin}/signin-oidc", asked["redirect_uri"]);
    }

    [Fact]
    public async Task Challenge_Twice_SharesNothing()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        var first = ScriptedProvider.Query(await browser.RedirectAsync("/private"));
        var second = ScriptedProvider.Query(await browser.RedirectAsync("/private"));

        Assert.All(["nonce", "state", "code_challenge"], name => Assert.NotEqual(first[name], second[name]));
    }

    [Fact]
    public async Task SignIn_Complete_ReturnsToThePageWithExactlyOurClaims()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        using var response = await host.SignInAsync(browser, "/private?of=interest");

        Assert.Equal("/private?of=interest", response.Headers.Location!.OriginalString);
        var authenticated = host.Clock.GetUtcNow().ToUnixTimeSeconds() - 5;
        Assert.Equal(
            [
                ["iss", ScriptedProvider.Issuer],
                ["sub", "amina"],
                ["name", "Amina Khan"],
                ["auth_time", $"{authenticated}"],
                ["acr", "urn:example:two-factors"],
                ["amr", "pwd"],
                ["amr", "otp"],
                ["email", "amina@example.test"],
            ],
            await SignInHost.ClaimsAsync(browser)
        );
        var ticket = Assert.Single(host.Tickets);
        Assert.Equal("Amina Khan", ticket.Principal.Identity!.Name);
        Assert.DoesNotContain("/userinfo", host.Provider.Requests);
    }

    [Fact]
    public async Task SignIn_TokenWithTheLeast_GivesIssuerAndSubject()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        host.Provider.Claims = claims =>
        {
            foreach (var name in new[] { "name", "auth_time", "acr", "amr", "email", "role", "roles", "at_hash" })
            {
                claims.Remove(name);
            }
        };
        host.Provider.Header = header => header.Remove("typ");

        using var response = await host.SignInAsync(browser);

        Assert.Equal(
            [
                ["iss", ScriptedProvider.Issuer],
                ["sub", "amina"],
            ],
            await SignInHost.ClaimsAsync(browser)
        );
    }

    /// <summary>As in docker-compose.yml: in a network of their own, the portal reaches the provider by another name than browsers do.</summary>
    [Fact]
    public async Task SignIn_MetadataAtAnotherAddress_SendsTheBrowserToThePublicOneAndCallsTheOther()
    {
        await using var host = await SignInHost.StartAsync(options =>
            options.MetadataAddress = "https://inside.example.test/.well-known/openid-configuration"
        );
        using var browser = host.NewBrowser();
        host.Provider.Metadata["token_endpoint"] = "https://inside.example.test/token";
        host.Provider.Metadata["jwks_uri"] = "https://inside.example.test/keys";
        var called = new List<string>();
        host.Provider.Answer = request =>
        {
            called.Add(request.RequestUri!.GetLeftPart(UriPartial.Path));
            return null;
        };

        var address = await browser.RedirectAsync("/private");
        using var response = await browser.GetAsync(host.Provider.Authorise(address));

        Assert.StartsWith($"{ScriptedProvider.Issuer}/authorize?", address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains(await SignInHost.ClaimsAsync(browser), claim => claim is ["iss", ScriptedProvider.Issuer]);
        Assert.Equal(
            [
                "https://inside.example.test/.well-known/openid-configuration",
                "https://inside.example.test/keys",
                "https://inside.example.test/token",
            ],
            called
        );
    }

    [Fact]
    public async Task SignIn_Complete_SendsTheVerifierOfTheChallenge()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var challenge = await browser.RedirectAsync("/private");

        using var response = await browser.GetAsync(host.Provider.Authorise(challenge));

        var form = Assert.Single(host.Provider.TokenRequests);
        Assert.Equal(
            ["client_id", "client_secret", "code", "code_verifier", "grant_type", "redirect_uri"],
            form.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ScriptedProvider.Query(challenge)["code_challenge"],
            Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"])))
        );
        Assert.DoesNotContain(form["code_verifier"], challenge.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_Complete_LeavesOneCookieAndNothingLikeATokenInAny()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var challenge = await browser.RedirectAsync("/private");
        var nonce = ScriptedProvider.Query(challenge)["nonce"];

        using var response = await browser.GetAsync(host.Provider.Authorise(challenge));

        Assert.Single(browser.Cookies);
        Assert.All(
            browser.Given,
            cookie =>
            {
                var text = cookie.ToString();
                Assert.DoesNotContain("eyJ", text, StringComparison.Ordinal);
                Assert.DoesNotContain(nonce, text, StringComparison.Ordinal);
                Assert.DoesNotContain(ScriptedProvider.AccessToken, text, StringComparison.Ordinal);
                Assert.True(text.Length < 1024);
            }
        );
        var ticket = Assert.Single(host.Tickets);
        Assert.Equal(
            [".AuthScheme", ".Token.id_token", ".TokenNames", ".expires", ".issued"],
            ticket.Properties.Items.Keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task SignIn_SaveTokens_KeepsTheAccessTokenInTheTicket()
    {
        await using var host = await SignInHost.StartAsync(options => options.SaveTokens = true);
        using var browser = host.NewBrowser();

        using var response = await host.SignInAsync(browser);

        Assert.Equal(ScriptedProvider.AccessToken, Assert.Single(host.Tickets).Properties.GetTokenValue("access_token"));
    }

    [Fact]
    public async Task Cookies_SecureAlways_AreBoundToTheHost()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        await browser.RedirectAsync("/private");

        Assert.Equal(2, browser.Given.Count);
        Assert.All(
            browser.Given,
            cookie =>
            {
                Assert.StartsWith("__Host-oidc.", cookie.Name.Value, StringComparison.Ordinal);
                Assert.True(cookie is { Secure: true, HttpOnly: true, SameSite: Microsoft.Net.Http.Headers.SameSiteMode.Lax });
                Assert.Equal("/", cookie.Path.Value);
                Assert.False(cookie.Domain.HasValue);
                Assert.Equal(host.Clock.GetUtcNow().AddMinutes(15), cookie.Expires);
            }
        );
    }

    [Theory]
    [InlineData("http://localhost:5000", false)]
    [InlineData("https://localhost:5001", true)]
    public async Task Cookies_SameAsRequest_FollowTheRequest(string origin, bool secure)
    {
        await using var host = await SignInHost.StartAsync(options =>
        {
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        using var browser = host.NewBrowser(origin);

        using var response = await host.SignInAsync(browser);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.All(
            browser.Given.Where(c => c.Name.StartsWith("oidc.", StringComparison.Ordinal)),
            c => Assert.True(c.Secure == secure && c.HttpOnly)
        );
        Assert.Equal(4, browser.Given.Count(c => c.Name.StartsWith("oidc.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Cookies_OfSignInsNobodyFinished_AreForgottenInTime()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        for (var i = 0; i < 50; i++)
        {
            await browser.RedirectAsync("/private");
            Assert.InRange(browser.Cookies.Count, 2, 40);
        }

        using var response = await host.SignInAsync(browser);
        Assert.Single(host.Tickets);
    }

    [Fact]
    public async Task SignIn_Again_AsksForAFreshOneAndGetsIt()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        var challenge = await browser.RedirectAsync("/sign-in-again");
        using var response = await browser.GetAsync(host.Provider.Authorise(challenge));

        Assert.Equal("300", ScriptedProvider.Query(challenge)["max_age"]);
        Assert.Equal("login", ScriptedProvider.Query(challenge)["prompt"]);
        Assert.Single(host.Tickets);
    }

    [Fact]
    public async Task SignIn_MaxAgeInOptions_IsAskedEveryTime()
    {
        await using var host = await SignInHost.StartAsync(options => options.MaxAge = TimeSpan.FromHours(1));
        using var browser = host.NewBrowser();

        Assert.Equal("3600", ScriptedProvider.Query(await browser.RedirectAsync("/private"))["max_age"]);
    }

    [Theory]
    [InlineData(PushedAuthorizationBehavior.UseIfAvailable)]
    [InlineData(PushedAuthorizationBehavior.Require)]
    public async Task PushedRequest_Offered_LeavesOnlyAReferenceInTheBrowser(PushedAuthorizationBehavior behaviour)
    {
        await using var host = await SignInHost.StartAsync(options => options.PushedAuthorizationBehavior = behaviour);
        using var browser = host.NewBrowser();
        host.Provider.OfferPushedRequests();

        var challenge = await browser.RedirectAsync("/private");
        using var response = await browser.GetAsync(host.Provider.Authorise(challenge));

        Assert.Equal(["client_id", "request_uri"], ScriptedProvider.Query(challenge).Keys.Order(StringComparer.Ordinal));
        Assert.Single(host.Tickets);
    }

    [Fact]
    public async Task PushedRequest_Disabled_IsNotUsed()
    {
        await using var host = await SignInHost.StartAsync(options =>
            options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable
        );
        using var browser = host.NewBrowser();
        host.Provider.OfferPushedRequests();

        Assert.Contains("state", ScriptedProvider.Query(await browser.RedirectAsync("/private")).Keys);
        Assert.DoesNotContain("/par", host.Provider.Requests);
    }

    [Theory]
    [InlineData(PushedAuthorizationBehavior.Require, false)]
    [InlineData(PushedAuthorizationBehavior.Disable, true)]
    public async Task PushedRequest_NotAgreedOn_IsUnavailable(PushedAuthorizationBehavior behaviour, bool required)
    {
        await using var host = await SignInHost.StartAsync(options => options.PushedAuthorizationBehavior = behaviour);
        using var browser = host.NewBrowser();
        host.Provider.Metadata["require_pushed_authorization_requests"] = required;

        using var response = await browser.GetAsync("/private");

        await host.AssertRefusedAsync(browser, response, "InvalidOperationException", HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task PushedRequest_Refused_IsUnavailable()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        host.Provider.OfferPushedRequests();
        host.Provider.Answer = request =>
            request.RequestUri!.AbsolutePath == "/par"
                ? ScriptedProvider.Json(new JsonObject { ["error"] = "invalid_request" }, HttpStatusCode.BadRequest)
                : null;

        using var response = await browser.GetAsync("/private");

        await host.AssertRefusedAsync(browser, response, "'invalid_request'", HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task ClientSecret_NotTheOneTheProviderKnows_IsRefused()
    {
        await using var host = await SignInHost.StartAsync(options => options.ClientSecret = "another");
        using var browser = host.NewBrowser();

        using var response = await host.SignInAsync(browser);

        await host.AssertRefusedAsync(browser, response, "'invalid_client'");
    }

    [Fact]
    public async Task ClientKey_Configured_ProvesThePortalAndNoSecretIsSent()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var host = await SignInHost.StartAsync(
            options => options.ClientSecret = null,
            ClientKey.FromPem(pair.ExportPkcs8PrivateKeyPem())
        );
        using var browser = host.NewBrowser();
        host.Provider.ClientKey = pair;
        host.Provider.Metadata["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt");
        host.Provider.OfferPushedRequests();

        using var first = await host.SignInAsync(browser);
        using var second = await host.SignInAsync(browser, "/sign-in");

        Assert.Contains("/par", host.Provider.Requests);
        Assert.All(host.Tickets, ticket => Assert.True(ticket.Principal.HasClaim("sub", "amina")));
        Assert.Equal(2, host.Provider.TokenRequests.Select(form => form["client_assertion"]).Distinct().Count());
    }

    [Fact]
    public async Task ClientKey_NotTheOneTheProviderKnows_IsRefused()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var host = await SignInHost.StartAsync(key: ClientKey.FromPem(other.ExportPkcs8PrivateKeyPem()));
        using var browser = host.NewBrowser();
        host.Provider.ClientKey = pair;

        using var response = await host.SignInAsync(browser);

        await host.AssertRefusedAsync(browser, response, "'invalid_client'");
    }

    [Fact]
    public void ClientKey_Rsa_IsTakenAndAnotherCurveIsNot()
    {
        using var rsa = RSA.Create(2048);
        using var large = ECDsa.Create(ECCurve.NamedCurves.nistP521);

        var request = new OpenIdConnectMessage { ClientSecret = "secret" };
        var options = new OpenIdConnectOptions
        {
            ClientId = "portal",
            Authority = ScriptedProvider.Issuer,
            TimeProvider = TimeProvider.System,
        };
        ClientKey.FromPem(rsa.ExportPkcs8PrivateKeyPem()).Prove(request, options);
        Assert.Equal("RS256", new JsonWebToken(request.ClientAssertion).Alg);
        Assert.Null(request.ClientSecret);
        Assert.Throws<ArgumentException>(() => ClientKey.FromPem(large.ExportPkcs8PrivateKeyPem()));
        Assert.ThrowsAny<ArgumentException>(() => ClientKey.FromPem("no key"));
    }

    [Fact]
    public async Task Keys_RolledOver_AreReadAgainOnce()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var callback = await host.BeginAsync(browser);
        host.Clock.Advance(ProviderMetadata.Pause);
        host.Provider.RollKeys();

        using var response = await browser.GetAsync(callback);

        Assert.Single(host.Tickets);
        Assert.Equal(2, host.Provider.Requests.Count(path => path == "/keys"));
    }

    [Fact]
    public async Task Keys_OneWithoutAName_ServesTokensThatNameNone()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        host.Provider.UseNamelessKey();

        using var response = await host.SignInAsync(browser);

        Assert.Single(host.Tickets);
    }

    [Fact]
    public async Task Algorithm_Ps256_IsTaken()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        host.Provider.Header = header => header["alg"] = "PS256";

        using var response = await host.SignInAsync(browser);

        Assert.Single(host.Tickets);
    }

    [Fact]
    public async Task Events_TokenValidated_MayRefuse()
    {
        await using var host = await SignInHost.StartAsync(options =>
            options.Events.OnTokenValidated = context =>
            {
                context.Fail("not this one");
                return Task.CompletedTask;
            }
        );
        using var browser = host.NewBrowser();

        using var response = await host.SignInAsync(browser);

        await host.AssertRefusedAsync(browser, response, "not this one");
    }

    [Fact]
    public async Task Events_Redirect_MayAddToTheRequestAndWhatItAsksIsChecked()
    {
        await using var host = await SignInHost.StartAsync(options =>
            options.Events.OnRedirectToIdentityProvider = context =>
            {
                context.ProtocolMessage.MaxAge = "1";
                context.ProtocolMessage.SetParameter("ui_locales", "cy");
                return Task.CompletedTask;
            }
        );
        using var browser = host.NewBrowser();
        host.Provider.Claims = claims => claims.Remove("auth_time");

        var challenge = await browser.RedirectAsync("/private");
        using var response = await browser.GetAsync(host.Provider.Authorise(challenge));

        Assert.Equal("cy", ScriptedProvider.Query(challenge)["ui_locales"]);
        await host.AssertRefusedAsync(browser, response, "no time of sign-in");
    }

    [Fact]
    public async Task Log_OfAGoodAndABadSignIn_HoldsNoSecrets()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var good = await host.BeginAsync(browser);
        using var signedIn = await browser.GetAsync(good);
        var bad = await host.BeginAsync(browser, "/sign-in");
        host.Provider.Claims = claims => claims["aud"] = "somebody-else";
        using var refused = await browser.GetAsync(bad);

        var log = string.Join('\n', host.Log);
        Assert.Contains("A sign-in response was refused", log, StringComparison.Ordinal);
        var secrets = new[] { good, bad }
            .SelectMany(a => new[] { ScriptedProvider.Query(a)["code"], ScriptedProvider.Query(a)["state"] })
            .Concat(host.Provider.TokenRequests.Select(form => form["code_verifier"]))
            .Append(ScriptedProvider.AccessToken)
            .Append(ScriptedProvider.ClientSecret)
            .Append(Assert.Single(host.Tickets).Properties.GetTokenValue("id_token")!);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
        Assert.DoesNotContain("eyJ", log, StringComparison.Ordinal);
    }
}
