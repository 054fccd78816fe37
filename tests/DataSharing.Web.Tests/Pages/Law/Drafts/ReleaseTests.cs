using System.Net;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Law.Drafts;

public sealed class ReleaseTests(LawPortal portal) : EditionPageTests(portal)
{
    private const string Draft = "/law/drafts/law-book";

    protected override string Address => Draft + "/release";

    [Fact]
    public async Task Post_Twice_ReleasesOnce()
    {
        await PutForwardAsync(Portal.SignedInAs(await PreparedAsync(Changed)));
        var releaser = Portal.SignedInAs(await Portal.ASystemAdministratorAsync());
        var page = await releaser.GetAsync(Address);

        var answer = await releaser.SendAsync(page, Address);
        var again = await releaser.SendAsync(page, Address);

        Assert.Equal("/law/checks", answer.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        await Portal.FinishRechecksAsync();
    }

    [Fact]
    public async Task GetAndPost_ByWhoeverWroteInIt_IsForbidden()
    {
        var writer = Portal.SignedInAs(await PreparedAsync(Changed));
        await PutForwardAsync(writer);

        Assert.DoesNotContain("Release law book", (await writer.GetAsync(Draft)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.PostAsync(Address)).Status);
    }

    [Fact]
    public async Task GetAndPost_BeforeItIsPutForward_IsTooEarly()
    {
        await PreparedAsync(Changed);
        var releaser = Portal.SignedInAs(await Portal.ASystemAdministratorAsync());

        Assert.Equal(HttpStatusCode.Conflict, (await releaser.GetAsync(Address)).Status);
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

        Assert.Equal(HttpStatusCode.Conflict, (await releaser.SendAsync(read, Address)).Status);
        Assert.Equal("Put forward for release", (await releaser.GetAsync(Draft)).Document.QuerySelector(".govuk-caption-l")!.TextContent);
    }

    [Fact]
    public async Task Post_WithAnOldSignIn_SignsInFirst()
    {
        await PutForwardAsync(Portal.SignedInAs(await PreparedAsync(Changed)));
        var browser = Portal.SignedInAs(await Portal.ASystemAdministratorAsync(), ago: TimeSpan.FromMinutes(6));

        Assert.Contains("You sign in once more first", (await browser.GetAsync(Address)).Main, StringComparison.Ordinal);
        Assert.StartsWith(TestSignIn.Issuer + "/authorize?", (await browser.SendAsync(Address)).Location?.OriginalString, StringComparison.Ordinal);
    }

    private static LawBook Changed(LawBook book) => book.With(book.Gateway("GW-LOC1")! with { Limits = $"Changed by the test, in book {book.Number}." });

    private static async Task PutForwardAsync(Browser writer)
    {
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await writer.GetAsync(Draft)).Document.QuerySelectorAll("main form").Single(f => f.GetAttribute("action")!.Contains("PutForward", StringComparison.Ordinal));
        Assert.Equal(Draft, (await writer.SendAsync(form, Draft, ("Form.ChangeNote", "New."))).Location?.OriginalString);
    }
}
