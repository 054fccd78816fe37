using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Web.Access.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Tests.Access.OpenIdConnect;

/// <summary>ID tokens that are not good enough (OpenID Connect Core §3.1.3.7). Each differs from a good one in one thing.</summary>
public sealed class IdTokenRefusalTests
{
    [Theory]
    [InlineData("https://evil.example.test")]
    [InlineData("https://id.example.test/")]
    [InlineData(null)]
    public Task Issuer_NotExactlyTheAuthority_IsRefused(string? issuer) =>
        AssertRefusedAsync(claims => Set(claims, "iss", issuer), "SecurityTokenInvalidIssuerException");

    [Theory]
    [InlineData("somebody-else")]
    [InlineData(null)]
    [InlineData("DATA SHARING:PORTAL")]
    public Task Audience_Wrong_IsRefused(string? audience) =>
        AssertRefusedAsync(claims => Set(claims, "aud", audience), "SecurityTokenInvalidAudienceException");

    [Fact]
    public Task Audience_SomebodyBesideUs_IsRefused() =>
        AssertRefusedAsync(
            claims =>
            {
                claims["aud"] = new JsonArray(ScriptedProvider.ClientId, "somebody-else");
                claims["azp"] = ScriptedProvider.ClientId;
            },
            "SecurityTokenInvalidAudienceException"
        );

    [Fact]
    public Task AuthorisedParty_SomebodyElse_IsRefused() =>
        AssertRefusedAsync(claims => claims["azp"] = "somebody-else", "OpenIdConnectProtocolException");

    [Fact]
    public async Task AuthorisedParty_Us_IsTaken() => await AssertTakenAsync(claims => claims["azp"] = ScriptedProvider.ClientId);

    [Theory]
    [InlineData("exp", -60, "SecurityTokenInvalidLifetimeException")]
    [InlineData("exp", null, "SecurityTokenInvalidLifetimeException")]
    [InlineData("nbf", 61, "SecurityTokenInvalidLifetimeException")]
    [InlineData("iat", 61, "SecurityTokenInvalidLifetimeException")]
    [InlineData("iat", null, "SecurityTokenInvalidLifetimeException")]
    [InlineData("auth_time", 61, "SecurityTokenInvalidLifetimeException")]
    public Task Time_BeyondTheSkew_IsRefused(string claim, int? secondsFromNow, string reason) =>
        AssertRefusedAsync((host, claims) => SetTime(host, claims, claim, secondsFromNow), reason);

    [Theory]
    [InlineData("exp", -59)]
    [InlineData("nbf", 60)]
    [InlineData("iat", 60)]
    [InlineData("auth_time", 60)]
    public async Task Time_WithinTheSkew_IsTaken(string claim, int secondsFromNow) =>
        await AssertTakenAsync((host, claims) => SetTime(host, claims, claim, secondsFromNow));

    [Fact]
    public Task Expiry_OfAnotherKind_IsRefused() => AssertRefusedAsync(claims => claims["exp"] = "tomorrow", "ArgumentException");

    [Theory]
    [InlineData("-361", "older than was asked")]
    [InlineData(null, "no time of sign-in")]
    [InlineData("text", "no time of sign-in")]
    public Task FreshSignIn_StaleOrUnsaid_IsRefused(string? time, string reason) =>
        AssertRefusedAsync(
            (host, claims) =>
            {
                if (time == "text")
                {
                    claims["auth_time"] = "just now";
                }
                else
                {
                    SetTime(
                        host,
                        claims,
                        "auth_time",
                        time is null ? null : int.Parse(time, System.Globalization.CultureInfo.InvariantCulture)
                    );
                }
            },
            reason,
            "/sign-in-again"
        );

    [Fact]
    public async Task FreshSignIn_JustInTime_IsTaken() =>
        await AssertTakenAsync((host, claims) => SetTime(host, claims, "auth_time", -360), "/sign-in-again");

    [Theory]
    [InlineData("of-another-sign-in")]
    [InlineData("")]
    [InlineData(null)]
    public Task Nonce_WrongOrMissing_IsRefused(string? nonce) =>
        AssertRefusedAsync(claims => Set(claims, "nonce", nonce), "OpenIdConnectProtocolInvalidNonceException");

    [Fact]
    public async Task Nonce_ReplayedFromAnEarlierToken_IsRefused()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        using var victim = host.NewBrowser();
        string? earlier = null;
        host.Provider.TokenResponse = response => earlier = response["id_token"]!.GetValue<string>();
        using var first = await host.SignInAsync(victim);
        host.Provider.TokenResponse = response => response["id_token"] = earlier;
        foreach (var _ in host.Tickets.ToList())
        {
            using var left = await victim.GetAsync("/sign-out");
        }

        using var response = await host.SignInAsync(browser);

        await host.AssertRefusedAsync(browser, response, "OpenIdConnectProtocolInvalidNonceException");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public Task Subject_Missing_IsRefused(string? subject) =>
        AssertRefusedAsync(claims => Set(claims, "sub", subject), "OpenIdConnectProtocolException");

