using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Documents;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

/// <summary>Every kind of list: add, change, move, remove, undo, wrong input, a stale page.</summary>
public sealed class ItemPageTests(Portal portal, ItemPageTests.Drafts drafts) : IClassFixture<ItemPageTests.Drafts>
{
    /// <summary>A draft for each list, with one item in it. Each test compares with what it finds there, and leaves that item in its place.</summary>
    public sealed class Drafts(Portal portal)
    {
        private readonly Dictionary<string, Draft> _drafts = [];

        internal async Task<Draft> WithAsync(string list)
        {
            if (!_drafts.TryGetValue(list, out var draft))
            {
                var (browser, script) = await StartAsync(portal);
                var steps = list.Split("/*");
                var path = "";
                for (var i = 0; i < steps.Length; i++)
                {
                    var pattern = string.Join("/*", steps[..(i + 1)]);
                    path = $"{path}{steps[i]}/{IdOf(pattern)}";
                    var (added, _) = await script.AddAsync(path, FullItem(pattern));
                    Assert.True(added.Status == HttpStatusCode.Redirect, $"{path}: {string.Join("; ", added.Errors)}");
                }

                _drafts[list] = draft = new Draft(browser, script, path, await ContentAsync(script));
            }

            return draft;
        }
    }

    internal sealed record Draft(Browser Browser, DraftScript Script, string Path, AgreementContent Added)
    {
        public void Deconstruct(out Browser browser, out DraftScript script, out string path) =>
            (browser, script, path) = (Browser, Script, Path);
    }

