using System.Net;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

public sealed class NewTests(Portal portal)
{
    private const string Address = "/agreements/new";

    [Fact]
    public async Task Post_ATitle_StartsADraftFromABlankPage()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));

        var started = await browser.SendAsync(Address, ("Form.Title", "Housing support"));

        Assert.Matches(@"^/agreements/DSA-2026-\d{5}/draft$", started.Location?.OriginalString);
        Assert.Equal(new AgreementContent { Title = "Housing support" }, await ContentAsync(browser, started));
    }

    [Fact]
    public async Task Post_Twice_StartsOneDraft()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var page = await browser.GetAsync(Address);

        var first = await browser.SendAsync(page, Address, ("Form.Title", "Housing support"));
        var second = await browser.SendAsync(page, Address, ("Form.Title", "Housing support"));

        Assert.Equal(first.Location, second.Location);
    }

    [Theory]
    [InlineData("", "Give the agreement a title")]
    [InlineData("  ", "Give the agreement a title")]
    [InlineData("a\u0007b", "This text holds the control character U+0007. Only line breaks and tabs are allowed.")]
    public async Task Post_WithoutATitle_SaysSo(string title, string says)
    {
        var refused = await portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)).SendAsync(Address, ("Form.Title", title));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([says], refused.Errors);
    }

    [Fact]
    public async Task Post_ATitleThatIsTooLong_KeepsIt()
    {
        var title = new string('x', AgreementContent.TitleMaxLength + 1);

        var refused = await portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)).SendAsync(Address, ("Form.Title", title));

        Assert.Equal(title, refused.Document.QuerySelector("#Form-Title")!.GetAttribute("value"));
        Assert.Equal([$"The title must be {AgreementContent.TitleMaxLength} characters or fewer"], refused.Errors);
    }

    [Fact]
    public async Task Post_ACopy_LeavesDatesAndEvidenceBehind()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);

        var started = await browser.SendAsync($"{Address}?from={shared.Reference}");

        var copy = await ContentAsync(browser, started);
        var original = await shared.ContentAsync();
        Assert.Equal(original.Purposes, copy.Purposes);
        Assert.Equal(original.Title, copy.Title);
        Assert.Equal((null, null, null), (copy.StartDate, copy.EndDate, copy.ReviewDate));
        Assert.All(copy.Parties, party => Assert.Empty(party.Assurances));
        Assert.All(copy.LegalLines, line => Assert.Null(line.LegalAdviceRef));
        Assert.Contains(original.LegalLines, line => line.LegalAdviceRef is not null);
    }

    [Fact]
    public async Task Get_AnAgreementThatOneMayNotSee_IsNotFound()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var stranger = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Address}?from={shared.Reference}")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.PostAsync(Address, ("Form.CopyOf", shared.Reference.Value), ("Form.Title", "Mine"))).Status
        );
        Assert.DoesNotContain(
            shared.Reference.Value,
            (await stranger.GetAsync($"{Address}?q={shared.Reference}"))
                .Main.Replace($"value=\"{shared.Reference}\"", "", StringComparison.Ordinal)
                .Replace($"“{shared.Reference}”", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_FindsWhatOneMayCopy()
    {
        var shared = await SharedAgreement.DraftAsync(portal);

        var found = await shared.BrowserOf(shared.Drafter).GetAsync($"{Address}?q=community+support");

        Assert.NotNull(found.Document.QuerySelector($"main a[href='{Address}?from={shared.Reference}']"));
    }

    [Fact]
    public async Task Only_who_drafts_may_start_one()
    {
        var reviewer = portal.SignedInAs(await portal.APersonAsync(Role.IgLead));

        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.PostAsync(Address, ("Form.Title", "Mine"))).Status);
    }

    private static async Task<AgreementContent> ContentAsync(Browser browser, Answer started) =>
        AgreementImport
            .Read(
                await browser.Client.GetByteArrayAsync(
                    new Uri(
                        started.Location!.OriginalString.Replace("/draft", "/versions/1/file", StringComparison.Ordinal),
                        UriKind.Relative
                    ),
                    TestContext.Current.CancellationToken
                ),
                LawBook.First
            )
            .File!.Document.Content;
}
