using System.Net;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Access;

/// <summary>Sessions as a browser has them: by cookie, through the provider, over time.</summary>
public sealed class SessionTests(Portal portal) : IAsyncLifetime
{
    private const string SessionCookie = "__Host-ds-session";

    private SigningInPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await SigningInPortal.StartAsync(portal);

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task SignIn_SetsOneCookieThatOnlyWeCanReadAndOnlyHttpsCarries()
    {
        await _portal.APersonAsync("amina", Role.IgLead);
        var (browser, cookies) = _portal.NewBrowser();

        var answer = await _portal.SignInAsync(browser, "amina");

        var session = answer.Headers["Set-Cookie"].Split(',').Single(c => c.StartsWith(SessionCookie, StringComparison.Ordinal));
        Assert.All(
            ["secure", "httponly", "samesite=lax", "path=/"],
            part => Assert.Contains(part, session, StringComparison.OrdinalIgnoreCase)
        );
        Assert.DoesNotContain("expires", session, StringComparison.OrdinalIgnoreCase);
        await browser.GetAsync("/acting-for");
        Assert.All(
            cookies.GetAllCookies(),
            cookie =>
            {
                Assert.StartsWith("__Host-", cookie.Name, StringComparison.Ordinal);
                Assert.True(cookie.HttpOnly && cookie.Secure, cookie.Name);
            }
        );
        Assert.DoesNotContain("amina", answer.Headers["Set-Cookie"], StringComparison.Ordinal);
        Assert.Equal(1, await _portal.SessionsAsync());
    }

