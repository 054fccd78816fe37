using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Forms;
using DataSharing.Web.Tests.Documents;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

/// <summary>Every section: its single answers are saved, kept when wrong, and never lost to somebody else’s.</summary>
public sealed class SectionPageTests(Portal portal, SectionPageTests.OneDraft one) : IClassFixture<SectionPageTests.OneDraft>
{
    /// <summary>A draft in which each test answers a section of its own, or compares with what it finds there.</summary>
    public sealed class OneDraft(Portal portal) : IAsyncLifetime
    {
        internal Browser Browser { get; private set; } = null!;

        internal DraftScript Script { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
            Script = await DraftScript.StartAsync(Browser);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>The sections that have answers of their own beside lists.</summary>
    public static TheoryData<Section> WithAnswers =>
        new(Enum.GetValues<Section>().Where(section => ContentPart.Of(section).Questions.Count > 0));

    public static TheoryData<Section> All => new(Enum.GetValues<Section>());

    [Fact]
    public async Task Every_place_of_the_content_is_asked_on_some_page()
    {
        var shared = await SharedAgreement.DraftAsync(portal, _ => FullContent.Create(1));
        var browser = shared.BrowserOf(shared.Drafter);
        var asked = new HashSet<string>();

        foreach (var section in Enum.GetValues<Section>())
        {
            asked.UnionWith(AskedOn(await browser.GetAsync($"/agreements/{shared.Reference}/draft/{DraftScript.Slugs[section]}"), ""));
        }

        foreach (var (path, _) in DraftScript.ItemsIn("", AgreementJson.ToNode(FullContent.Create(1)), ContentShape.Root))
        {
            asked.UnionWith(AskedOn(await browser.GetAsync($"/agreements/{shared.Reference}/draft{path}"), ContentShape.PatternOf(path)!));
        }

        var questions = ContentGuide.Entries.Where(entry =>
            entry.Shape is not (RecordShape or ListShape { Element: RecordShape } or TextShape { IsId: true })
        );
        Assert.Equal(questions.Select(entry => entry.Path).Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(WithAnswers))]
    public async Task Answers_are_saved_and_taken_back(Section section)
    {
        var script = one.Script;
        var full = AgreementJson.ToNode(FullContent.Create(1));
        var expected = Without(section, full);

        await script.AnswerAsync(
            $"{script.Draft}/{DraftScript.Slugs[section]}",
            "",
            expected,
            path => ContentGuide.For(path).Section == section
        );
        Assert.Equal(Text(expected, section), Text(AgreementJson.ToNode(await ContentAsync(script)), section));

        await script.AnswerAsync($"{script.Draft}/{DraftScript.Slugs[section]}", "", [], path => ContentGuide.For(path).Section == section);
        Assert.Equal("{}", Text(AgreementJson.ToNode(await ContentAsync(script)), section));
    }

    [Fact]
    public async Task Hints_StateTheLimitsOfThePolicyInForce()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);

        var dates = (await browser.GetAsync($"/agreements/{shared.Reference}/draft/dates")).Main;
        var purpose = (await browser.GetAsync($"/agreements/{shared.Reference}/draft/purposes/P1")).Main;