    /// <summary>The lists of records, as patterns.</summary>
    public static TheoryData<string> Lists =>
        new(ContentShape.Paths().Where(p => p.Shape is ListShape { Element: RecordShape }).Select(p => p.Path));

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task An_item_is_added_changed_moved_removed_and_put_back(string list)
    {
        var draft = await drafts.WithAsync(list);
        var (browser, script, path) = draft;
        var at = ListIn(list);

        // Added: all answers are there.
        Assert.Equal(Expected(list), Node(draft.Added, path));

        // Changed: the first question that can be.
        var before = await ContentAsync(script);
        var fields = DraftScript
            .FieldsOf(list + "/*", FullItem(list, "Changed"), _ => true, (shape, _) => shape is not TextShape { Kinds: not ItemKinds.None })
            .ToArray();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(script.Draft + path, fields)).Status);
        Assert.Equal(Expected(list, "Changed"), Node(await ContentAsync(script), path));

        // A copy has the next id and comes after it.
        var copied = await browser.SendAsync(
            $"{script.Draft}{at}/-?copyOf={IdIn(path)}",
            HasChosenId(list) ? [("Id", "Copy1"), ("Form.Name", "Copy")] : []
        );
        Assert.Equal(HttpStatusCode.Redirect, copied.Status);
        var ids = Ids(await ContentAsync(script), at).ToList();
        var copy = Assert.Single(ids.Except(Ids(before, at)));
        var place = ids.IndexOf(copy);
        Assert.True(place > ids.IndexOf(IdIn(path)), string.Join(' ', ids));

        // Moved up.
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(PageOf(script, list), ("Then", $"move:{at}/{copy}:up"))).Status);
        string[] moved = [.. ids[..(place - 1)], copy, ids[place - 1], .. ids[(place + 1)..]];
        Assert.Equal(moved, Ids(await ContentAsync(script), at));

        // Removed, and put back to its place.
        var removed = await browser.SendAsync($"{script.Agreement}/remove{at}/{copy}");
        Assert.Equal(HttpStatusCode.Redirect, removed.Status);
        Assert.Equal(moved.Where(id => id != copy), Ids(await ContentAsync(script), at));
        var after = await browser.GetAsync(removed.Location!.OriginalString);
        Assert.Contains("Undo", after.Main, StringComparison.Ordinal);
        await browser.SendAsync(after, PageOf(script, list), ("Then", $"restore:{at}/{copy}"));
        Assert.Equal(moved, Ids(await ContentAsync(script), at));
    }

    [Fact]
    public async Task Save_WithWordsLeftInASearchBox_Saves_AndTheEnterKeySearches()
    {
        var (browser, script, path) = await drafts.WithAsync("/legalLines/*/gateways");
        var address = script.Draft + path;
        (string, string?)[] typed = [("Form.CitationDetail", "section 35"), ("Find.Form.Code", "DEA")];

        var searched = await browser.SendAsync(address, typed);
        Assert.Equal(HttpStatusCode.OK, searched.Status);
        Assert.Contains("say “DEA”", searched.Main, StringComparison.Ordinal);
        Assert.NotEqual("section 35", AnswerIn(await ContentAsync(script), path + "/citationDetail"));

        var save = searched
            .Document.QuerySelectorAll("button[name=Then]")
            .OfType<IHtmlButtonElement>()
            .Last(button => button.TextContent == "Save");
        var saved = await browser.SendAsync(searched, address, [.. typed, (save.Name!, save.Value)]);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal("section 35", AnswerIn(await ContentAsync(script), path + "/citationDetail"));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task What_was_saved_meanwhile_and_what_was_typed_are_both_kept(string list)
    {
        var (browser, script, path) = await drafts.WithAsync(list);
        var question = TextOf(list);
        var name = "Form." + string.Join('.', question[1..].Split('/').Select(step => char.ToUpperInvariant(step[0]) + step[1..]));
        var opened = await browser.GetAsync(script.Draft + path);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(script.Draft + path, (name, "Theirs"))).Status);
        var conflict = await browser.SendAsync(opened, script.Draft + path, (name, "Mine"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("Theirs", AnswerIn(await ContentAsync(script), path + question));
        Assert.Contains("Theirs", conflict.Main, StringComparison.Ordinal);
        Assert.Contains("Mine", conflict.Main, StringComparison.Ordinal);

        var chosen = await browser.SendAsync(conflict, script.Draft + path, ($"Take[{question}]", "mine"), ("Then", "keep"));
        Assert.Equal(HttpStatusCode.Redirect, chosen.Status);
        Assert.Equal("Mine", AnswerIn(await ContentAsync(script), path + question));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task What_cannot_be_saved_says_why_and_is_shown_again(string list)
    {
        var (browser, script, path) = await drafts.WithAsync(list);
        var question = TextOf(list);
        var name = "Form." + string.Join('.', question[1..].Split('/').Select(step => char.ToUpperInvariant(step[0]) + step[1..]));

        var before = await script.DownloadAsync();

        var refused = await browser.SendAsync(script.Draft + path, (name, "typed\u0007here"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("U+0007", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("typed", Shown(refused, name), StringComparison.Ordinal);
        Assert.Equal(before, await script.DownloadAsync());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Script_in_an_answer_stays_text(string list)
    {
        var (browser, script, path) = await drafts.WithAsync(list);
        var question = TextOf(list);
        var name = "Form." + string.Join('.', question[1..].Split('/').Select(step => char.ToUpperInvariant(step[0]) + step[1..]));

        await browser.SendAsync(script.Draft + path, (name, Hostile.Text));

        var page = await browser.GetAsync(script.Draft + path);
        Assert.Empty(page.Document.QuerySelectorAll("script, img, [onerror]"));
        Assert.Equal(Hostile.Text, Shown(page, name));
        Assert.Empty((await browser.GetAsync(PageOf(script, list))).Document.QuerySelectorAll("script, img, [onerror]"));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task What_nobody_answered_is_empty_and_a_form_that_is_sent_untouched_says_nothing(string list)
    {
        var (browser, script, path) = await drafts.WithAsync(list);
        var before = await script.DownloadAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(script.Draft + path)).Status);
        Assert.Equal(before, await script.DownloadAsync());

        var address = $"{script.Draft}{ListIn(list)}/-";
        var page = await browser.GetAsync(address);
        var boxes = page
            .Document.QuerySelectorAll("textarea[name^='Form.']")
            .OfType<IHtmlTextAreaElement>()
            .Select(box => (box.Name, Value: box.Value.Trim()))
            .Concat(
                page.Document.QuerySelectorAll("input[type=text][name^='Form.']")
                    .OfType<IHtmlInputElement>()
                    .Select(box => (box.Name, box.Value))
            );
        Assert.All(boxes, box => Assert.Equal((box.Name, ""), box));

        var empty = await browser.SendAsync(page, address, HasChosenId(list) ? [("Id", "Empty1")] : []);
        Assert.Equal(HttpStatusCode.Redirect, empty.Status);
        var added = ContentPointer.Resolve(AgreementJson.ToNode(await ContentAsync(script)), ListIn(list))!.AsArray()[^1]!.AsObject();
        Assert.Equal(["id"], added.Select(member => member.Key));
    }

    [Fact]
    public async Task CheckBeforeSaving_AnItem_SaysWhatWouldComeAndGo_AndSavesNothing()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);
        var before = await shared.FootprintAsync();
        var address = $"/agreements/{shared.Reference}/draft/legalLines/L1";

        var checkedPage = await browser.SendAsync(address, ("Form.Art6", "A6-F"), ("Form.OwnTaskCitation", "typed"), ("Then", "check"));

        Assert.Equal(HttpStatusCode.OK, checkedPage.Status);
        var effect = checkedPage.Document.GetElementById("effect")!;
        Assert.StartsWith("Saving this would add 2 errors. Nothing is saved yet", effect.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(
            ["#Form-Art6", "/law/rules?id=DSA-021", "#Form-Lia-Purpose", "/law/rules?id=DSA-025"],
            effect.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))
        );
        Assert.All(
            effect.QuerySelectorAll("a[href^='#']"),
            link => Assert.NotNull(checkedPage.Document.GetElementById(link.GetAttribute("href")![1..]))
        );
        Assert.Equal("typed", Shown(checkedPage, "Form.OwnTaskCitation"));
        Assert.Equal(before, await shared.FootprintAsync());

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await browser.SendAsync(checkedPage, address, ("Form.Art6", "A6-F"), ("Then", "save"))).Status
        );
        var back = await browser.SendAsync(address, ("Form.Art6", "A6-E"), ("Then", "check"));
        Assert.Contains(
            "Saving this would remove 2 errors.",
            back.Document.GetElementById("effect")!.TextContent,
            StringComparison.Ordinal
        );

        var invalid = await browser.SendAsync(address, ("Form.Art6", "A6-Z"), ("Then", "check"));
        Assert.Equal((HttpStatusCode.BadRequest, true), (invalid.Status, invalid.Document.GetElementById("effect") is null));
    }

    [Fact]
    public async Task CheckBeforeSaving_ANewItem_IsJudgedWithoutBeingAdded()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);
        var before = await shared.FootprintAsync();

        var page = await browser.SendAsync(
            $"/agreements/{shared.Reference}/draft/benefits/-",
            ("Form.Statement", "Less waiting"),
            ("Then", "check")
        );

        Assert.Contains("Saving this would add 1 error", page.Document.GetElementById("effect")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Less waiting", page.Document.GetElementById("effect")!.TextContent, StringComparison.Ordinal); // by its name
        Assert.Equal("Less waiting", Shown(page, "Form.Statement"));
        Assert.Equal(before, await shared.FootprintAsync());

        await browser.SendAsync(page, $"/agreements/{shared.Reference}/draft/benefits/-", ("Then", "save"));
        Assert.Equal(2, (await shared.FindAsync()).Newest.Document.Content.Benefits.Count);
    }

    [Fact]
    public async Task Sending_the_form_twice_adds_one_item()
    {
        var (browser, script) = await StartAsync(portal);
        var page = await browser.GetAsync($"{script.Draft}/benefits/-");

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await browser.SendAsync(page, $"{script.Draft}/benefits/-", ("Form.Statement", "Less waiting"))).Status
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await browser.SendAsync(page, $"{script.Draft}/benefits/-", ("Form.Statement", "Less waiting"), Browser.InAnotherWindow)
            ).Status
        );

        Assert.Single((await ContentAsync(script)).Benefits);
    }

    [Fact]
    public async Task Two_people_who_add_at_once_both_add()
    {
        var (browser, script) = await StartAsync(portal);
        var (first, second) = (await browser.GetAsync($"{script.Draft}/benefits/-"), await browser.GetAsync($"{script.Draft}/benefits/-"));

        await browser.SendAsync(first, $"{script.Draft}/benefits/-", ("Form.Statement", "Less waiting"));
        await browser.SendAsync(second, $"{script.Draft}/benefits/-", ("Form.Statement", "Fewer forms"));

        Assert.Equal(["B1", "B2"], (await ContentAsync(script)).Benefits.Select(benefit => benefit.Id));
    }

    [Fact]
    public async Task The_id_of_a_removed_item_is_not_given_again()
    {
        var (browser, script) = await StartAsync(portal);
        await browser.SendAsync($"{script.Draft}/benefits/-", ("Form.Statement", "Less waiting"));
        await browser.SendAsync($"{script.Agreement}/remove/benefits/B1");

        await browser.SendAsync($"{script.Draft}/benefits/-", ("Form.Statement", "Fewer forms"));

        Assert.Equal("B2", Assert.Single((await ContentAsync(script)).Benefits).Id);
    }

    [Fact]
    public async Task What_another_part_names_is_not_removed_and_the_page_says_where()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);

        var refused = await browser.GetAsync($"/agreements/{shared.Reference}/remove/purposes/P1");

        Assert.Contains("is in use", refused.Heading, StringComparison.Ordinal);
        Assert.Contains("Data flows: F1", refused.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsync($"/agreements/{shared.Reference}/remove/purposes/P1")).Status);
    }

    [Fact]
    public async Task An_item_that_was_removed_meanwhile_cannot_be_chosen()
    {
        var (browser, script) = await StartAsync(portal);
        await browser.SendAsync($"{script.Draft}/parties/-", ("Id", "AAA"), ("Form.Name", "Council"));
        var page = await browser.GetAsync($"{script.Draft}/retention/-");
        await browser.SendAsync($"{script.Agreement}/remove/parties/AAA");

        var refused = await browser.SendAsync(page, $"{script.Draft}/retention/-", ("Form.Party", "AAA"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("no longer part of the agreement", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_is_none_keeps_what_was_typed()
    {
        const string Name = "Form.ReviewDue";
        var (browser, script, path) = await drafts.WithAsync("/parties/*/apd");
        var before = await script.DownloadAsync();
        var page = await browser.GetAsync(script.Draft + path);

        foreach (
            var (day, month, year, says, box) in new[]
            {
                ("31", "2", "2027", "there is no 31 February 2027", "Day"),
                ("x", "2", "2027", "“x” is no day", "Day"),
                ("1", "October", "26", "“26” is no year", "Year"),
                ("1", "Octember", "2026", "“Octember” is no month", "Month"),
                ("1", "10", "9998", "the year must be between 1900 and 2199", "Year"),
                ("", "1/13/2026", "", "“13” is no month", "Month"),
            }
        )
        {
            var refused = await browser.SendAsync(
                page,
                script.Draft + path,
                ($"{Name}.Day", day),
                ($"{Name}.Month", month),
                ($"{Name}.Year", year)
            );

            Assert.Contains(says, Assert.Single(refused.Errors), StringComparison.Ordinal);
            var link = refused.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href");
            Assert.Equal($"{Name}.{box}", refused.Document.QuerySelector(link!)!.GetAttribute("name"));
            Assert.Equal(
                [$"{Name}.{box}"],
                refused.Document.QuerySelectorAll("input.govuk-input--error").Select(input => input.GetAttribute("name"))
            );
            Assert.Equal(
                (day, month, year),
                (Shown(refused, $"{Name}.Day"), Shown(refused, $"{Name}.Month"), Shown(refused, $"{Name}.Year"))
            );
        }

        Assert.Equal(before, await script.DownloadAsync());
    }

    [Fact]
    public async Task An_answer_that_cannot_be_understood_says_what_could()
    {
        (string List, string Name, string Typed, string Says)[] answers =
        [
            ("/datasets", "Form.EstimatedSubjects", "about 900", "must be a whole number"),
            ("/datasets", "Form.EstimatedSubjects", "-5", "must be a whole number"),
            ("/datasets", "Form.EstimatedSubjects", "99999999999999999999", "must be a whole number"),
            ("/retention", "Form.Period", "a while", "must be a length of time"),
            ("/flows", "Form.ProcessingLocations", "Irland", "Did you mean Ireland?"),
            ("/flows", "Form.Mode", "Telepathy", "choose one of the list"),
            ("/legalLines", "Form.Art6", "A6-Z", "choose one of the list"),
        ];

        foreach (var ofOneList in answers.GroupBy(answer => answer.List))
        {
            var (browser, script, path) = await drafts.WithAsync(ofOneList.Key);
            var before = await script.DownloadAsync();
            var page = await browser.GetAsync(script.Draft + path);
            foreach (var (_, name, typed, says) in ofOneList)
            {
                var refused = await browser.SendAsync(page, script.Draft + path, (name, typed));

                Assert.Equal((name, typed, HttpStatusCode.BadRequest), (name, typed, refused.Status));
                Assert.Contains(says, Assert.Single(refused.Errors), StringComparison.Ordinal);
            }

            Assert.Equal(before, await script.DownloadAsync());
        }
    }

    [Fact]
    public async Task A_length_of_time_is_written_as_one_says_it()
    {
        var (browser, script, path) = await drafts.WithAsync("/retention");
        (string Typed, string Stored)[] lengths =
        [
            ("8 years", "P8Y"),
            ("1 year and 6 months", "P1Y6M"),
            ("28 days", "P28D"),
            ("p3m", "P3M"),
            ("Indefinitely", "Indefinite"),
        ];

        foreach (var (typed, stored) in lengths)
        {
            await browser.SendAsync(script.Draft + path, ("Form.Period", typed));

            Assert.Equal((typed, stored), (typed, (await ContentAsync(script)).Retention.Single(r => r.Id == IdIn(path)).Period));
        }
    }

    [Fact]
    public async Task A_draft_that_would_grow_without_end_says_so_and_keeps_what_was_typed()
    {
        var (browser, script, _) = await drafts.WithAsync("/benefits");
        var table = string.Join('\n', Enumerable.Range(1, 400).Select(i => $"Field {i},text,,{new string('x', 1900)}"));
        await browser.SendAsync($"{script.Draft}/datasets/-", ("Form.Name", "Referrals"));

        var refused = await browser.SendAsync($"{script.Draft}/datasets/D1/fields/-paste", ("Table", table), ("Then", "add"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("larger than 500,000 bytes", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Empty(Assert.Single((await ContentAsync(script)).Datasets, dataset => dataset.Id == "D1").Fields);

        var long20 = new string('x', 20_001);
        var answer = await browser.SendAsync($"{script.Draft}/benefits/B1", ("Form.Statement", long20));
        Assert.Contains("must be 20,000 characters or fewer. It has 20,001", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal(long20, Shown(answer, "Form.Statement"));
    }

    [Fact]
    public async Task Searching_among_many_choices_saves_nothing_and_loses_nothing()
    {
        var (browser, script, _) = await drafts.WithAsync("/legalLines");
        var address = $"{script.Draft}/legalLines/L1/gateways/-";
        var before = await LinesAsync();

        var found = await browser.SendAsync(
            address,
            ("Form.CitationDetail", "section 111"),
            ("Find.Form.Code", "Local Government Act 1972"),
            ("Then", "search")
        );

        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Equal("section 111", Shown(found, "Form.CitationDetail"));
        Assert.Contains(found.Document.QuerySelectorAll("input[type=radio]"), box => box.GetAttribute("value") == "GW-LGA111");
        Assert.DoesNotContain(found.Document.QuerySelectorAll("input[type=radio]"), box => box.GetAttribute("value") == "GW-DEA64");
        Assert.Equal(before, await LinesAsync());

        async Task<string> LinesAsync() => JsonSerializer.Serialize((await ContentAsync(script)).LegalLines);
    }

    [Fact]
    public async Task An_item_that_is_not_there_is_not_found()
    {
        var (browser, script, _) = await drafts.WithAsync("/flows");

        foreach (var path in new[] { "/flows/F1/transfers/T9", "/flows/NONE", "/datasets/NONE/fields/-" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await browser.GetAsync(script.Draft + path)).Status));
        }
    }

    private static async Task<(Browser Browser, DraftScript Script)> StartAsync(Portal portal)
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        return (browser, await DraftScript.StartAsync(browser));
    }

    /// <summary>Every question of one item answered.</summary>
    private static JsonObject FullItem(string list, string text = "Answer")
    {
        JsonNode node = AgreementJson.ToNode(FullContent.Create(1, text));
        foreach (var step in list[1..].Split('/'))
        {
            node = step == "*" ? node.AsArray()[0]! : node[step]!;
        }

        var item = node[0]!.DeepClone().AsObject();
        item["id"] = IdOf(list);
        return item;
    }

    /// <summary>What is left of it where nothing else is there that it could name.</summary>
    private static string Expected(string list, string text = "Answer")
    {
        var item = FullItem(list, text);
        var kept = new JsonObject { ["id"] = item["id"]!.DeepClone() };
        foreach (var (path, shape) in ContentShape.Paths().Where(p => p.Path.StartsWith(list + "/*/", StringComparison.Ordinal)))
        {
            var question = path[(list.Length + 2)..];
            var element = shape is ListShape l ? l.Element : shape;
            if (
                !question.Contains('*', StringComparison.Ordinal)
                && element is not (RecordShape or TextShape { IsId: true } or TextShape { Kinds: not ItemKinds.None })
            )
            {
                ContentPointer.Set(kept, question, ContentPointer.Resolve(item, question)?.DeepClone());
            }
        }

        return System.Text.Encoding.UTF8.GetString(CanonicalJson.Serialize(kept));
    }

    private static string? AnswerIn(AgreementContent content, string path) =>
        (string?)ContentPointer.Resolve(AgreementJson.ToNode(content), path);

    private static string Node(AgreementContent content, string path)
    {
        var node = ContentPointer.Resolve(AgreementJson.ToNode(content), path)!.AsObject();
        foreach (
            var name in node.Where(member => member.Value is JsonArray items && items[0] is JsonObject)
                .Select(member => member.Key)
                .ToList()
        )
        {
            node.Remove(name);
        }

        return System.Text.Encoding.UTF8.GetString(CanonicalJson.Serialize(node));
    }

    private static string[] Ids(AgreementContent content, string list) =>
        [.. ContentPointer.Resolve(AgreementJson.ToNode(content), list)!.AsArray().Select(item => (string)item!["id"]!)];

    private static string TextOf(string list) =>
        ContentShape
            .Paths()
            .Where(p =>
                p.Path.StartsWith(list + "/*/", StringComparison.Ordinal)
                && p.Shape is TextShape { IsId: false, Vocabulary: null, Kinds: ItemKinds.None, Duration: null, IsCountry: false }
            )
            .Select(p => p.Path[(list.Length + 2)..])
            .FirstOrDefault(question => !question.Contains('*', StringComparison.Ordinal))
        ?? throw new InvalidOperationException(list);

    private static string IdOf(string list) =>
        list switch
        {
            "/parties" => "AAA",
            "/datasets/*/fields" => "fieldA",
            _ => ContentItems.NextId(list, []),
        };

    private static bool HasChosenId(string list) => list is "/parties" or "/datasets/*/fields";

    private static string IdIn(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The list itself, with the ids of this test's items on the way.</summary>
    private static string ListIn(string list)
    {
        var steps = list.Split("/*");
        return string.Concat(
            steps.Select((step, i) => i == steps.Length - 1 ? step : $"{step}/{IdOf(string.Join("/*", steps[..(i + 1)]))}")
        );
    }

    private static string PageOf(DraftScript script, string list) =>
        ListIn(list) is var at && list.Contains('*', StringComparison.Ordinal)
            ? script.Draft + at[..at.LastIndexOf('/')]
            : $"{script.Draft}/{DraftScript.Slugs[ContentGuide.For(list).Section]}";

    private static string? Shown(Answer answer, string name) =>
        answer.Document.QuerySelector($"[name='{name}']") switch
        {
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            _ => null,
        };

    private static async Task<AgreementContent> ContentAsync(DraftScript script) =>
        AgreementImport.Read(await script.DownloadAsync(), LawBook.First).File!.Document.Content;
}
