using System.Net;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Law.Drafts;

public sealed class ReleaseTests(LawPortal portal) : EditionPageTests(portal)
{
    private const string Draft = "/law/drafts/law-book";

    protected override string Address => Draft + "/release";

    protected override bool Writes => false;

    [Fact]
    public async Task Post_Twice_ReleasesOnce()
    {
        await PutForwardAsync(Portal.SignedInAs(await PreparedAsync(Changed)));
        var releaser = Portal.SignedInAs(await Portal.ASystemAdministratorAsync());
        var page = await releaser.GetAsync(Address);

        var answer = await releaser.SendAsync(page, Address);
        var second = await releaser.SendAsync(page, Address);
        var again = await releaser.SendAsync(page, Address, Browser.InAnotherWindow);

        Assert.Equal("/law/checks", answer.Location?.OriginalString);
        Assert.Equal(answer.Location, second.Location);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Matches(@"^You released law book \d+ on ", Assert.Single(again.Errors));
        Assert.Contains(
            "is released. Every agreement in force",
            (await releaser.GetAsync("/law/checks")).Document.QuerySelector(".ds-note--good")!.TextContent,
            StringComparison.Ordinal
        );
        await Portal.FinishRechecksAsync();
    }

    [Fact]
    public async Task MyWork_LeadsWhoeverMayReleaseIt_AndNobodyElse()
    {
        var writer = Portal.SignedInAs(await PreparedAsync(Changed));
        var releaser = Portal.SignedInAs(await Portal.ASystemAdministratorAsync());
        Assert.Null(Task(await releaser.GetAsync("/")));

        await PutForwardAsync(writer);

        Assert.Equal(Draft, Task(await releaser.GetAsync("/"))?.GetAttribute("href"));
        Assert.Null(Task(await writer.GetAsync("/")));
        Assert.Null(Task(await Portal.SignedInAs(await Portal.APersonAsync(Role.IgOfficer)).GetAsync("/")));

        static AngleSharp.Dom.IElement? Task(Answer page) =>
            page
                .Document.QuerySelectorAll("section[aria-labelledby=waiting] a")
                .SingleOrDefault(link => link.TextContent.StartsWith("Release law book", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetAndPost_ByWhoeverWroteInIt_IsForbidden()
    {
        var writer = Portal.SignedInAs(await PreparedAsync(Changed));
        await PutForwardAsync(writer);

        Assert.DoesNotContain("Release law book", (await writer.GetAsync(Draft)).Main, StringComparison.Ordinal);
        var refused = await writer.GetAsync(Address);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Matches(@"You wrote in it, so somebody else releases it\. Written in by: .+\.", refused.Main);
        Assert.Empty(refused.Document.QuerySelectorAll("main button"));
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.PostAsync(Address)).Status);
    }

    [Fact]
    public async Task GetAndPost_BeforeItIsPutForward_IsTooEarly()
    {
        await PreparedAsync(Changed);
        var releaser = Portal.SignedInAs(await Portal.ASystemAdministratorAsync());

        var early = await releaser.GetAsync(Address);
        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Contains("It is not put forward for release yet.", early.Main, StringComparison.Ordinal);
        Assert.Empty(early.Document.QuerySelectorAll("main button"));
        Assert.Equal(HttpStatusCode.Conflict, (await releaser.PostAsync(Address)).Status);
    }

    [Fact]
    public async Task Post_OfWhatWasChangedSinceItWasRead_IsRefused()
    {
        var writer = Portal.SignedInAs(await PreparedAsync(Changed));
        await PutForwardAsync(writer);
        var releaser = Portal.SignedInAs(await Portal.ASystemAdministratorAsync());
        var read = await releaser.GetAsync(Address);

        await writer.SendAsync("/law/drafts/law-book/entry/GW-LOC1", ("Typed.limits", "Something else."));
        await PutForwardAsync(writer);

        var stale = await releaser.SendAsync(read, Address);
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Matches(
            @"saved it on \d+ \w+ \d{4} at \S+ UK time, while you were reading\. It is shown as it is now: read what differs, and release it if it is right$",
            Assert.Single(stale.Errors)
        );
        Assert.Contains("Something else.", stale.Main, StringComparison.Ordinal);
        Assert.Equal("Put forward for release", (await releaser.GetAsync(Draft)).Document.QuerySelector(".govuk-caption-l")!.TextContent);
    }

    [Fact]
    public async Task Post_OfWhatIsADraftAgain_SaysSoAndHasNoButton()
    {
        var writer = Portal.SignedInAs(await PreparedAsync(Changed));
        await PutForwardAsync(writer);
        var releaser = Portal.SignedInAs(await Portal.ASystemAdministratorAsync());
        var read = await releaser.GetAsync(Address);
        await writer.SendAsync("/law/drafts/law-book/entry/GW-LOC1", ("Typed.limits", Hostile.Text));

        var stale = await releaser.SendAsync(read, Address);

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.EndsWith("it can be released when it is put forward again", Assert.Single(stale.Errors), StringComparison.Ordinal);
        Assert.Empty(stale.Document.QuerySelectorAll("main button"));
        Hostile.AssertShownHarmlessly(stale);
    }

    [Fact]
    public async Task Get_ALawBook_ShowsWhatDiffersAboveTheButton()
    {
        await Portal.AsDeliveredAsync();
        await PutForwardAsync(Portal.SignedInAs(await PreparedAsync(Changed)));

        var page = await Portal.SignedInAs(await Portal.ASystemAdministratorAsync()).GetAsync(Address);

        var section = page.Document.QuerySelector("section[aria-labelledby=new]")!;
        Assert.Equal(["GW-LOC1"], section.QuerySelectorAll(".ds-law-code").Select(code => code.TextContent));
        Assert.Contains("Changed by the test, in book", section.TextContent, StringComparison.Ordinal);
        Assert.True(
            section.CompareDocumentPosition(page.Document.QuerySelector("main button")!).HasFlag(AngleSharp.Dom.DocumentPositions.Following)
        );
    }

    [Fact]
    public async Task Get_ALawBook_SaysHowManyAgreementsItTouchesThoughTheAdministratorMayReadNone()
    {
        await Portal.AsDeliveredAsync();
        await SharedAgreement.InForceAsync(Portal); // it cites GW-LOC1
        await PutForwardAsync(Portal.SignedInAs(await PreparedAsync(Changed)));

        var page = await Portal.SignedInAs(await Portal.ASystemAdministratorAsync()).GetAsync(Address);

        var facts = page.Document.QuerySelector("dl")!.TextContent;
        Assert.Matches(
            @"[1-9]\d* agreements? in force rests? on it, between [1-9]\d* organisations?\. You may not read agreements: only their number is shown\.",
            facts
        );
        Assert.Matches(
            @"All that is in force: [1-9]\d* agreements?, between [1-9]\d* organisations?\. What that finds is shown in the list of checks\.",
            facts
        );
    }

    [Fact]
    public async Task Get_APolicy_ShowsWhatDiffers()
    {
        var writer = await Portal.ASystemAdministratorAsync();
        await Portal.APolicyInPreparationAsync(writer, policy => policy with { LargeScale = policy.LargeScale + 1 });
        await PutForwardAsync(Portal.SignedInAs(writer), "/law/drafts/policy");

        var page = await Portal.SignedInAs(await Portal.ASystemAdministratorAsync()).GetAsync("/law/drafts/policy/release");

        Assert.Equal("Large scale", Assert.Single(page.Document.QuerySelectorAll("section[aria-labelledby=new] tbody th")).TextContent);
        Assert.Contains("Checked again", page.Document.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithAnOldSignIn_SignsInFirst()
    {
        await PutForwardAsync(Portal.SignedInAs(await PreparedAsync(Changed)));
        var browser = Portal.SignedInAs(await Portal.ASystemAdministratorAsync(), ago: TimeSpan.FromMinutes(6));

        Assert.Contains("You sign in once more first", (await browser.GetAsync(Address)).Main, StringComparison.Ordinal);
        Assert.StartsWith(
            TestSignIn.Issuer + "/authorize?",
            (await browser.SendAsync(Address)).Location?.OriginalString,
            StringComparison.Ordinal
        );
    }

    private static LawBook Changed(LawBook book) =>
        book.With(book.Gateway("GW-LOC1")! with { Limits = $"Changed by the test, in book {book.Number}." });

    private static async Task PutForwardAsync(Browser writer, string draft = Draft)
    {
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)
            (await writer.GetAsync(draft))
                .Document.QuerySelectorAll("main form")
                .Single(f => f.GetAttribute("action")!.Contains("PutForward", StringComparison.Ordinal));
        Assert.Equal(draft, (await writer.SendAsync(form, draft, ("Form.ChangeNote", "A new limit."))).Location?.OriginalString);
    }
}