        Assert.Contains("At most 5 years after the start.", dates, StringComparison.Ordinal);
        Assert.Contains("At most 24 months after the start, or 12 months where the risk is high.", dates, StringComparison.Ordinal);
        Assert.Contains("At least 50 characters.", purpose, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckBeforeSaving_SaysWhatWouldComeAndGo_KeepsWhatWasTypedAndSavesNothing()
    {
        var shared = await SharedAgreement.DraftAsync(portal, content => content with { ReviewDate = null });
        var browser = shared.BrowserOf(shared.Drafter);
        var address = $"/agreements/{shared.Reference}/draft/dates";
        var before = await shared.FootprintAsync();

        var better = await browser.SendAsync(
            address,
            ("Form.ReviewDate.Day", "1"),
            ("Form.ReviewDate.Month", "9"),
            ("Form.ReviewDate.Year", "2027"),
            ("Then", "check")
        );
        Assert.Equal(HttpStatusCode.OK, better.Status);
        Assert.StartsWith(
            "Saving this would remove 1 error. Nothing is saved yet",
            EffectIn(better).TextContent.Trim(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["#Form-ReviewDate", "/law/rules?id=DSA-095"],
            EffectIn(better).QuerySelectorAll("a").Select(link => link.GetAttribute("href"))
        );
        Assert.Empty(better.Document.QuerySelectorAll(".ds-finding--field")); // what would go stands no more beside the question
        Assert.Equal("2027", ((IHtmlInputElement)better.Document.QuerySelector("[name='Form.ReviewDate.Year']")!).Value);

        var same = await browser.SendAsync(address, ("Then", "check"));
        Assert.Contains("Saving this would change no finding.", EffectIn(same).TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await shared.FootprintAsync());

        var worse = await browser.SendAsync(
            $"/agreements/{shared.Reference}/draft/public-trust",
            ("Form.LaySummary", Hostile.Text),
            ("Form.ChildrenStatement", ""),
            ("Form.Register.Decision", ""),
            ("Then", "check")
        );
        Assert.Contains("Saving this would add 1 error", EffectIn(worse).TextContent, StringComparison.Ordinal);
        Assert.Contains("DSA-081", EffectIn(worse).TextContent, StringComparison.Ordinal);
        Assert.Contains(
            worse.Document.QuerySelectorAll(".ds-finding--field"),
            beside => beside.TextContent.Contains("DSA-081", StringComparison.Ordinal)
        );
        Assert.Empty(worse.Document.QuerySelectorAll("script, img, [onerror]"));
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task CheckBeforeSaving_WrongOrStaleInput_IsToldAsWhenItIsSaved()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);
        var address = $"/agreements/{shared.Reference}/draft/dates";
        var stale = await browser.GetAsync(address);

        var invalid = await browser.SendAsync(address, ("Form.ReviewDate.Month", "13"), ("Then", "check"));
        Assert.Equal(HttpStatusCode.BadRequest, invalid.Status);
        Assert.Single(invalid.Errors);
        Assert.Null(invalid.Document.GetElementById("effect"));

        await browser.SendAsync(address, ("Form.ReviewDate.Year", "2027"), ("Form.ReviewDate.Day", "2"));
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await browser.SendAsync(stale, address, ("Form.ReviewDate.Day", "3"), ("Then", "check"))).Status
        );
    }

