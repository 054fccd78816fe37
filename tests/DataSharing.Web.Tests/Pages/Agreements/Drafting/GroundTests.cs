using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DataSharing.Domain;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Rules.Grounds;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

/// <summary>Help with choosing what a legal line rests on. KMC, a council, drafts; L1 is its own line, L2 the charity's.</summary>
public sealed class GroundTests(Portal portal)
{
    [Fact]
    public async Task Get_ACouncilInItsTask_IsOfferedWhatFitsFirst_WithWhyAndEvidence_AndNothingIsChosen()
    {
        var shared = await WithInterestsAsync();
        var before = await shared.FootprintAsync();

        var page = await shared.BrowserOf(shared.Drafter).GetAsync(Address(shared, "L1"));

        Assert.Contains("This is not legal advice", page.Main, StringComparison.Ordinal);
        var basis = Section(page, GroundQuestion.Article6);
        Assert.Equal(["A6-E", "A6-C", "A6-A", "A6-B", "A6-D"], CodesOffered(basis));
        Assert.Contains("The line says now: Legitimate interests.", basis.TextContent, StringComparison.Ordinal);
        var first = basis.QuerySelector(".ds-grounds > li")!;
        Assert.Equal("/law/A6-E", first.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("UK GDPR Art 6(1)(e)", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("as part of its own task", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("the organisation's own function and the law that lays it down", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("DSA-027", first.TextContent, StringComparison.Ordinal);

        var ruledOut = basis.QuerySelectorAll("details")[^1];
        Assert.False(ruledOut.HasAttribute("open"));
        Assert.Empty(ruledOut.QuerySelectorAll("button"));
        Assert.Contains("A public authority cannot rely on legitimate interests for its tasks", ruledOut.TextContent, StringComparison.Ordinal);
        Assert.Contains(ruledOut.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/law/rules?id=DSA-021");
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_AGround_SavesItAsTheFormDoes_AndTheFormSaysWhatItNeeds()
    {
        var shared = await WithInterestsAsync();
        var browser = shared.BrowserOf(shared.Drafter);

        var chosen = await ChooseAsync(browser, await browser.GetAsync(Address(shared, "L1")), shared, GroundQuestion.Article6, "A6-E");

        Assert.Equal($"/agreements/{shared.Reference}/draft/legalLines/L1?chosen=A6-E", chosen.Location?.OriginalString);
        Assert.Equal("A6-E", (await LineAsync(shared, "L1")).Art6);
        await shared.AssertToldAsync("AnswersChanged", shared.Drafter, Role.IgOfficer);
        var form = await browser.GetAsync(chosen.Location!.OriginalString);
        var note = form.Document.QuerySelector("[role=status]")!;
        Assert.Contains("Saved: public task.", note.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ($"/agreements/{shared.Reference}/draft/legalLines/L1#Form-OwnTaskCitation", "Law that lays down the task"),
            (note.QuerySelector("a")!.GetAttribute("href"), note.QuerySelector("a")!.TextContent));
        Assert.NotNull(form.Document.GetElementById("Form-OwnTaskCitation"));
    }

    [Fact]
    public async Task Post_WhatStandsBesideOthers_IsAdded()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);
        var page = await browser.GetAsync(Address(shared, "L1"));

        Assert.Equal(HttpStatusCode.Redirect, (await ChooseAsync(browser, page, shared, GroundQuestion.Power, "GW-CARE6")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await ChooseAsync(browser, page, shared, GroundQuestion.Power, "GW-CARE6")).Status); // twice is once
        Assert.Equal(HttpStatusCode.Redirect, (await ChooseAsync(browser, page, shared, GroundQuestion.Article9, "A9-G")).Status);

        var line = await LineAsync(shared, "L1");
        Assert.Equal(["GW-LGA111", "GW-LOC1", "GW-CARE6"], line.Gateways.Select(cited => cited.Code));
        Assert.Equal(["A9-G", "A9-H"], line.Art9);
        await shared.AssertToldAsync("AnswersChanged", shared.Drafter, Role.IgOfficer);
    }

    [Fact]
    public async Task Post_ARouteForConfidence_AndAParagraph_StandWhereTheyBelong()
    {
        var shared = await SharedAgreement.DraftAsync(portal, content => Change(content, "L1", line => line with { Confidentiality = null, S1 = [] }));
        var browser = shared.BrowserOf(shared.Drafter);
        var page = await browser.GetAsync(Address(shared, "L1"));

        await ChooseAsync(browser, page, shared, GroundQuestion.Confidence, "CLDC-IMPL");
        await ChooseAsync(browser, page, shared, GroundQuestion.Schedule1, "S1-02");

        var line = await LineAsync(shared, "L1");
        Assert.Equal(("CLDC-IMPL", "S1-02"), (line.Confidentiality!.Code, Assert.Single(line.S1).Code));
    }

    [Fact]
    public async Task Post_ThatItIsNoTask_IsSavedAndOpensLegitimateInterests()
    {
        var shared = await WithInterestsAsync();
        var browser = shared.BrowserOf(shared.Drafter);

        var saved = await browser.SendAsync(Address(shared, "L1"), ("InTask", "false"));

        Assert.Equal(Address(shared, "L1") + "#facts", saved.Location?.OriginalString);
        Assert.False((await LineAsync(shared, "L1")).InPerformanceOfTask);
        Assert.Contains("A6-F", Section(await browser.GetAsync(Address(shared, "L1")), GroundQuestion.Article6).QuerySelector(".ds-grounds")!.TextContent, StringComparison.Ordinal);

        await browser.SendAsync(Address(shared, "L1"), ("InTask", ""));
        Assert.Null((await LineAsync(shared, "L1")).InPerformanceOfTask);
    }

    [Fact]
    public async Task Post_AfterSomebodyElseAnswered_ChangesNothingAndSaysSo()
    {
        var shared = await WithInterestsAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var page = await browser.GetAsync(Address(shared, "L1"));
        await ChooseAsync(browser, page, shared, GroundQuestion.Article6, "A6-C");
        await browser.SendAsync(Address(shared, "L1"), ("InTask", "false"));

        var late = await ChooseAsync(browser, page, shared, GroundQuestion.Article6, "A6-E");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Nothing was changed", late.Main, StringComparison.Ordinal);
        Assert.Equal("A6-C", (await LineAsync(shared, "L1")).Art6);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SendAsync(page, Address(shared, "L1"), ("InTask", ""))).Status);
        Assert.False((await LineAsync(shared, "L1")).InPerformanceOfTask);

        Assert.Equal(HttpStatusCode.Redirect, (await ChooseAsync(browser, late, shared, GroundQuestion.Article6, "A6-E")).Status);
        Assert.Equal("A6-E", (await LineAsync(shared, "L1")).Art6);
    }

    [Theory]
    [InlineData("Article6", "GW-LOC1")]
    [InlineData("Article6", "")]
    [InlineData("Article6", Hostile.Text)]
    [InlineData("Nonsense", "A6-E")]
    [InlineData("99", "A6-E")]
    [InlineData(null, "A6-E")]
    public async Task Post_WhatIsNotOffered_IsRefusedAndChangesNothing(string? question, string code)
    {
        var shared = await WithInterestsAsync();
        var before = await shared.FootprintAsync();

        var refused = await shared.BrowserOf(shared.Drafter).PostAsync(Address(shared, "L1"), ("Question", question), ("Code", code), ("Was", "A6-F"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Choose one of the answers that are offered", Assert.Single(refused.Errors));
        Assert.Empty(refused.Document.QuerySelectorAll("script, img, [onerror]"));
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Get_NamesThatWantToRun_StayText()
    {
        var shared = await SharedAgreement.DraftAsync(portal, content => content with
        {
            Parties = [.. content.Parties.Select(party => party with { Name = Hostile.Text })],
            Purposes = [.. content.Purposes.Select(purpose => purpose with { Description = Hostile.Text })],
            Datasets = [.. content.Datasets.Select(dataset => dataset with { Name = Hostile.Text })]
        });
        var browser = shared.BrowserOf(shared.Drafter);

        Hostile.AssertShownHarmlessly(await browser.GetAsync(Address(shared, "L1")));
        Assert.Empty((await browser.GetAsync($"/agreements/{shared.Reference}/draft/legalLines/L1?chosen={Uri.EscapeDataString(Hostile.Text)}")).Document.QuerySelectorAll("script, img, [onerror]"));
    }

    [Theory]
    [InlineData("L99")]
    [InlineData("-")]
    [InlineData("%3Cscript%3E")]
    public async Task Get_ALineThatIsNotThere_IsNotFound(string line)
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Address(shared, line))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(Address(shared, line), ("Question", "Article6"), ("Code", "A6-E"))).Status);
    }

    [Fact]
    public async Task WhoMayNotChangeTheLine_GetsNoHelpWithIt()
    {
        var draft = await SharedAgreement.DraftAsync(portal);
        var colleague = draft.BrowserOf(await draft.SomebodyAsync(draft.Council, Role.LegalAdviser));
        var stranger = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var frozen = await SharedAgreement.InApprovalAsync(portal);
        var drafter = frozen.BrowserOf(frozen.Drafter);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), await BothAsync(colleague, draft));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), await BothAsync(stranger, draft));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), await BothAsync(drafter, frozen));
    }

    [Fact]
    public async Task AnInvitedPartner_IsHelpedWithItsOwnLinesOnly()
    {
        var shared = await SharedAgreement.InPartnerReviewAsync(portal, content => Change(content, "L2", line => line with { Art6 = null, Lia = null }));
        var (partner, drafter) = (shared.BrowserOf(await shared.PartnerAsync()), shared.BrowserOf(shared.Drafter));

        Assert.Equal(HttpStatusCode.Forbidden, (await partner.GetAsync(Address(shared, "L1"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.PostAsync(Address(shared, "L1"), ("Question", "Article6"), ("Code", "A6-C"), ("Was", "A6-E"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await drafter.GetAsync(Address(shared, "L2"))).Status);

        var page = await partner.GetAsync(Address(shared, "L2"));
        Assert.Equal("A6-F", CodesOffered(Section(page, GroundQuestion.Article6)).First());
        var links = page.Document.QuerySelectorAll(".ds-facts a").Select(link => link.GetAttribute("href")).ToList();
        Assert.DoesNotContain(links, link => link!.Contains("datasets", StringComparison.Ordinal)); // not theirs to change
        Assert.Contains(links, link => link!.Contains("/parties/CHY", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await ChooseAsync(partner, page, shared, GroundQuestion.Article6, "A6-F")).Status);
        Assert.Equal("A6-F", (await LineAsync(shared, "L2")).Art6);
    }

    [Fact]
    public async Task ANewLine_IsSavedFirstAndThenHelpedWith()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);
        var address = $"/agreements/{shared.Reference}/draft/legalLines/-";
        var page = await browser.GetAsync(address);
        var help = page.Document.QuerySelectorAll<IHtmlButtonElement>("button[name=Then]").First(button => button.TextContent.StartsWith("Save, and help me choose", StringComparison.Ordinal));

        var saved = await browser.SendAsync(page, address, ("Form.Party", "CHY"), ("Form.Purpose", "P1"), ("Form.Activity", "Disclose"), ("Then", help.Value));

        Assert.Equal(Address(shared, "L5") + "#article6", saved.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Address(shared, "L5"))).Status);

        // Without who, what for and which activity there is nothing to offer yet.
        var empty = await browser.SendAsync(address, ("Then", help.Value));
        var asked = await browser.GetAsync(empty.Location!.OriginalString);
        Assert.Contains("Say first whose ground it is", asked.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(asked.Document.QuerySelectorAll("button[name=Code]"));
    }

    [Fact]
    public async Task TheLineAndItsSection_LeadHere()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);

        var line = await browser.GetAsync($"/agreements/{shared.Reference}/draft/legalLines/L1");
        var section = await browser.GetAsync($"/agreements/{shared.Reference}/draft/legal-grounds");

        Assert.Equal(
            ["article6", "article9", "confidence", "power"],
            line.Document.QuerySelectorAll<IHtmlButtonElement>("button[name=Then]").Where(b => b.Value.Contains("/ground#", StringComparison.Ordinal)).Select(b => b.Value.Split('#')[1]));
        Assert.Contains(section.Document.QuerySelectorAll("a"), link => link.GetAttribute("href") == Address(shared, "L1"));
    }

    private static string Address(SharedAgreement shared, string line) => $"/agreements/{shared.Reference}/draft/legalLines/{line}/ground";

    private Task<SharedAgreement> WithInterestsAsync() => SharedAgreement.DraftAsync(
        portal, content => Change(content, "L1", line => line with { Art6 = "A6-F", OwnTaskCitation = null }));

    private static AgreementContent Change(AgreementContent content, string id, Func<LegalLine, LegalLine> change) =>
        content with { LegalLines = [.. content.LegalLines.Select(line => line.Id == id ? change(line) : line)] };

    private static async Task<LegalLine> LineAsync(SharedAgreement shared, string id) =>
        (await shared.FindAsync()).Current.Document.Content.LegalLines.Single(line => line.Id == id);

    private static IElement Section(Answer page, GroundQuestion question) =>
        page.Document.QuerySelector($"section[aria-labelledby='{question.ToString().ToLowerInvariant()}']")!;

    private static IEnumerable<string> CodesOffered(IElement section) => section.QuerySelectorAll<IHtmlButtonElement>("button[name=Code]").Select(button => button.Value);

    private static Task<Answer> ChooseAsync(Browser browser, Answer page, SharedAgreement shared, GroundQuestion question, string code) =>
        browser.SendAsync((IHtmlFormElement)Section(page, question).QuerySelector("form")!, Address(shared, "L1"), ("Code", code));

    private static async Task<(HttpStatusCode, HttpStatusCode)> BothAsync(Browser browser, SharedAgreement shared) => (
        (await browser.GetAsync(Address(shared, "L1"))).Status,
        (await browser.PostAsync(Address(shared, "L1"), ("Question", "Article6"), ("Code", "A6-C"), ("Was", "A6-E"))).Status);
}
