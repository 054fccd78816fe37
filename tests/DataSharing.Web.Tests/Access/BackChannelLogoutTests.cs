using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Web.Access.OpenIdConnect;
using DataSharing.Web.Tests.Access.OpenIdConnect;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Browser = DataSharing.Web.Tests.Infrastructure.Browser;

namespace DataSharing.Web.Tests.Access;

/// <summary>OpenID Connect Back-Channel Logout 1.0. Each refused token differs from a good one in one thing.</summary>
public sealed class BackChannelLogoutTests(Portal portal) : IAsyncLifetime
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    private SigningInPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await SigningInPortal.StartAsync(portal);

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private static (string What, Action<JsonObject> Spoil)[] RefusedClaims =>
        [
            ("another issuer", claims => claims["iss"] = "https://evil.example.test"),
            ("no issuer", claims => claims.Remove("iss")),
            ("another audience", claims => claims["aud"] = "somebody-else"),
            ("no audience", claims => claims.Remove("aud")),
            ("somebody beside us", claims => claims["aud"] = new JsonArray(ScriptedProvider.ClientId, "somebody-else")),
            ("no time of issue", claims => claims.Remove("iat")),
            ("issued in time to come", claims => claims["iat"] = claims["iat"]!.GetValue<long>() + 61),
            ("expired", claims => claims["exp"] = claims["iat"]!.GetValue<long>() - 60),
            ("no expiry", claims => claims.Remove("exp")),
            ("a nonce", claims => claims["nonce"] = "a"),
            ("a nonce of null", claims => claims["nonce"] = null),
            ("no events", claims => claims.Remove("events")),
            ("events that are text", claims => claims["events"] = Event),
            ("events in a list", claims => claims["events"] = new JsonArray(Event)),
            ("another event", claims => claims["events"] = new JsonObject { ["urn:another"] = new JsonObject() }),
            ("an event that is no object", claims => claims["events"] = new JsonObject { [Event] = true }),
            (
                "neither person nor session",
                claims =>
                {
                    claims.Remove("sub");
                    claims.Remove("sid");
                }
            ),
            ("a person that is a number", claims => claims["sub"] = 42),
            ("a session that is a number", claims => claims["sid"] = 42),
            ("an empty session", claims => claims["sid"] = ""),
            ("no id", claims => claims.Remove("jti")),
            ("an id that is a number", claims => claims["jti"] = 1),
        ];

    private static (string What, Action<JsonObject> Spoil)[] RefusedHeaders =>
        [
            ("an access token's type", header => header["typ"] = "at+jwt"),
            ("a key brought along", header => header["jwk"] = new SigningKey("first").PublicJwk),
            ("an extension", header => header["crit"] = new JsonArray("exp2")),
            ("an unknown key's name", header => header["kid"] = "stranger"),
        ];

    [Fact]
    public async Task Logout_OfASession_EndsThatOneInEveryBrowserAndNoOther()
    {
        await _portal.APersonAsync("amina", Role.IgLead);
        var here = await SignedInAsync("amina", "session-1");
        var elsewhere = await SignedInAsync("amina", "session-2");
        await _portal.APersonAsync("bela", Role.IgLead);
        var another = await SignedInAsync("bela", "session-3");

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Token(Claims("amina", "session-1")))).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await here.GetAsync("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await another.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Logout_OfASessionWithoutItsPerson_EndsIt()
    {
        await _portal.APersonAsync("amina", Role.IgLead);
        var browser = await SignedInAsync("amina", "session-1");
        var claims = Claims("amina", "session-1");
        claims.Remove("sub");

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Token(claims))).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Logout_OfAPerson_EndsAllTheirSessionsAndNobodyElses()
    {
        await _portal.APersonAsync("amina", Role.IgLead);
        await _portal.APersonAsync("bela", Role.IgLead);
        Browser[] hers = [await SignedInAsync("amina", "session-1"), await SignedInAsync("amina", null)];
        var another = await SignedInAsync("bela", "session-3");
        var claims = Claims("amina", "session-1");
        claims.Remove("sid");

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Token(claims))).Status);

        foreach (var browser in hers)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await another.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Logout_OfSomebodyElsesSession_EndsNone()
    {
        await _portal.APersonAsync("amina", Role.IgLead);
        var browser = await SignedInAsync("amina", "session-1");

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Token(Claims("bela", "session-1")))).Status);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Logout_OfNobodyWeKnow_IsTakenAndNotStored()
    {
        var answer = await SendAsync(Token(Claims("nobody", "nothing")));

        Assert.Equal((HttpStatusCode.OK, "", "no-store"), (answer.Status, answer.Body, answer.Headers["Cache-Control"]));
    }

    [Fact]
    public async Task Logout_Twice_IsRefusedTheSecondTime()
    {
        await _portal.APersonAsync("amina", Role.IgLead);
        var token = Token(Claims("amina", "session-1"));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(token)).Status);
        var browser = await SignedInAsync("amina", "session-1");

        await AssertRefusedAsync(await SendAsync(token), browser);
    }

    [Fact]
    public async Task Logout_TwiceAtOnce_IsTakenOnce()
    {
        var token = Token(Claims("amina", "session-1"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(token)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(4, answers.Count(answer => answer.Status == HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Logout_AfterTheTokenHasExpired_ForgetsIt()
    {
        await SendAsync(Token(Claims("amina", "session-1")));
        _portal.Clock.Advance(TimeSpan.FromMinutes(5));

        await SendAsync(Token(Claims("amina", "session-2")));

        Assert.Equal(1, await _portal.Database.InDbAsync((db, _) => db.LogoutTokens.CountAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>One browser is signed in, and stays so whatever is sent.</summary>
    [Fact]
    public async Task Token_SpoiledInAnyWay_OrSentInAnotherShape_IsRefused()
    {
        string? idToken = null;
        _portal.Provider.TokenResponse = response => idToken = response["id_token"]!.GetValue<string>();
        var browser = await SignedInAsync();

        await AssertRefusedAsync(await SendAsync(idToken!), browser, "an ID token");
        await AssertWrongClaimsAreRefusedAsync(browser);
        await AssertAClaimTwiceIsRefusedAsync(browser);
        await AssertWrongHeadersAreRefusedAsync(browser);
        await AssertUnsignedOrSignedBySomebodyElseIsRefusedAsync(browser);
        await AssertAnotherShapeIsRefusedAsync(browser);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Token(Claims("amina", "session-1")))).Status); // it was that alone
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).Status);
    }

    private async Task AssertWrongClaimsAreRefusedAsync(Browser browser)
    {
        foreach (var (what, spoil) in RefusedClaims)
        {
            var claims = Claims("amina", "session-1");
            spoil(claims);
            await AssertRefusedAsync(await SendAsync(Token(claims)), browser, what);
        }
    }

    private async Task AssertAClaimTwiceIsRefusedAsync(Browser browser)
    {
        var claims = SigningKey
            .Json(Claims("bela", "session-1"))
            .Replace("\"sub\":", "\"sub\":\"amina\",\"sub\":", StringComparison.Ordinal);

        await AssertRefusedAsync(await SendAsync(_portal.Provider.Key.Sign(Header(), claims)), browser);
    }

    private async Task AssertWrongHeadersAreRefusedAsync(Browser browser)
    {
        foreach (var (what, spoil) in RefusedHeaders)
        {
            await AssertRefusedAsync(await SendAsync(Token(Claims("amina", "session-1"), spoil)), browser, what);
        }
    }

    private async Task AssertUnsignedOrSignedBySomebodyElseIsRefusedAsync(Browser browser)
    {
        var claims = SigningKey.Json(Claims("amina", "session-1"));
        var secret = Encoding.UTF8.GetBytes(ScriptedProvider.ClientSecret);
        string[] tokens =
        [
            SigningKey.Token(new JsonObject { ["alg"] = "none", ["typ"] = "logout+jwt" }, claims, _ => []),
            SigningKey.SignSymmetrically(secret, new JsonObject { ["alg"] = "HS256", ["kid"] = "first" }, claims),
            SigningKey.SignSymmetrically(
                _portal.Provider.Key.PublicKeyBytes,
                new JsonObject { ["alg"] = "HS256", ["kid"] = "first" },
                claims
            ),
            new SigningKey("first").Sign(new JsonObject { ["alg"] = "RS256", ["kid"] = "first" }, claims),
            "rubbish",
            "a.b.c",
        ];

        foreach (var token in tokens)
        {
            await AssertRefusedAsync(await SendAsync(token), browser, token);
        }
    }

    private async Task AssertAnotherShapeIsRefusedAsync(Browser browser)
    {
        var token = Token(Claims("amina", "session-1"));
        using var twice = new FormUrlEncodedContent([new("logout_token", token), new("logout_token", token)]);
        using var without = new FormUrlEncodedContent([new("token", token)]);
        using var json = new StringContent($$"""{"logout_token":"{{token}}"}""", Encoding.UTF8, "application/json");
        using var large = new FormUrlEncodedContent([new("logout_token", token), new("padding", new string('x', 40_000))]);

        foreach (var content in new HttpContent[] { twice, without, json, large })
        {
            await AssertRefusedAsync(await SendAsync(content), browser);
        }

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.GetAsync("/signout-backchannel")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Token_OfALogoutTokensType_IsTaken()
    {
        await _portal.APersonAsync("amina", Role.IgLead);
        foreach (var type in new[] { "logout+jwt", "JWT", null })
        {
            var browser = await SignedInAsync("amina", "session-1");

            var answer = await SendAsync(
                Token(
                    Claims("amina", "session-1"),
                    header =>
                    {
                        header.Remove("typ");
                        if (type is not null)
                        {
                            header["typ"] = type;
                        }
                    }
                )
            );

            Assert.Equal((type, HttpStatusCode.OK), (type, answer.Status));
            Assert.Equal((type, HttpStatusCode.Redirect), (type, (await browser.GetAsync("/")).Status));
        }
    }

    [Fact]
    public async Task Token_SignedByANewKey_IsTaken()
    {
        var browser = await SignedInAsync();
        _portal.Clock.Advance(ProviderMetadata.Pause);
        _portal.Provider.RollKeys();

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Token(Claims("amina", "session-1")))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Provider_DownAndItsKeysUnknown_IsUnavailable()
    {
        _portal.Provider.Down = true;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SendAsync(Token(Claims("amina", "session-1")))).Status);
    }

    [Fact]
    public async Task Session_Ended_KeepsNoTicketAndIsRememberedForHalfAnHour()
    {
        await SignedInAsync();
        await SendAsync(Token(Claims("amina", "session-1")));

        var row = await _portal.Database.InDbAsync((db, _) => db.Sessions.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal((ScriptedProvider.Issuer, "amina", "session-1", null), (row.Issuer, row.Subject, row.SessionId, row.Ticket));

        _portal.Clock.Advance(TimeSpan.FromMinutes(31));
        await _portal.APersonAsync("bela", Role.IgLead);
        await SignedInAsync("bela", "session-9");
        Assert.Equal(1, await _portal.SessionsAsync());
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task Post_AfterTheProviderEndedTheSession_IsParkedForItsPersonForHalfAnHour(int minutes, bool parked)
    {
        var amina = await _portal.APersonAsync("amina", Role.OrganisationAdmin);
        var browser = await SignedInAsync("amina", "session-1");
        var address = $"/organisations/{amina.Organisation.Value}/edit";
        var page = await browser.GetAsync(address);
        await SendAsync(Token(Claims("amina", "session-1")));
        _portal.Clock.Advance(TimeSpan.FromMinutes(minutes));

        await browser.SendAsync(page, address, ("Form.Note", "typed before"));

        var posts = await _portal.Database.InDbAsync((db, _) => db.ParkedPosts.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(parked ? ["amina"] : Array.Empty<string>(), posts.Select(post => post.Subject));
    }

    [Fact]
    public async Task Post_AfterTheProviderEndedTheSession_WithoutTheFormTokenOfItsPerson_IsNotParked()
    {
        var amina = await _portal.APersonAsync("amina", Role.OrganisationAdmin);
        await _portal.Database.InDbAsync(
            (db, now) =>
            {
                var bela = DataSharing.Domain.People.Person.FirstSeen(ScriptedProvider.Issuer, "bela", "bela", now);
                db.People.Add(bela);
                db.Memberships.Add(
                    DataSharing.Domain.People.Membership.Begin(bela.Id, amina.Organisation, Role.OrganisationAdmin, Act.OfThePortal, now)
                );
                return Task.FromResult(true);
            }
        );
        var (browser, cookies) = _portal.NewBrowser();
        NameTheSession("session-2");
        await _portal.SignInAsync(browser, "bela");
        var address = $"/organisations/{amina.Organisation.Value}/edit";
        var belas = await browser.GetAsync(address); // in the same browser, so with the same form cookie
        NameTheSession("session-1");
        await _portal.SignInAsync(browser, "amina");
        await SendAsync(Token(Claims("amina", "session-1")));

        var answer = await browser.SendAsync(belas, address, ("Form.Note", "typed by another"));
        using var none = new FormUrlEncodedContent([new("Form.Note", "typed by a stranger")]);
        var forged = await browser.PostRawAsync(address, none);

        Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(address)}", PathOf(answer.Location!));
        Assert.Equal(HttpStatusCode.Redirect, forged.Status);
        Assert.Equal(0, await _portal.Database.InDbAsync((db, _) => db.ParkedPosts.CountAsync(TestContext.Current.CancellationToken)));
        Assert.NotEmpty(cookies.GetAllCookies());
    }

    private static string PathOf(Uri address) => address.IsAbsoluteUri ? address.PathAndQuery : address.OriginalString;

    private void NameTheSession(string? session) =>
        _portal.Provider.MoreClaims = claims =>
        {
            if (session is not null)
            {
                claims["sid"] = session;
            }
        };

    private async Task<Browser> SignedInAsync()
    {
        await _portal.APersonAsync("amina", Role.IgLead);
        return await SignedInAsync("amina", "session-1");
    }

    private async Task<Browser> SignedInAsync(string subject, string? session)
    {
        NameTheSession(session);
        var (browser, _) = await _portal.SignedInAsync(subject);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
        return browser;
    }

    private JsonObject Claims(string subject, string session)
    {
        var now = _portal.Clock.GetUtcNow().ToUnixTimeSeconds();
        return new JsonObject
        {
            ["iss"] = ScriptedProvider.Issuer,
            ["aud"] = ScriptedProvider.ClientId,
            ["iat"] = now,
            ["exp"] = now + 120,
            ["jti"] = Guid.NewGuid().ToString(),
            ["sub"] = subject,
            ["sid"] = session,
            ["events"] = new JsonObject { [Event] = new JsonObject() },
        };
    }

    private JsonObject Header() =>
        new()
        {
            ["alg"] = "RS256",
            ["typ"] = "logout+jwt",
            ["kid"] = _portal.Provider.Key.Kid,
        };

    private string Token(JsonObject claims, Action<JsonObject>? change = null)
    {
        var header = Header();
        change?.Invoke(header);
        return _portal.Provider.Key.Sign(header, SigningKey.Json(claims));
    }

    private async Task<Answer> SendAsync(string token)
    {
        using var form = new FormUrlEncodedContent([new("logout_token", token)]);
        return await SendAsync(form);
    }

    /// <summary>The provider has no cookies of ours.</summary>
    private async Task<Answer> SendAsync(HttpContent content)
    {
        var (provider, _) = _portal.NewBrowser();
        return await provider.PostRawAsync("/signout-backchannel", content);
    }

    private static async Task AssertRefusedAsync(Answer answer, Browser browser, string? what = null)
    {
        Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{what}: {answer.Status}");
        Assert.Equal("""{"error":"invalid_request"}""", answer.Body);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
    }
}