    [Fact]
    public async Task CheckBeforeSaving_WhoMayNotSave_IsRefused()
    {
        var draft = await SharedAgreement.DraftAsync(portal);
        var frozen = await SharedAgreement.InApprovalAsync(portal);

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await draft
                    .BrowserOf(await draft.SomebodyAsync(draft.Council, Role.LegalAdviser))
                    .PostAsync($"/agreements/{draft.Reference}/draft/dates", ("Then", "check"))
            ).Status
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await portal
                    .SignedInAs(await portal.APersonAsync(Role.IgOfficer))
                    .PostAsync($"/agreements/{draft.Reference}/draft/dates", ("Then", "check"))
            ).Status
        );
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await frozen.BrowserOf(frozen.Drafter).PostAsync($"/agreements/{frozen.Reference}/draft/dates", ("Then", "check"))).Status
        );
    }

    [Fact]
    public async Task A_finding_beside_a_question_leads_to_its_rule()
    {
        var shared = await SharedAgreement.DraftAsync(portal, content => content with { ReviewDate = null });

        var page = await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/draft/dates");

        var beside = page.Document.QuerySelector(".ds-finding--field a")!;
        Assert.Equal(("/law/rules?id=DSA-095", "_blank"), (beside.GetAttribute("href"), beside.GetAttribute("target")));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_untouched_form_changes_nothing(Section section)
    {
        var (browser, script) = (one.Browser, one.Script);
        var before = await script.DownloadAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync($"{script.Draft}/{DraftScript.Slugs[section]}")).Status);

        Assert.Equal(before, await script.DownloadAsync());
    }

    [Theory]
    [MemberData(nameof(WithAnswers))]
    public async Task Two_people_who_answer_one_section_see_each_other(Section section)
    {
        var (browser, script) = (one.Browser, one.Script);
        var (address, name, question) = TextOf(script, section);
        var opened = await browser.GetAsync(address);

        await browser.SendAsync(address, (name, "Theirs"));
        var conflict = await browser.SendAsync(opened, address, (name, "Mine"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Theirs", conflict.Main, StringComparison.Ordinal);
        Assert.Contains("Mine", conflict.Main, StringComparison.Ordinal);
        Assert.Equal("Theirs", (string?)ContentPointer.Resolve(AgreementJson.ToNode(await ContentAsync(script)), question));

        await browser.SendAsync(conflict, address, ($"Take[{question}]", "mine"), ("Then", "keep"));
        Assert.Equal("Mine", (string?)ContentPointer.Resolve(AgreementJson.ToNode(await ContentAsync(script)), question));
    }

    [Theory]
    [InlineData("mine", "Mine")]
    [InlineData("theirs", "Theirs")]
    public async Task What_was_chosen_of_two_answers_can_be_changed_further(string taken, string shown)
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);
        var (address, name, question) = TextOf(script, Section.Anonymity);
        var opened = await browser.GetAsync(address);
        await browser.SendAsync(address, (name, "Theirs"));
        var conflict = await browser.SendAsync(opened, address, (name, "Mine"));

        var form = await browser.SendAsync(conflict, address, ($"Take[{question}]", taken), ("Then", "again"));

        var box = form.Document.QuerySelector($"[name='{name}']")!;
        Assert.Equal((HttpStatusCode.OK, shown), (form.Status, box.GetAttribute("value") ?? box.TextContent.Trim()));
        Assert.Equal("Theirs", await SavedAsync()); // nothing is saved by looking
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(form, address, (name, "Further"))).Status);
        Assert.Equal("Further", await SavedAsync());

        async Task<string?> SavedAsync() => (string?)ContentPointer.Resolve(AgreementJson.ToNode(await ContentAsync(script)), question);
    }

    [Fact]
    public async Task A_form_that_says_nonsense_of_how_it_was_shown_saves_nothing_unseen()
    {
        string[] nonsense =
        [
            """{"state":"","fields":{"reid":{"assessmentRef":{"q":[1]}}}}""",
            """{"state":"","fields":{"reid":[1,{}],"date":"nonsense"}}""",
            """{"state":"","fields":{"reid":{"a":1,"a":2}}}""",
            """{"state":"","fields":7}""",
            "<script>alert(1)</script>",
        ];
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);
        var (address, name, question) = TextOf(script, Section.Anonymity);
        var page = await browser.GetAsync(address);
        await browser.SendAsync(address, (name, "Theirs"));

        foreach (var opened in nonsense)
        {
            var answer = await browser.SendAsync(page, address, (name, "Mine"), (Opened.Field, opened));

            Assert.Equal((opened, HttpStatusCode.Conflict), (opened, answer.Status));
            Assert.Equal("Theirs", (string?)ContentPointer.Resolve(AgreementJson.ToNode(await ContentAsync(script)), question));
        }
    }

    [Fact]
    public async Task Two_people_who_answer_different_sections_do_not_meet()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);
        var security = await browser.GetAsync($"{script.Draft}/security");
        var benefits = await browser.GetAsync($"{script.Draft}/benefits");

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await browser.SendAsync(security, $"{script.Draft}/security", ("Form.Security.AccessControl", "By role"))).Status
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await browser.SendAsync(benefits, $"{script.Draft}/benefits", ("Form.PublicBenefitTest", "None"))).Status
        );

        var content = await ContentAsync(script);
        Assert.Equal(("By role", "None"), (content.Security?.AccessControl, content.PublicBenefitTest));
    }

    [Fact]
    public async Task Pressing_twice_or_coming_back_with_the_same_answers_is_no_conflict()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);
        var opened = await browser.GetAsync($"{script.Draft}/security");

        await browser.SendAsync(opened, $"{script.Draft}/security", ("Form.Security.AccessControl", "By role"));

        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await browser.SendAsync(
                    opened,
                    $"{script.Draft}/security",
                    ("Form.Security.AccessControl", "By role"),
                    Browser.InAnotherWindow
                )
            ).Status
        );
    }

    [Theory]
    [MemberData(nameof(WithAnswers))]
    public async Task What_cannot_be_saved_is_shown_again_and_nothing_is_saved(Section section)
    {
        var (browser, script) = (one.Browser, one.Script);
        var (address, name, _) = TextOf(script, section);
        var before = await script.DownloadAsync();

        var refused = await browser.SendAsync(address, (name, "typed\u0007here"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("U+0007", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains(
            refused.Document.QuerySelectorAll($"[name='{name}']"),
            box => (box.GetAttribute("value") ?? box.TextContent).Contains("typed", StringComparison.Ordinal)
        );
        Assert.Equal(before, await script.DownloadAsync());
    }

    [Fact]
    public async Task A_colleague_who_may_not_edit_reads_every_section()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var colleague = shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.LegalAdviser));

        foreach (var section in Enum.GetValues<Section>())
        {
            var page = await colleague.GetAsync($"/agreements/{shared.Reference}/draft/{DraftScript.Slugs[section]}");

            Assert.Equal((section, HttpStatusCode.OK), (section, page.Status));
            var controls = page
                .Document.QuerySelectorAll(".ds-cols > div")
                .SelectMany(form => form.QuerySelectorAll("input:not([type=hidden]), textarea, select"));
            Assert.True(!controls.Any(), $"{section} can be edited");
            Assert.DoesNotContain("Save", page.Main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_frozen_version_has_no_sections_to_edit()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var drafter = shared.BrowserOf(shared.Drafter);

        foreach (var section in Enum.GetValues<Section>())
        {
            Assert.Equal(
                (section, HttpStatusCode.Conflict),
                (section, (await drafter.GetAsync($"/agreements/{shared.Reference}/draft/{DraftScript.Slugs[section]}")).Status)
            );
        }
    }

    [Fact]
    public async Task A_finding_stands_beside_its_question_and_saving_does_not_wait_for_it()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);

        var page = await browser.GetAsync($"{script.Draft}/public-trust");
        Assert.Contains("DSA-080", page.Document.QuerySelector("#Form-LaySummary")!.ParentElement!.TextContent, StringComparison.Ordinal);

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await browser.SendAsync($"{script.Draft}/public-trust", ("Form.ChildrenStatement", "None are concerned"))).Status
        );
    }

    [Fact]
    public async Task A_section_with_nothing_to_say_is_done_when_somebody_says_so()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);
        Assert.Equal("Not started", await StateAsync());

        await browser.SendAsync($"{script.Draft}/anonymity", ("NothingToSay", "true"));
        Assert.Equal("Done", await StateAsync());

        await browser.SendAsync($"{script.Draft}/anonymity", ("NothingToSay", null));
        Assert.Equal("Not started", await StateAsync());

        async Task<string> StateAsync() =>
            (await browser.GetAsync(script.Draft))
                .Document.QuerySelector($"a[href='{script.Draft}/anonymity']")!
                .Closest("li")!
                .QuerySelector(".govuk-task-list__status")!
                .TextContent.Trim();
    }

    [Fact]
    public async Task Where_a_check_asks_for_something_nobody_says_there_is_nothing()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);

        Assert.Empty((await browser.GetAsync($"{script.Draft}/dates")).Document.QuerySelectorAll("[name=NothingToSay]"));
        Assert.Single((await browser.GetAsync($"{script.Draft}/anonymity")).Document.QuerySelectorAll("[name=NothingToSay]"));
    }

    private static IEnumerable<string> AskedOn(Answer page, string pattern)
    {
        Assert.Equal((pattern, HttpStatusCode.OK), (pattern, page.Status));
        return page.Document.QuerySelectorAll("input[name=Asked]").Select(box => pattern + box.GetAttribute("value"));
    }

    private static (string Address, string Name, string Question) TextOf(DraftScript script, Section section)
    {
        var question = ContentPart
            .Of(section)
            .Questions.First(q => ContentShape.At(q) is TextShape { Vocabulary: null, Kinds: ItemKinds.None, Duration: null });
        return (
            $"{script.Draft}/{DraftScript.Slugs[section]}",
            "Form." + string.Join('.', question[1..].Split('/').Select(step => char.ToUpperInvariant(step[0]) + step[1..])),
            question
        );
    }

    /// <summary>Without what names items that are not there.</summary>
    private static JsonObject Without(Section section, JsonObject content)
    {
        var answers = ContentPart.Of(section).Read(content);
        foreach (
            var question in ContentPart
                .Of(section)
                .Questions.Where(q =>
                    (ContentShape.At(q) is ListShape list ? list.Element : ContentShape.At(q)) is TextShape { Kinds: not ItemKinds.None }
                )
        )
        {
            ContentPointer.Set(answers, question, null);
        }

        return answers;
    }

    private static string Text(JsonObject content, Section section) =>
        System.Text.Encoding.UTF8.GetString(CanonicalJson.Serialize(ContentPart.Of(section).Read(content)));

    private static async Task<AgreementContent> ContentAsync(DraftScript script) =>
        AgreementImport.Read(await script.DownloadAsync(), LawBook.First).File!.Document.Content;

    private static AngleSharp.Dom.IElement EffectIn(Answer answer) => answer.Document.GetElementById("effect")!;
}
