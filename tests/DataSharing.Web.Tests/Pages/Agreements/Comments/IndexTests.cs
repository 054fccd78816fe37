using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Pages.Agreements.Comments;

public sealed class IndexTests(Portal portal) : AgreementPageTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/comments";

    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.InPartnerReviewAsync(Portal);

    [Fact]
    public async Task Post_OnASection_IsShownToAllPartiesAndTold()
    {
        var shared = await ReadyAsync();
        var partner = await shared.PartnerAsync();

        var answer = await AddAsync(
            shared.BrowserOf(partner),
            shared,
            ("Comment.Section", "Security"),
            ("Comment.Text", $" {Hostile.Text} ")
        );

        var comment = await SingleAsync(shared);
        Assert.Equal(
            (HttpStatusCode.Redirect, $"{AddressIn(shared)}#comment-{comment.Id.Value:N}"),
            (answer.Status, answer.Location?.OriginalString)
        );
        await shared.AssertToldAsync("agreement.comment-added", partner, Role.PartnerContributor);
        foreach (var reader in new[] { shared.Drafter, partner, await shared.AuditorAsync() })
        {
            var page = await shared.BrowserOf(reader).GetAsync(AddressIn(shared));
            Hostile.AssertShownHarmlessly(page);
            Assert.Contains(
                "Security · version 1.0",
                page.Document.GetElementById($"comment-{comment.Id.Value:N}")!.TextContent,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("", "Security", "AllParties", "Write your comment")]
    [InlineData("too long", "Security", "AllParties", "The comment must be 4000 characters or fewer")]
    [InlineData("Fine.", "", "AllParties", "Choose the section that it is about")]
    [InlineData("Fine.", "Security", "", "Choose who may read it")]
    public async Task Post_Invalid_ShowsWhatIsWrongAndKeepsWhatWasTyped(string text, string section, string audience, string error)
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();
        var typed = text == "too long" ? new string('x', Comment.TextMaxLength + 1) : text;

        var answer = await AddAsync(
            shared.BrowserOf(shared.Drafter),
            shared,
            ("Comment.Section", section),
            ("Comment.Text", typed),
            ("Comment.Audience", audience)
        );

        Assert.Equal((HttpStatusCode.BadRequest, error), (answer.Status, Assert.Single(answer.Errors)));
        Assert.Equal(typed, answer.Document.QuerySelector<IHtmlTextAreaElement>("textarea[name='Comment.Text']")!.Value);
        Assert.Equal(section, answer.Document.QuerySelector<IHtmlSelectElement>("select[name='Comment.Section']")!.Value);
        Assert.All(
            answer.Document.QuerySelectorAll(".govuk-error-summary a"),
            a => Assert.NotNull(answer.Document.GetElementById(a.GetAttribute("href")![1..]))
        );
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_OnAnItemFromAnotherPage_GoesBackThere()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);

        var answer = await browser.PostAsync(
            AddressIn(shared),
            ("Comment.Path", "/flows/F1"),
            ("Comment.Text", "Why?"),
            ("Comment.Audience", "AllParties"),
            ("ReturnUrl", "/agreements?q=flow")
        );

        var comment = await SingleAsync(shared);
        Assert.Equal($"/agreements?q=flow#comment-{comment.Id.Value:N}", answer.Location?.OriginalString);
        Assert.Equal(("/flows/F1", Domain.Content.Section.DataFlows), (comment.Path, comment.Section));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Post_ReturnAddressElsewhere_IsNotFollowed(string elsewhere)
    {
        var shared = await ReadyAsync();

        var answer = await shared
            .BrowserOf(shared.Drafter)
            .PostAsync(
                AddressIn(shared),
                ("Comment.Section", "Security"),
                ("Comment.Text", "Why?"),
                ("Comment.Audience", "AllParties"),
                ("ReturnUrl", elsewhere)
            );

        Assert.StartsWith(AddressIn(shared) + "#", answer.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/flows/F99")]
    [InlineData("/nonsense")]
    [InlineData("flows")]
    [InlineData("/")]
    public async Task Post_OnWhatIsNotThere_AsksForASectionAndKeepsWhatWasTyped(string path)
    {
        var shared = await ReadyAsync();

        var answer = await shared
            .BrowserOf(shared.Drafter)
            .PostAsync(
                AddressIn(shared),
                ("Comment.Section", "DataFlows"),
                ("Comment.Path", path),
                ("Comment.Text", "Why?"),
                ("Comment.Audience", "AllParties"),
                ("ReturnUrl", "/agreements")
            );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["What it was about is no longer in the agreement. Choose a section"], answer.Errors);
        Assert.Equal("Why?", answer.Document.QuerySelector<IHtmlTextAreaElement>("textarea[name='Comment.Text']")!.Value);
        Assert.Equal("/agreements", answer.Document.QuerySelectorAll<IHtmlInputElement>("input[name=ReturnUrl]").Last().Value);
    }

    [Fact]
    public async Task PostReply_IsShownBelowTheCommentAndTold()
    {
        var shared = await ReadyAsync();
        var partner = await shared.PartnerAsync();
        await shared.CommentAsync(shared.Drafter);
        var browser = shared.BrowserOf(partner);

        var answer = await SendAsync(browser, shared, "Reply", ("Reply.Text", "The team leader."));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        await shared.AssertToldAsync("agreement.comment-replied", partner, Role.PartnerContributor);
        Assert.Equal(
            "The team leader.",
            (await browser.GetAsync(AddressIn(shared))).Document.QuerySelector(".ds-replies .ds-text")!.TextContent
        );
    }

    [Theory]
    [InlineData(0, "Write your reply")]
    [InlineData(Comment.TextMaxLength + 1, "The reply must be 4000 characters or fewer")]
    public async Task PostReply_Invalid_ShowsWhatIsWrongBesideItAndKeepsWhatWasTyped(int length, string error)
    {
        var shared = await ReadyAsync();
        await shared.CommentAsync(shared.Drafter);
        await shared.CommentAsync(shared.Drafter, "Another");
        var before = await shared.FootprintAsync();

        var answer = await SendAsync(shared.BrowserOf(shared.Drafter), shared, "Reply", ("Reply.Text", new string('x', length)));

        Assert.Equal((HttpStatusCode.BadRequest, error), (answer.Status, Assert.Single(answer.Errors)));
        var replies = answer.Document.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name='Reply.Text']").ToList();
        Assert.Equal([length, 0], replies.Select(r => r.Value.Length));
        Assert.Equal("AllParties", answer.Document.QuerySelector<IHtmlInputElement>("input[name='Comment.Audience']:checked")?.Value);
        Assert.Equal(["Reply-Text"], answer.Document.QuerySelectorAll(".govuk-textarea--error").Select(r => r.Id));
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task PostResolve_AndReopen_MoveItBetweenTheLists()
    {
        var shared = await ReadyAsync();
        var partner = await shared.PartnerAsync();
        await shared.CommentAsync(shared.Drafter);
        var browser = shared.BrowserOf(partner);

        await SendAsync(browser, shared, "Resolve");
        await shared.AssertToldAsync("agreement.comment-resolved", partner, Role.PartnerContributor);
        Assert.Empty(Comments(await browser.GetAsync(AddressIn(shared))));
        var resolved = await browser.GetAsync(AddressIn(shared) + "?state=resolved");
        Assert.Contains($"Resolved by {shared.NameOf(partner)}", Assert.Single(Comments(resolved)), StringComparison.Ordinal);

        await SendAsync(browser, shared, "Reopen", "?state=resolved");
        await shared.AssertToldAsync("agreement.comment-reopened", partner, Role.PartnerContributor);
        Assert.Single(Comments(await browser.GetAsync(AddressIn(shared))));
    }

    [Fact]
    public async Task Post_ALineBreak_CountsOnce()
    {
        var shared = await ReadyAsync();
        var text = "a\r\n" + new string('x', Comment.TextMaxLength - 2);

        var answer = await shared
            .BrowserOf(shared.Drafter)
            .SendAsync(AddressIn(shared), ("Comment.Section", "Security"), ("Comment.Text", text));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }

    [Fact]
    public async Task Post_WhatCouldNotBeRead_IsRefused()
    {
        var shared = await ReadyAsync();

        var answer = await shared
            .BrowserOf(shared.Drafter)
            .SendAsync(AddressIn(shared), ("Comment.Section", "Security"), ("Comment.Text", "caf\uFFFD"));

        Assert.Equal(
            ["This text holds “\uFFFD” in place of a character that could not be read. Type that character again."],
            answer.Errors
        );
    }

    [Theory]
    [InlineData("dates", "Form.ReviewDate.Day", "3", "select[name='Comment.Section'] option[selected][value=Dates]")]
    [InlineData("datasets/D1", "Form.Name", "Another name", "input[name='Comment.Path'][value='/datasets/D1']")]
    public async Task BesideAForm_WhatWasTypedIsSavedBeforeAComment(string page, string field, string typed, string about)
    {
        var shared = await ReadyAsync();
        await shared.CommentAsync(shared.Drafter);
        var browser = shared.BrowserOf(shared.Drafter);
        var address = $"/agreements/{shared.Reference}/draft/{page}";
        var shown = await browser.GetAsync(address);
        var way = shown.Document.QuerySelector("aside button[form=part][name=Then]")!.GetAttribute("value");
        Assert.Single(shown.Document.QuerySelectorAll("main form[method=post]"));

        var comments = await browser.GetAsync(
            (await browser.SendAsync(shown, address, (field, typed), ("Then", way))).Location!.OriginalString
        );
        Assert.NotNull(comments.Document.QuerySelector(about));
        var form = comments.Document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").Last();
        var added = await browser.SendAsync(form, AddressIn(shared), ("Comment.Text", "Why?"));

        Assert.StartsWith(address + "#", added.Location?.OriginalString, StringComparison.Ordinal);
        var back = await browser.GetAsync(address);
        Assert.Equal(typed, back.Document.QuerySelector<IHtmlInputElement>($"[name='{field}']")!.Value);
        Assert.Contains("Why?", back.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Section_ShowsOnlyItsComments()
    {
        var shared = await ReadyAsync();
        await shared.CommentAsync(shared.Drafter);
        var browser = shared.BrowserOf(shared.Drafter);

        Assert.Single(Comments(await browser.GetAsync(AddressIn(shared) + "?about=DataFlows")));
        Assert.Empty(Comments(await browser.GetAsync(AddressIn(shared) + "?about=Security&state=all")));
        Assert.Single(Comments(await browser.GetAsync(AddressIn(shared) + "?about=nonsense&state=nonsense")));
    }

    [Fact]
    public async Task GetAndPost_CommentForOneOrganisation_DoesNotExistForOthers()
    {
        var shared = await ReadyAsync();
        var id = await shared.CommentAsync(shared.Drafter, "Only for us.", Audience.OwnOrganisation);
        var partner = shared.BrowserOf(await shared.PartnerAsync());
        var before = await shared.FootprintAsync();

        Assert.DoesNotContain("Only for us.", (await partner.GetAsync(AddressIn(shared) + "?state=all")).Body, StringComparison.Ordinal);
        foreach (var handler in new[] { "Reply", "Resolve", "Reopen" })
        {
            var answer = await partner.PostAsync(
                $"{AddressIn(shared)}?handler={handler}",
                ("Reply.Comment", id.Value.ToString()),
                ("Reply.Text", "Mine too.")
            );
            Assert.Equal((handler, HttpStatusCode.NotFound), (handler, answer.Status));
        }

        Assert.Equal(before, await shared.FootprintAsync());
        Assert.Contains(
            "Only for us.",
            (await shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.Siro)).GetAsync(AddressIn(shared))).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_CommentOfAnotherAgreement_IsNotFound()
    {
        var shared = await ReadyAsync();
        var other = await SharedAgreement.DraftAsync(Portal);
        var id = await other.CommentAsync(other.Drafter);

        var answer = await shared
            .BrowserOf(shared.Drafter)
            .PostAsync($"{AddressIn(shared)}?handler=Resolve", ("Reply.Comment", id.Value.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task GetAndPost_Auditor_ReadsAllAndWritesNone()
    {
        var shared = await ReadyAsync();
        var id = await shared.CommentAsync(shared.Drafter, "Only for us.", Audience.OwnOrganisation);
        var auditor = shared.BrowserOf(await shared.AuditorAsync());
        var before = await shared.FootprintAsync();

        var page = await auditor.GetAsync(AddressIn(shared));

        Assert.Contains("Only for us.", page.Main, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form[method=post]"));
        foreach (var handler in new[] { "", "?handler=Reply", "?handler=Resolve", "?handler=Reopen" })
        {
            var answer = await auditor.PostAsync(
                AddressIn(shared) + handler,
                ("Reply.Comment", id.Value.ToString()),
                ("Reply.Text", "x"),
                ("Comment.Text", "x"),
                ("Comment.Section", "Security"),
                ("Comment.Audience", "AllParties")
            );
            Assert.Equal((handler, HttpStatusCode.Forbidden), (handler, answer.Status));
        }

        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_PartnerWhoReadsOnlyAnEarlierVersion_ComesTooLate()
    {
        var shared = await SharedAgreement.ReturnedAsync(Portal);
        var partner = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead));

        Assert.Empty((await partner.GetAsync(AddressIn(shared))).Document.QuerySelectorAll("main form[method=post]"));
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await partner.PostAsync(
                    AddressIn(shared),
                    ("Comment.Section", "Security"),
                    ("Comment.Text", "Why?"),
                    ("Comment.Audience", "AllParties")
                )
            ).Status
        );
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsRefused()
    {
        var shared = await ReadyAsync();
        using var nothing = new FormUrlEncodedContent([]);

        Assert.Equal(HttpStatusCode.BadRequest, (await shared.BrowserOf(shared.Drafter).PostRawAsync(AddressIn(shared), nothing)).Status);
    }

    private static async Task<Answer> AddAsync(Browser browser, SharedAgreement shared, params (string, string?)[] fields) =>
        await SendAsync(browser, shared, "", fields);

    /// <summary>The first form of the page that goes to the handler.</summary>
    private static Task<Answer> SendAsync(Browser browser, SharedAgreement shared, string handler, params (string, string?)[] fields) =>
        SendAsync(browser, shared, handler, "", fields);

    private static async Task<Answer> SendAsync(
        Browser browser,
        SharedAgreement shared,
        string handler,
        string query,
        params (string, string?)[] fields
    )
    {
        var address = $"/agreements/{shared.Reference}/comments{query}";
        var page = await browser.GetAsync(address);
        var form = page
            .Document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]")
            .First(f => (f.GetAttribute("action") ?? "").Split("handler=") is var parts && (parts.Length > 1 ? parts[1] : "") == handler);
        return await browser.SendAsync(form, address, fields);
    }

    private static List<string> Comments(Answer answer) => [.. answer.Document.QuerySelectorAll(".ds-comment").Select(c => c.TextContent)];

    private async Task<Comment> SingleAsync(SharedAgreement shared)
    {
        var agreement = await shared.FindAsync();
        return await Portal.InDbAsync(db =>
            db.Comments.SingleAsync(c => c.AgreementId == agreement.Id, TestContext.Current.CancellationToken)
        );
    }
}