    [Fact]
    public async Task SignIn_AgainInTheSameBrowser_BeginsANewSessionAndEndsTheOld()
    {
        await _portal.APersonAsync("amina", Role.IgLead);
        var (browser, cookies) = await _portal.SignedInAsync("amina");
        var before = Value(cookies);

        await _portal.SignInAsync(browser, "amina");

        Assert.NotEqual(before, Value(cookies));
        Assert.Equal(1, await _portal.SessionsAsync());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await Replaying(before).GetAsync("/")).Status);
    }

    [Fact]
    public async Task Session_LeftAloneForHalfAnHour_IsOver_ButNotWhileItIsUsed()
    {
        await _portal.APersonAsync("amina", Role.IgLead);
        var (browser, _) = await _portal.SignedInAsync("amina");

        // Each pause is shorter than half an hour, so the session lives on.
        foreach (var minutes in (int[])[14, 29, 2, 29, 29])
        {
            _portal.Clock.Advance(TimeSpan.FromMinutes(minutes));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
        }

        _portal.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("/sign-in?returnUrl=%2F", Path(await browser.GetAsync("/")));
    }

    [Fact]
    public async Task Session_TwelveHoursAfterSignIn_IsOverHoweverMuchItIsUsed()
    {
        await _portal.APersonAsync("amina", Role.IgLead);
        var (browser, _) = await _portal.SignedInAsync("amina");

        for (var quarter = 1; quarter < 48; quarter++)
        {
            _portal.Clock.Advance(TimeSpan.FromMinutes(15));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
        }

        _portal.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task SignOut_ReplayOfTheOldCookie_IsNobody()
    {
        await _portal.APersonAsync("amina", Role.IgLead);
        var (browser, cookies) = await _portal.SignedInAsync("amina");
        var old = Value(cookies);
        Assert.Equal(HttpStatusCode.OK, (await Replaying(old).GetAsync("/")).Status);

        var answer = await browser.SendAsync("/sign-out");

        Assert.StartsWith("https://id.example.test/logout?", answer.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal("\"cache\", \"storage\"", answer.Headers["Clear-Site-Data"]);
        var row = await _portal.Database.InDbAsync((db, _) => db.Sessions.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal((true, null), (row.EndedAt is not null, row.Ticket));
        Assert.Equal("/sign-in?returnUrl=%2F", Path(await Replaying(old).GetAsync("/")));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Cookie_MadeUp_IsNobody()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await Replaying("made-up").GetAsync("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Replaying("made-up").GetAsync("/privacy")).Status);
    }

    [Fact]
    public async Task Role_TakenAway_CountsOnTheNextRequestOfTheSameBrowser()
    {
        var person = await _portal.APersonAsync("amina", Role.OrganisationAdmin, Role.IgLead);
        var (browser, _) = await _portal.SignedInAsync("amina");
        var address = $"/organisations/{person.Organisation.Value}/edit";
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).Status);

        await _portal.Database.InDbAsync(
            async (db, now) =>
            {
                var held = await db.Memberships.SingleAsync(
                    m => m.Person == person.Id && m.Role == Role.OrganisationAdmin,
                    TestContext.Current.CancellationToken
                );
                held.End(new Actor(PersonId.New(), person.Organisation, new HashSet<Role> { Role.OrganisationAdmin }), "left", now);
                return true;
            }
        );

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(address)).Status);
    }

    [Fact]
    public async Task SignIn_UnderANewName_TakesItOverAndTells()
    {
        var person = await _portal.APersonAsync("amina", Role.IgLead);
        var (browser, _) = _portal.NewBrowser();

        await _portal.SignInAsync(browser, "amina", "Amina Shah");

        Assert.Contains(
            "Amina Shah",
            (await browser.GetAsync("/")).Document.QuerySelector("header")!.TextContent,
            StringComparison.Ordinal
        );
        var told = await TrailAsync(person.Id.Value);
        Assert.Equal(["person.first-seen", "person.renamed"], told);
    }

    [Fact]
    public async Task SignIn_SomebodyUnknown_IsMadeAPersonWithoutAnyRole()
    {
        var (browser, _) = await _portal.SignedInAsync("stranger");

        Assert.Equal("/no-membership", Path(await browser.GetAsync("/")));
        Assert.Contains("You are signed in as stranger", (await browser.GetAsync("/no-membership")).Main, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await _portal.Database.InDbAsync(
                (db, _) => db.People.CountAsync(p => p.Subject == "stranger", TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public async Task Post_SessionOver_IsParkedAndGivenBackToTheSamePersonOnly()
    {
        var amina = await _portal.APersonAsync("amina", Role.OrganisationAdmin);
        await _portal.Database.InDbAsync(
            (db, now) =>
            {
                var other = DataSharing.Domain.People.Person.FirstSeen(OpenIdConnect.ScriptedProvider.Issuer, "bela", "bela", now);
                db.People.Add(other);
                db.Memberships.Add(
                    DataSharing.Domain.People.Membership.Begin(other.Id, amina.Organisation, Role.OrganisationAdmin, Act.OfThePortal, now)
                );
                return Task.FromResult(true);
            }
        );
        var (browser, _) = await _portal.SignedInAsync("amina");
        var address = $"/organisations/{amina.Organisation.Value}/edit";
        var page = await browser.GetAsync(address);
        _portal.Clock.Advance(TimeSpan.FromMinutes(31));

        var sent = await browser.SendAsync(page, address, ("Form.Note", "typed before"), ("Form.Standing", "IsPublicBody"));
        var signIn = await browser.GetAsync(Path(sent)!);
        var returnUrl = signIn.Document.QuerySelector("input[name=returnUrl]")!.GetAttribute("value")!;
        var start = $"/sign-in/start?returnUrl={Uri.EscapeDataString(returnUrl)}";
        Assert.StartsWith($"{address}?parked=", returnUrl, StringComparison.Ordinal);

        var (others, _) = _portal.NewBrowser();
        Assert.Equal(returnUrl, Path(await _portal.SignInAsync(others, "bela", start: start)));
        var forBela = await others.GetAsync(returnUrl);
        Assert.Equal(HttpStatusCode.OK, forBela.Status);
        Assert.DoesNotContain("typed before", forBela.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing you typed is lost", forBela.Body, StringComparison.Ordinal);

        Assert.Equal(returnUrl, Path(await _portal.SignInAsync(browser, "amina", start: start)));
        var filled = await browser.GetAsync(returnUrl);
        Assert.Contains("Nothing you typed is lost", filled.Body, StringComparison.Ordinal);
        Assert.Equal("typed before", filled.Document.QuerySelector("[name='Form.Note']")?.GetAttribute("value"));
        Assert.Equal("IsPublicBody", filled.Document.QuerySelector("input[checked]")?.GetAttribute("value"));
        Assert.DoesNotContain("organisation.described", await TrailAsync(amina.Organisation.Value));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(filled, returnUrl)).Status);
        Assert.Contains("organisation.described", await TrailAsync(amina.Organisation.Value));
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task Post_SignedOutInAnotherWindow_IsKeptForItsPersonForHalfAnHour(int minutes, bool isKept)
    {
        var amina = await _portal.APersonAsync("amina", Role.OrganisationAdmin);
        var (browser, _) = await _portal.SignedInAsync("amina");
        var address = $"/organisations/{amina.Organisation.Value}/edit";
        var page = await browser.GetAsync(address);
        await browser.SendAsync("/sign-out");
        _portal.Clock.Advance(TimeSpan.FromMinutes(minutes));

        var signIn = await browser.GetAsync(Path(await browser.SendAsync(page, address, ("Form.Note", "typed before")))!);

        Assert.Equal(isKept, signIn.Main.Contains("What you typed is kept for half an hour", StringComparison.Ordinal));
        var returnUrl = signIn.Document.QuerySelector("input[name=returnUrl]")!.GetAttribute("value")!;
        await _portal.SignInAsync(browser, "amina", start: $"/sign-in/start?returnUrl={Uri.EscapeDataString(returnUrl)}");
        Assert.Equal(isKept, (await browser.GetAsync(returnUrl)).Body.Contains("typed before", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_SessionOver_IsKeptEncryptedAndForHalfAnHour()
    {
        var amina = await _portal.APersonAsync("amina", Role.OrganisationAdmin);
        var (browser, _) = await _portal.SignedInAsync("amina");
        var address = $"/organisations/{amina.Organisation.Value}/edit";
        var page = await browser.GetAsync(address);
        _portal.Clock.Advance(TimeSpan.FromMinutes(31));

        var sent = await browser.SendAsync(page, address, ("Form.Note", "typed before"));
        var returnUrl = Uri.UnescapeDataString(Path(sent)!.Split('=', 2)[1]);
        var kept = await _portal.Database.InDbAsync((db, _) => db.ParkedPosts.SingleAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("typed before", System.Text.Encoding.UTF8.GetString(kept.Form), StringComparison.Ordinal);

        _portal.Clock.Advance(TimeSpan.FromMinutes(30));
        await _portal.SignInAsync(browser, "amina");
        Assert.DoesNotContain("typed before", (await browser.GetAsync(returnUrl)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SessionOverWithAbsurdlyManyFields_IsNoFailure()
    {
        var amina = await _portal.APersonAsync("amina", Role.OrganisationAdmin);
        var (browser, _) = await _portal.SignedInAsync("amina");
        _portal.Clock.Advance(TimeSpan.FromMinutes(31));
        using var many = new FormUrlEncodedContent(Enumerable.Range(0, 3000).Select(i => KeyValuePair.Create($"f{i}", "x")));

        using var response = await browser.Client.PostAsync(
            $"/organisations/{amina.Organisation.Value}/edit",
            many,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Post_SignInOlderThanFiveMinutes_LeadsThroughTheProviderAndComesBackFilled()
    {
        var amina = await _portal.APersonAsync("amina", Role.OrganisationAdmin);
        var (browser, cookies) = await _portal.SignedInAsync("amina");
        var before = Value(cookies);
        var address = $"/organisations/{amina.Organisation.Value}/people/invite";
        _portal.Clock.Advance(TimeSpan.FromMinutes(6));

        var leading = await browser.SendAsync(
            address,
            ("Form.Name", "Dan Price"),
            ("Form.Recipient", "dan@council.example"),
            ("Form.Role", "IgLead")
        );
        Assert.Contains("max_age=300", leading.Location!.Query, StringComparison.Ordinal);
        Assert.Contains("prompt=login", leading.Location.Query, StringComparison.Ordinal);
        var back = await _portal.ComeBackAsync(browser, leading, "amina");
        var filled = await browser.GetAsync(Path(back)!);
        var made = await browser.GetAsync(Path(await browser.SendAsync(filled, Path(back)!))!);

        Assert.NotEqual(before, Value(cookies));
        Assert.Equal("dan@council.example", filled.Document.QuerySelector("[name='Form.Recipient']")?.GetAttribute("value"));
        Assert.StartsWith("Pass this link on to", made.Heading, StringComparison.Ordinal);
        Assert.StartsWith(
            "https://localhost/invitations/accept?key=",
            made.Document.QuerySelector("main code")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task SignIn_ProviderDown_IsAPageOfOurs()
    {
        _portal.Provider.Down = true;
        var (browser, _) = _portal.NewBrowser();

        var answer = await browser.GetAsync("/sign-in/start");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Sorry, the service is not available just now"), (answer.Status, answer.Heading));
        Assert.Equal("30", answer.Headers["Retry-After"]);
    }

    private static string Value(CookieContainer cookies) => cookies.GetAllCookies().Single(c => c.Name == SessionCookie).Value;

    private static string? Path(Answer answer) =>
        answer.Location is not { } to ? null
        : to.IsAbsoluteUri ? to.PathAndQuery
        : to.OriginalString;

    private Browser Replaying(string cookie)
    {
        var (browser, cookies) = _portal.NewBrowser();
        cookies.Add(new Cookie(SessionCookie, cookie, "/", "localhost") { Secure = true });
        return browser;
    }

    private Task<List<string>> TrailAsync(Guid subject) =>
        _portal.Database.InDbAsync(
            (db, _) =>
                db
                    .AuditEvents.Where(e => e.SubjectId == subject)
                    .OrderBy(e => e.Id)
                    .Select(e => e.Name)
                    .ToListAsync(TestContext.Current.CancellationToken)
        );
}