    [Fact]
    public Task Subject_NotText_IsRefused() => AssertRefusedAsync(claims => claims["sub"] = 42, "it has no sub");

    [Fact]
    public Task AccessTokenHash_Wrong_IsRefused() =>
        AssertRefusedAsync(
            claims => claims["at_hash"] = Base64UrlEncoder.Encode(new byte[16]),
            "OpenIdConnectProtocolInvalidAtHashException"
        );

    [Fact]
    public Task Signature_OfAnotherKeyWithTheSameName_IsRefused()
    {
        var impostor = new SigningKey("first");
        return AssertRefusedAsync(
            (header, claims) => impostor.Sign(header, SigningKey.Json(claims)),
            "SecurityTokenInvalidSignatureException"
        );
    }

    [Fact]
    public Task Signature_OverOtherClaims_IsRefused()
    {
        var genuine = new Func<SigningKey, JsonObject, JsonObject, string>(
            (key, header, claims) =>
            {
                var signature = key.Sign(header, SigningKey.Json(claims)).Split('.')[2];
                claims["sub"] = "administrator";
                return SigningKey.Token(header, SigningKey.Json(claims), _ => Base64UrlEncoder.DecodeBytes(signature));
            }
        );
        return AssertRefusedAsync(
            host => host.Provider.Sign = (header, claims) => genuine(host.Provider.Key, header, claims),
            "SecurityTokenInvalidSignatureException"
        );
    }

