using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DataSharing.Domain.Content;
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
        Assert.Contains(
            "A public authority cannot rely on legitimate interests for its tasks",
            ruledOut.TextContent,
            StringComparison.Ordinal
        );
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
        await shared.AssertToldAsync("agreement.answers-changed", shared.Drafter, Role.IgOfficer);
        var form = await browser.GetAsync(chosen.Location!.OriginalString);
        var note = form.Document.QuerySelector("[role=status]")!;
        Assert.Contains("Saved: public task.", note.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ($"/agreements/{shared.Reference}/draft/legalLines/L1#Form-OwnTaskCitation", "Law that lays down the task"),
            (note.QuerySelector("a")!.GetAttribute("href"), note.QuerySelector("a")!.TextContent)
        );
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
        await shared.AssertToldAsync("agreement.answers-changed", shared.Drafter, Role.IgOfficer);
    }

    [Fact]
    public async Task Post_ARouteForConfidence_AndAParagraph_StandWhereTheyBelong()
    {
        var shared = await SharedAgreement.DraftAsync(
            portal,
            content => Change(content, "L1", line => line with { Confidentiality = null, S1 = [] })
        );
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
        Assert.Contains(
            "A6-F",
            Section(await browser.GetAsync(Address(shared, "L1")), GroundQuestion.Article6).QuerySelector(".ds-grounds")!.TextContent,
            StringComparison.Ordinal
        );

        await browser.SendAsync(Address(shared, "L1"), ("InTask", ""));
        Assert.Null((await LineAsync(shared, "L1")).InPerformanceOfTask);
    }

    [Fact]
    public async Task Post_AfterSomebodyElseAnswered_ChangesNothingAndSaysSo()
    {
        var shared = await WithInterestsAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var page = await browser.GetAsync(Address(shared, "L1"));
        await ChooseAsync(browser, await browser.GetAsync(Address(shared, "L1")), shared, GroundQuestion.Article6, "A6-C");
        await browser.SendAsync(Address(shared, "L1"), ("InTask", "false"));

        var late = await ChooseAsync(browser, page, shared, GroundQuestion.Article6, "A6-E");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Nothing was changed", late.Main, StringComparison.Ordinal);
        Assert.Contains("in another window or by somebody else", late.Main, StringComparison.Ordinal);
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

        var refused = await shared
            .BrowserOf(shared.Drafter)
            .PostAsync(Address(shared, "L1"), ("Question", question), ("Code", code), Shown.With(new JsonObject { ["Article6"] = "A6-F" }));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Choose one of the answers that are offered", Assert.Single(refused.Errors));
        Assert.Empty(refused.Document.QuerySelectorAll("script, img, [onerror]"));
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Get_Powers_StandInGroupsOfWhichOnlyTheBestIsOpen()
    {
        var shared = await SharedAgreement.DraftAsync(portal);

        var powers = Section(await shared.BrowserOf(shared.Drafter).GetAsync(Address(shared, "L1")), GroundQuestion.Power);

        var groups = powers.QuerySelectorAll("details");
        Assert.All(groups, group => Assert.False(group.HasAttribute("open")));
        Assert.StartsWith("Fits", powers.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
        var others = Assert.Single(
            groups,
            group => group.QuerySelector("summary")!.TextContent.Contains("Made for other bodies (", StringComparison.Ordinal)
        );
        var drivers = Item(others, "GW-RTA3");
        Assert.Contains(
            "The law names others for it: DVLA (for the Secretary of State) holds the driver record.",
            drivers.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("It rests on:", drivers.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            $"/agreements/{shared.Reference}/draft/parties/KMC#Form-Sector",
            drivers.QuerySelector(".ds-rests-on a")!.GetAttribute("href")
        );
        Assert.NotNull(drivers.QuerySelector("button[name=Code]"));
        var unsupported = Assert.Single(
            groups,
            group => group.QuerySelector("summary")!.TextContent.Contains("Nothing in the draft speaks for it", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Evidence it needs", unsupported.TextContent, StringComparison.Ordinal);
        var bar = Item(powers, "GW-CRCA18");
        Assert.Contains("HMRC confidentiality is a bar, not a power", bar.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("unverified:", powers.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Get_WhatDependsOnAnOpenQuestion_SaysSoFirstAndIsNoError()
    {
        var shared = await SharedAgreement.DraftAsync(portal);

        var powers = Section(await shared.BrowserOf(shared.Drafter).GetAsync(Address(shared, "L1")), GroundQuestion.Power);

        var open = Assert.Single(
            powers.QuerySelectorAll("details"),
            group => group.QuerySelector("summary")!.TextContent.StartsWith("Possible", StringComparison.Ordinal)
        );
        Assert.Empty(open.QuerySelectorAll(".ds-finding--field:not(.ds-finding--warn)"));
        var services = Item(open, "GW-HSCA251B");
        var first = services.QuerySelectorAll("p")[1];
        Assert.EndsWith(", which is not answered yet.", first.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            $"/agreements/{shared.Reference}/draft/purposes/P1#Form-GatewayPurposeCode",
            first.QuerySelector("a")!.GetAttribute("href")
        );
        Assert.Contains(
            services.QuerySelectorAll("p").Select(p => p.TextContent.Trim()),
            text => text.StartsWith("Open:", StringComparison.Ordinal) && text.Contains("DSA-049", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Get_WhatIsRuledOut_LeadsToTheAnswersItRestsOn_AndToTheFormIfItIsChosen()
    {
        var shared = await WithInterestsAsync();

        var interests = Item(
            Section(await shared.BrowserOf(shared.Drafter).GetAsync(Address(shared, "L1")), GroundQuestion.Article6),
            "A6-F"
        );

        Assert.Equal(
            [$"/agreements/{shared.Reference}/draft/parties/KMC#Form-IsPublicAuthority", "#task"],
            interests.QuerySelectorAll(".ds-rests-on a").Select(link => link.GetAttribute("href"))
        );
        Assert.Contains("Chosen", interests.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            $"/agreements/{shared.Reference}/draft/legalLines/L1#Form-Art6",
            interests.QuerySelectorAll("a")[^1].GetAttribute("href")
        );
        Assert.StartsWith("Change it in the legal line", interests.QuerySelectorAll("a")[^1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Power", "GW-CRCA18", "HMRC confidentiality is ruled out: HMRC confidentiality is a bar, not a power")]
    [InlineData("Power", "GW-LGEW24", "does not apply in England")]
    [InlineData("Power", "GW-CA04-16LA", "is ruled out: ")]
    [InlineData("Article6", "A6-EA", "A public authority cannot rely on recognised legitimate interests")]
    public async Task Post_WhatIsRuledOut_IsRefusedWithTheReasonAndChangesNothing(string question, string code, string reason)
    {
        var shared = await WithInterestsAsync();
        var before = await shared.FootprintAsync();

        var refused = await shared
            .BrowserOf(shared.Drafter)
            .PostAsync(Address(shared, "L1"), ("Question", question), ("Code", code), Shown.With(new JsonObject { ["Article6"] = "A6-F" }));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(reason, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Get_NamesThatWantToRun_StayText()
    {
        var shared = await SharedAgreement.DraftAsync(
            portal,
            content =>
                content with
                {
                    Parties = [.. content.Parties.Select(party => party with { Name = Hostile.Text })],
                    Purposes = [.. content.Purposes.Select(purpose => purpose with { Description = Hostile.Text })],
                    Datasets = [.. content.Datasets.Select(dataset => dataset with { Name = Hostile.Text })],
                }
        );
        var browser = shared.BrowserOf(shared.Drafter);

        Hostile.AssertShownHarmlessly(await browser.GetAsync(Address(shared, "L1")));
        Assert.Empty(
            (
                await browser.GetAsync($"/agreements/{shared.Reference}/draft/legalLines/L1?chosen={Uri.EscapeDataString(Hostile.Text)}")
            ).Document.QuerySelectorAll("script, img, [onerror]")
        );
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
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.PostAsync(Address(shared, line), ("Question", "Article6"), ("Code", "A6-E"))).Status
        );
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
        var shared = await SharedAgreement.InPartnerReviewAsync(
            portal,
            content => Change(content, "L2", line => line with { Art6 = null, Lia = null })
        );
        var (partner, drafter) = (shared.BrowserOf(await shared.PartnerAsync()), shared.BrowserOf(shared.Drafter));

        var refused = await partner.GetAsync(Address(shared, "L1"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("This legal line is that of Kirklees Council", refused.Main, StringComparison.Ordinal);
        Assert.Empty(refused.Document.QuerySelectorAll("main form"));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await partner.PostAsync(
                    Address(shared, "L1"),
                    ("Question", "Article6"),
                    ("Code", "A6-C"),
                    Shown.With(new JsonObject { ["Article6"] = "A6-E" })
                )
            ).Status
        );
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
        var help = page
            .Document.QuerySelectorAll<IHtmlButtonElement>("button[name=Then]")
            .First(button => button.TextContent.StartsWith("Save, and help me choose", StringComparison.Ordinal));

        var saved = await browser.SendAsync(
            page,
            address,
            ("Form.Party", "CHY"),
            ("Form.Purpose", "P1"),
            ("Form.Activity", "Disclose"),
            ("Then", help.Value)
        );

        Assert.Equal(Address(shared, "L5") + "#article6", saved.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Address(shared, "L5"))).Status);

        // Without who, what for and which activity there is nothing to offer yet.
        var empty = await browser.SendAsync(address, ("Then", help.Value));
        var asked = await browser.GetAsync(empty.Location!.OriginalString);
        Assert.Contains("nothing can be offered before the line says these", asked.Main, StringComparison.Ordinal);
        var line = $"/agreements/{shared.Reference}/draft/legalLines/L6";
        Assert.Equal(
            [
                ("whose ground it is", line + "#Form-Party"),
                ("for which purpose", line + "#Form-Purpose"),
                ("for which activity", line + "#Form-Activity"),
            ],
            asked.Document.QuerySelectorAll("main li a").Select(link => (link.TextContent, link.GetAttribute("href")!))
        );
        Assert.Equal(
            "Legal line L6: nothing said yet · Draft " + shared.Reference,
            asked.Document.QuerySelector(".govuk-caption-l")!.TextContent
        );
        Assert.Contains(
            "Legal line L6: nothing said yet",
            (await browser.GetAsync($"/agreements/{shared.Reference}/draft/legal-grounds")).Main,
            StringComparison.Ordinal
        );
        Assert.Empty(asked.Document.QuerySelectorAll("button[name=Code]"));
    }

    [Fact]
    public async Task TheLineAndItsSection_LeadHere()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);

        var line = await browser.GetAsync($"/agreements/{shared.Reference}/draft/legalLines/L1");
        var section = await browser.GetAsync($"/agreements/{shared.Reference}/draft/legal-grounds");

        Assert.Contains(
            "Everything the rules ask for with it is already there.",
            (await browser.GetAsync($"/agreements/{shared.Reference}/draft/legalLines/L1?chosen=A6-E")).Main,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["article6", "article9", "confidence", "power"],
            line.Document.QuerySelectorAll<IHtmlButtonElement>("button[name=Then]")
                .Where(b => b.Value.Contains("/ground#", StringComparison.Ordinal))
                .Select(b => b.Value.Split('#')[1])
        );
        Assert.Contains(section.Document.QuerySelectorAll("a"), link => link.GetAttribute("href") == Address(shared, "L1"));
    }

    [Fact]
    public async Task TheProvisionsOfALine_LeadToTheLawBook()
    {
        var shared = await SharedAgreement.DraftAsync(
            portal,
            content =>
                Change(
                    content,
                    "L1",
                    line => line with { Gateways = [.. line.Gateways, new GatewayCitation { Id = "G9", Code = "GW-LGA2000-2" }] }
                )
        );
        var browser = shared.BrowserOf(shared.Drafter);

        var section = await browser.GetAsync($"/agreements/{shared.Reference}/draft/legal-grounds");
        var line = await browser.GetAsync($"/agreements/{shared.Reference}/draft/legalLines/L1");
        var reading = await browser.GetAsync($"/agreements/{shared.Reference}");

        string[] law = ["/law/A6-E", "/law/A9-H", "/law/GW-LGA111", "/law/GW-LOC1", "/law/GW-LGA2000-2"];
        Assert.Equal(law, LawIn(section.Document.QuerySelector(".ds-rows--items > li")!));
        Assert.Equal(
            ["/law/GW-LGA111", "/law/GW-LOC1", "/law/GW-LGA2000-2"],
            line.Document.QuerySelectorAll(".ds-rows--items > li")
                .SelectMany(LawIn)
                .Where(link => link.Contains("GW-", StringComparison.Ordinal))
        );
        Assert.All(law, address => Assert.Contains(address, LawIn(reading.Document.QuerySelector(".ds-reading")!)));
        Assert.Contains(reading.Document.QuerySelectorAll(".ds-state--bad a"), link => link.GetAttribute("href") == "/law/GW-LGA2000-2");
    }

    private static IEnumerable<string> LawIn(IElement within) =>
        within
            .QuerySelectorAll("a")
            .Select(link => link.GetAttribute("href")!)
            .Where(link => link.StartsWith("/law/", StringComparison.Ordinal) && !link.StartsWith("/law/rules", StringComparison.Ordinal));

    private static string Address(SharedAgreement shared, string line) => $"/agreements/{shared.Reference}/draft/legalLines/{line}/ground";

    private Task<SharedAgreement> WithInterestsAsync() =>
        SharedAgreement.DraftAsync(portal, content => Change(content, "L1", line => line with { Art6 = "A6-F", OwnTaskCitation = null }));

    private static AgreementContent Change(AgreementContent content, string id, Func<LegalLine, LegalLine> change) =>
        content with
        {
            LegalLines = [.. content.LegalLines.Select(line => line.Id == id ? change(line) : line)],
        };

    private static async Task<LegalLine> LineAsync(SharedAgreement shared, string id) =>
        (await shared.FindAsync()).Newest.Document.Content.LegalLines.Single(line => line.Id == id);

    private static IElement Section(Answer page, GroundQuestion question) =>
        page.Document.QuerySelector($"section[aria-labelledby='{question.ToString().ToLowerInvariant()}']")!;

    private static IElement Item(IElement within, string code) =>
        within.QuerySelectorAll(".ds-grounds > li").Single(item => item.QuerySelector("a")!.GetAttribute("href") == "/law/" + code);

    private static IEnumerable<string> CodesOffered(IElement section) =>
        section.QuerySelectorAll<IHtmlButtonElement>("button[name=Code]").Select(button => button.Value);

    private static Task<Answer> ChooseAsync(Browser browser, Answer page, SharedAgreement shared, GroundQuestion question, string code) =>
        browser.SendAsync((IHtmlFormElement)Section(page, question).QuerySelector("form")!, Address(shared, "L1"), ("Code", code));

    private static async Task<(HttpStatusCode, HttpStatusCode)> BothAsync(Browser browser, SharedAgreement shared) =>
        (
            (await browser.GetAsync(Address(shared, "L1"))).Status,
            (
                await browser.PostAsync(
                    Address(shared, "L1"),
                    ("Question", "Article6"),
                    ("Code", "A6-C"),
                    Shown.With(new JsonObject { ["Article6"] = "A6-E" })
                )
            ).Status
        );
}
