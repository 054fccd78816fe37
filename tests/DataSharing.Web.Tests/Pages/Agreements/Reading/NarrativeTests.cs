using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DataSharing.Documents.Narrative;
using DataSharing.Documents.Narrative.Flows;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Organisations;
using DataSharing.Web.Tests.Documents;

namespace DataSharing.Web.Tests.Pages.Agreements.Reading;

public sealed class NarrativeTests
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(1)";

    [Fact]
    public void Flows_whose_ends_are_not_chosen_yet_are_read_without_a_picture()
    {
        var reading = AgreementNarrative.Of(
            new AgreementContent { Flows = [new Flow { Id = "F1", Mode = FlowMode.Bulk }, new Flow { Id = "F2" }] },
            LawBook.First
        );

        Assert.DoesNotContain(reading.Sections.SelectMany(section => section.Blocks), block => block is FlowPicture);
    }

    [Theory, MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public async Task Reading_OfASample_ShowsEveryAnswer(string sample)
    {
        var content = Samples.Content(sample);

        Assert.Empty(NotShown(content, await ReadAsync(content)));
    }

    [Fact]
    public async Task Reading_OfAnAgreementThatAnswersEverything_ShowsEveryAnswer()
    {
        var content = FullContent.Create();
        var answered = Leaves(AgreementJson.ToNode(content), "", ContentShape.Root)
            .Select(leaf => ContentShape.PatternOf(leaf.Path))
            .ToHashSet();

        Assert.Empty(
            ContentGuide
                .Entries.Where(entry =>
                    entry.Shape is not RecordShape and not ListShape { Element: RecordShape } and not TextShape { IsId: true }
                )
                .Select(entry => entry.Path)
                .Except(answered)
        );
        Assert.Empty(NotShown(content, await ReadAsync(content)));
    }

    [Fact]
    public void Reading_OfADraftWithoutAnswers_HasFourteenEmptySections()
    {
        var sections = AgreementNarrative.Of(new AgreementContent(), LawBook.First).Sections;

        Assert.Equal(Enum.GetValues<Section>(), sections.Select(section => section.Section));
        Assert.All(sections, section => Assert.Empty(section.Blocks));
    }

    [Fact]
    public async Task Reading_OfADraftWithEmptyItems_ShowsNoLabelWithoutAnAnswer()
    {
        var content = new AgreementContent
        {
            Parties = [new Party { Id = "A" }],
            Purposes = [new Purpose { Id = "P1" }],
            Datasets = [new Dataset { Id = "D1", Fields = [new DataField { Id = "f" }] }],
            LegalLines = [new LegalLine { Id = "L1" }],
            Flows = [new Flow { Id = "F1" }],
            Retention = [new Retention { Id = "R1" }],
            Dpia = [new Dpia { Id = "A1" }],
        };

        var page = await ReadAsync(content);

        Assert.Empty(page.QuerySelectorAll("dt, td, .ds-said__label"));
    }

    [Theory, MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public async Task Reading_OfASample_IsSoundHtml(string sample)
    {
        var page = await ReadAsync(Samples.Content(sample));
        var contents = Parse(await Views.DrawAsync("_Contents", AgreementNarrative.Of(Samples.Content(sample), LawBook.First)));
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];

        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(
            Enumerable.Range(1, 14).Select(n => $"#s{n}"),
            contents.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))
        );
        Assert.All(Enumerable.Range(1, 14), n => Assert.Contains($"s{n}", ids));
        Assert.Empty(page.QuerySelectorAll("[style], script, style"));
        Assert.All(page.QuerySelectorAll("svg"), svg => Assert.Equal(svg.QuerySelector("title")!.Id, svg.GetAttribute("aria-labelledby")));
        Assert.All(page.QuerySelectorAll("td"), cell => Assert.False(string.IsNullOrEmpty(cell.GetAttribute("data-label"))));
    }

    [Fact]
    public async Task Reading_OfHostileTexts_KeepsThemTexts()
    {
        var content = FullContent.Create(text: Hostile);

        var page = await ReadAsync(content);

        Assert.Empty(NotShown(content, page));
        Assert.Empty(page.QuerySelectorAll("script, img"));
        Assert.DoesNotContain(
            page.All.SelectMany(element => element.Attributes),
            attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("javascript:alert(1)//")]
    [InlineData("data:text/html,x")]
    [InlineData("//evil.example")]
    [InlineData("https://www.gov.uk and more")]
    public async Task Reading_OfAnAddressThatIsNotOnTheWeb_MakesNoLinkOfIt(string text)
    {
        var page = await ReadAsync(new AgreementContent { AtrsRef = text });

        Assert.Equal(text, page.GetElementById("f-atrsRef")!.TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("a"));
    }

    [Fact]
    public async Task Reading_OfAWebAddress_LinksToIt()
    {
        var page = await ReadAsync(new AgreementContent { AtrsRef = "https://www.gov.uk/atrs/x" });

        Assert.Equal("https://www.gov.uk/atrs/x", page.QuerySelector("#f-atrsRef a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Reading_OfLawThatIsNotSettled_SaysSo()
    {
        var unconfirmed = LawBook.First.Of<Gateway>().First(gateway => gateway.Unverified is not null);
        var repealed = LawBook.First.Of<Gateway>().First(gateway => gateway.Status is LegalStatus.Repealed);
        var page = await ReadAsync(
            new AgreementContent
            {
                LegalLines =
                [
                    new LegalLine
                    {
                        Id = "L1",
                        Gateways =
                        [
                            new GatewayCitation { Id = "G1", Code = unconfirmed.Code },
                            new GatewayCitation { Id = "G2", Code = repealed.Code },
                        ],
                    },
                ],
            }
        );

        Assert.Contains(
            "(to be confirmed)",
            page.GetElementById("f-legalLines-L1-gateways-G1-code")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(unconfirmed.Unverified!, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("repealed", page.GetElementById("f-legalLines-L1-gateways-G2-code")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/flows/F1/mode", "f-flows-F1-mode")]
    [InlineData("/flows/F1/volume", "f-flows-F1")]
    [InlineData("/flows/F1/lookup/rateLimit", "f-flows-F1")]
    [InlineData("/flows/F9", "s6")]
    [InlineData("/parties/KMC/breachContact/email", "f-parties-KMC-breachContact-email")]
    [InlineData("/parties/CHY/dpo", "f-parties-CHY")]
    [InlineData("/purposes/P1/permittedUses/0", "f-purposes-P1-permittedUses")]
    [InlineData("/laySummary", "f-laySummary")]
    [InlineData("/emergency/reason", "s14")]
    [InlineData("", "s1")]
    [InlineData("/noSuchMember", "s1")]
    public void AnchorFor_AnyPlace_IsTheNearestThatIsShown(string path, string anchor) =>
        Assert.Equal(anchor, AgreementNarrative.Of(Samples.Content("7-2"), LawBook.First).AnchorFor(path));

    [Fact]
    public void Anchor_OfDifferentPlaces_Differs() => Assert.NotEqual(Anchor.Of("/parties/A-name"), Anchor.Of("/parties/A/name"));

    [Theory]
    [InlineData("/retention/R1/period", "f-retention-R1-period")]
    [InlineData("/flows/F1/volume", "f-flows-F1")]
    [InlineData("/purposes/P1", "f-purposes-P1")]
    [InlineData("/laySummary", "f-laySummary")]
    public async Task Note_OnAPlace_StandsWithTheElementThatShowsIt(string path, string anchor)
    {
        var note = new Note(path, NoteKind.Warning, "Look here <b>", new LawLink("GW-DEA35"));
        var page = Parse(await Views.DrawAsync("_Reading", AgreementNarrative.Of(Samples.Content("7-2"), LawBook.First, note)));

        var shown = Assert.Single(page.QuerySelectorAll(".ds-notes a"));

        Assert.Equal(("Look here <b>", "/law/GW-DEA35"), (shown.TextContent, shown.GetAttribute("href")));
        Assert.True(
            page.GetElementById(anchor)!.Contains(shown) || page.GetElementById(anchor)!.Closest("h3")!.NextElementSibling!.Contains(shown)
        );
    }

    [Fact]
    public async Task Note_OnASectionWithoutAnswers_StandsUnderItsHeading()
    {
        var page = Parse(
            await Views.DrawAsync(
                "_Reading",
                AgreementNarrative.Of(new AgreementContent(), LawBook.First, new Note("/flows", NoteKind.Error, "No flows"))
            )
        );

        Assert.Equal("No flows", page.GetElementById("s6")!.NextElementSibling!.TextContent.Trim());
    }

    private static async Task<IHtmlDocument> ReadAsync(AgreementContent content) =>
        Parse(await Views.DrawAsync("_Reading", AgreementNarrative.Of(content, LawBook.First)));

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>The answers whose own element is missing or does not say them.</summary>
    private static IEnumerable<string> NotShown(AgreementContent content, IHtmlDocument page) =>
        from leaf in Leaves(AgreementJson.ToNode(content), "", ContentShape.Root)
        let shown = Plain(page.GetElementById(Anchor.Of(leaf.Path))?.TextContent ?? "")
        from word in Expected(content, leaf.Path, leaf.Value, leaf.Shape)
        where shown.Length == 0 || !shown.Contains(Plain(word), StringComparison.Ordinal)
        select $"{leaf.Path}: “{word}” is not in “{shown}”";

    private static IEnumerable<(string Path, JsonNode Value, ContentShape Shape)> Leaves(JsonNode node, string path, ContentShape shape) =>
        (shape, node) switch
        {
            (RecordShape record, JsonObject values) => record
                .Members.Where(member => values[member.Name] is not null && member.Shape is not TextShape { IsId: true })
                .SelectMany(member => Leaves(values[member.Name]!, $"{path}/{member.Name}", member.Shape)),
            (ListShape { Element: RecordShape item }, JsonArray items) => items.SelectMany(child =>
                Leaves(child!, $"{path}/{child!["id"]}", item)
            ),
            (ListShape list, JsonArray items) => items.Select(child => (path, child!, list.Element)),
            _ => [(path, node, shape)],
        };

    /// <summary>What must be read. An own telling of what the reading is about, so that both cannot be wrong in the same way.</summary>
    private static IEnumerable<string> Expected(AgreementContent content, string path, JsonNode value, ContentShape shape) =>
        (shape, value.ToString(), ContentShape.PatternOf(path)) switch
        {
            (
                FlagShape,
                _,
                "/datasets/*/fields/*/criminalOffence"
                    or "/datasets/*/fields/*/directIdentifier"
                    or "/datasets/*/fields/*/quasiIdentifier"
            ) => [""],
            (FlagShape, var flag, "/legalLines/*/inPerformanceOfTask") =>
            [
                flag == "true" ? "as part of its public task" : "outside a public task",
            ],
            (FlagShape, var flag, "/flows/*/encryptionInTransit" or "/flows/*/encryptionAtRest") =>
            [
                flag == "true" ? "Encrypted" : "Not encrypted",
            ],
            (FlagShape, var flag, _) => [flag == "true" ? "Yes" : "No"],
            (IntegerShape, var number, _) =>
            [
                long.Parse(number, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.GetCultureInfo("en-GB")),
            ],
            (DateShape, var day, _) =>
            [
                DateOnly.Parse(day, CultureInfo.InvariantCulture).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
            ],
            (ChoiceShape, var activity, "/legalLines/*/activity") =>
            [
                activity switch
                {
                    "Disclose" => "discloses",
                    "ReceiveAndUse" => "receives and uses",
                    _ => "processes jointly",
                },
            ],
            (ChoiceShape, nameof(RightHandler.Party), _) => [""],
            (ChoiceShape choice, var code, _) => [CodeLabels.Of((Enum)Codes.Of(choice.Enum).Single(entry => entry.Value == code).Key)],
            (TextShape { Vocabulary: not null }, var code, _) when LawBook.First.Find(code) is { } entry => [entry.Name, entry.Citation],
            (TextShape { Vocabulary: not null }, LawBook.Part3PolicyDocument, _) => ["law enforcement"],
            (_, var holder, "/legalLines/*/ownTaskHolder")
                when content.LegalLines.Any(line => line.Party == holder && path == $"/legalLines/{line.Id}/ownTaskHolder") => ["Own task"],
            (TextShape { Kinds: not ItemKinds.None } text, var id, _) => [NameOf(content, text.Kinds, id, path)],
            (TextShape { Duration: not null }, var duration, _) =>
            [
                duration == Retention.Indefinite ? duration : string.Concat(duration.Where(char.IsAsciiDigit)),
                duration[^1] switch
                {
                    'Y' => "year",
                    'M' => "month",
                    'D' => "day",
                    _ => "",
                },
            ],
            (TextShape { IsCountry: true }, var country, _) => [country == "GB" ? "United Kingdom" : "France"],
            (_, "All", "/datasets/*/cohortFilter") => ["Everybody"],
            (_, var scheme, "/parties/*/identifiers/*/scheme") => [IdentifierScheme.Find(scheme)?.Name ?? scheme],
            (_, var organisation, "/parties/*/orgId") => [organisation[(organisation.IndexOf(':', StringComparison.Ordinal) + 1)..]],
            (_, var term, "/datasets/*/fields/*/category") => [term.Replace("pd:", "", StringComparison.Ordinal)],
            (_, var text, _) => [text],
        };

    private static string NameOf(AgreementContent content, ItemKinds kinds, string id, string path) =>
        kinds.HasFlag(ItemKinds.Party) ? content.Parties.Single(party => party.Id == id).Name!
        : kinds.HasFlag(ItemKinds.Purpose) ? CodeLabels.Of(content.Purposes.Single(purpose => purpose.Id == id).Code!.Value)
        : kinds.HasFlag(ItemKinds.Dataset) ? content.Datasets.Single(dataset => dataset.Id == id).Name!
        : content
            .Flows.Where(flow => path.StartsWith($"/flows/{flow.Id}/", StringComparison.Ordinal))
            .SelectMany(flow => content.Datasets.Single(dataset => dataset.Id == flow.DatasetId).Fields)
            .First(field => field.Id == id)
            .Name!;

    /// <summary>Capitals and spaces do not count: a code such as AdultCareUser is read as words.</summary>
    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