    [Fact]
    public Task Signature_CutOff_IsRefused() =>
        AssertRefusedAsync((header, claims) => SigningKey.Token(header, SigningKey.Json(claims), _ => []), "it is not signed");

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("nOnE")]
    public Task Algorithm_None_IsRefused(string none) =>
        AssertRefusedAsync(
            (header, claims) =>
            {
                header["alg"] = none;
                return SigningKey.Token(header, SigningKey.Json(claims), _ => []);
            },
            "it is not signed"
        );

    [Fact]
    public Task Algorithm_Hs256WithTheClientSecret_IsRefused() =>
        AssertRefusedAsync(
            (header, claims) => Symmetric(Encoding.UTF8.GetBytes(ScriptedProvider.ClientSecret), header, claims),
            "SecurityTokenInvalidSignatureException"
        );

    [Fact]
    public Task Algorithm_Hs256WithThePublicKey_IsRefused() =>
        AssertRefusedAsync(
            host => host.Provider.Sign = (header, claims) => Symmetric(host.Provider.Key.PublicKeyBytes, header, claims),
            "SecurityTokenInvalidSignatureException"
        );

    [Fact]
    public Task Algorithm_Hs256WithASymmetricKeyAmongTheProviders_IsRefused()
    {
        var secret = Encoding.UTF8.GetBytes(ScriptedProvider.ClientSecret);
        return AssertRefusedAsync(
            host =>
            {
                host.Provider.Answer = request =>
                    request.RequestUri!.AbsolutePath == "/keys"
                        ? ScriptedProvider.Json(
                            new JsonObject
                            {
                                ["keys"] = new JsonArray(
                                    host.Provider.Key.PublicJwk,
                                    new JsonObject
                                    {
                                        ["kty"] = "oct",
                                        ["kid"] = "shared",
                                        ["k"] = Base64UrlEncoder.Encode(secret),
                                    }
                                ),
                            }
                        )
                        : null;
                host.Provider.Header = header => header["kid"] = "shared";
                host.Provider.Sign = (header, claims) => Symmetric(secret, header, claims);
            },
            "SecurityTokenSignatureKeyNotFoundException"
        );
    }

    [Fact]
    public async Task Algorithm_NotOnTheList_IsRefusedThoughTheSignatureIsGood()
    {
        await using var host = await SignInHost.StartAsync(change: options =>
            options.TokenValidationParameters.ValidAlgorithms = ["ES256"]
        );
        using var browser = host.NewBrowser();

        using var response = await host.SignInAsync(browser);

        await host.AssertRefusedAsync(browser, response, "SecurityTokenInvalidSignatureException");
    }

    [Fact]
    public Task Key_Unknown_IsRefused()
    {
        var stranger = new SigningKey("stranger");
        return AssertRefusedAsync(
            (header, claims) =>
            {
                header["kid"] = "stranger";
                return stranger.Sign(header, SigningKey.Json(claims));
            },
            "SecurityTokenSignatureKeyNotFoundException"
        );
    }

    [Fact]
    public Task Key_UnknownNameOnAGoodSignature_IsRefused() =>
        AssertRefusedAsync(
            host =>
                host.Provider.Sign = (header, claims) =>
                {
                    header["kid"] = "stranger";
                    return host.Provider.Key.Sign(header, SigningKey.Json(claims));
                },
            "SecurityTokenSignatureKeyNotFoundException"
        );

    [Theory]
    [InlineData("jwk")]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("x5c")]
    public async Task Key_BroughtAlong_IsRefusedAndNeverFetched(string name)
    {
        var own = new SigningKey("mine");
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        host.Provider.Sign = (header, claims) =>
        {
            header["kid"] = "mine";
            header[name] = name switch
            {
                "jwk" => own.PublicJwk,
                "x5c" => new JsonArray("MIIB"),
                _ => "https://evil.example.test/keys",
            };
            return own.Sign(header, SigningKey.Json(claims));
        };

        using var response = await host.SignInAsync(browser);

        await host.AssertRefusedAsync(browser, response, "SecurityTokenSignatureKeyNotFoundException");
        Assert.Equal(2, host.Provider.Requests.Count(path => path == "/keys")); // the provider's own, twice
    }

    [Theory]
    [InlineData("jwk")]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("x5c")]
    public Task Key_BroughtAlongBesideAGoodSignature_IsRefused(string name) =>
        AssertRefusedAsync(host => host.Provider.Header = header => header[name] = "https://id.example.test/keys", "brings its own key");

    [Fact]
    public Task Header_ExtensionThatMustBeUnderstood_IsRefused() =>
        AssertRefusedAsync(
            host =>
                host.Provider.Header = header =>
                {
                    header["crit"] = new JsonArray("exp2");
                    header["exp2"] = 1;
                },
            "unknown extension"
        );

    [Theory]
    [InlineData("at+jwt")]
    [InlineData("logout+jwt")]
    public Task Type_OfAnotherToken_IsRefused(string type) =>
        AssertRefusedAsync(host => host.Provider.Header = header => header["typ"] = type, "another type");

    [Fact]
    public Task Claim_Twice_IsRefused() =>
        AssertRefusedAsync(
            host =>
                host.Provider.Sign = (header, claims) =>
                    host.Provider.Key.Sign(
                        header,
                        SigningKey.Json(claims).Replace("\"sub\":", "\"sub\":\"somebody\",\"sub\":", StringComparison.Ordinal)
                    ),
            "refused"
        );

    [Theory]
    [InlineData("rubbish", "SecurityTokenMalformedException")]
    [InlineData("a.b.c", "ArgumentException")]
    [InlineData("e30.e30.", "SecurityTokenInvalidLifetimeException")]
    [InlineData("a.b.c.d.e", "ArgumentException")]
    public Task Token_Malformed_IsRefused(string token, string reason) => AssertRefusedAsync((_, _) => token, reason);

    [Fact]
    public Task Token_Missing_IsRefused() =>
        AssertRefusedAsync(host => host.Provider.TokenResponse = response => response.Remove("id_token"), "lacks a token");

    [Fact]
    public Task Token_NotText_IsRefused() =>
        AssertRefusedAsync(
            host => host.Provider.TokenResponse = response => response["id_token"] = new JsonArray("x"),
            "SecurityTokenMalformedException"
        );

    [Fact]
    public Task AccessToken_Missing_IsRefused() =>
        AssertRefusedAsync(host => host.Provider.TokenResponse = response => response.Remove("access_token"), "lacks a token");

    [Theory]
    [InlineData("MAC")]
    [InlineData(null)]
    public Task TokenType_NotBearer_IsRefused(string? type) =>
        AssertRefusedAsync(host => host.Provider.TokenResponse = response => Set(response, "token_type", type), "another type");

    private static string Symmetric(byte[] secret, JsonObject header, JsonObject claims)
    {
        header["alg"] = "HS256";
        return SigningKey.SignSymmetrically(secret, header, SigningKey.Json(claims));
    }

    private static void Set(JsonObject target, string name, string? value)
    {
        target.Remove(name);
        if (value is not null)
        {
            target[name] = value;
        }
    }

    private static void SetTime(SignInHost host, JsonObject claims, string name, int? secondsFromNow)
    {
        claims.Remove(name);
        if (secondsFromNow is { } seconds)
        {
            claims[name] = host.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds;
        }
    }

    private static Task AssertRefusedAsync(Action<JsonObject> claims, string reason) =>
        AssertRefusedAsync(host => host.Provider.Claims = claims, reason);

    private static Task AssertRefusedAsync(Action<SignInHost, JsonObject> claims, string reason, string address = "/private") =>
        AssertRefusedAsync(host => host.Provider.Claims = set => claims(host, set), reason, address);

    private static Task AssertRefusedAsync(Func<JsonObject, JsonObject, string> sign, string reason) =>
        AssertRefusedAsync(host => host.Provider.Sign = sign, reason);

    /// <summary>The clock moves between the two halves, so that the provider's keys may be read again and the refusal is not for want of trying.</summary>
    private static async Task AssertRefusedAsync(Action<SignInHost> script, string reason, string address = "/private")
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        script(host);
        var callback = await host.BeginAsync(browser, address);
        host.Clock.Advance(ProviderMetadata.Pause);

        using var response = await browser.GetAsync(callback);

        await host.AssertRefusedAsync(browser, response, reason);
    }

    private static Task AssertTakenAsync(Action<JsonObject> claims) => AssertTakenAsync((_, set) => claims(set));

    private static async Task AssertTakenAsync(Action<SignInHost, JsonObject> claims, string address = "/private")
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        host.Provider.Claims = set => claims(host, set);

        using var response = await host.SignInAsync(browser, address);

        Assert.Single(host.Tickets);
    }
}
