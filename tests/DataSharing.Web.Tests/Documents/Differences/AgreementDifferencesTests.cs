using System.Text.Json.Nodes;
using DataSharing.Documents.Differences;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Documents;

namespace DataSharing.Web.Tests.Documents.Differences;

public sealed class AgreementDifferencesTests
{
    private static readonly AgreementContent Full = FullContent.Create(items: 1);

    [Fact]
    public void Of_AnAnswerOfWhateverKindTakenAway_SaysWhatItWasAndThatItIsGone() =>
        Assert.All(
            Leaves("", AgreementJson.ToNode(Full), ContentShape.Root),
            path =>
            {
                var changed = AgreementJson.ToNode(Full);
                ContentPointer.Resolve(changed, path[..path.LastIndexOf('/')])!.AsObject().Remove(path[(path.LastIndexOf('/') + 1)..]);

                var section = Assert.Single(Between(Full, AgreementJson.Read(changed)).Sections);

                var answer = Assert.Single(Assert.Single(section.Items).Answers);
                Assert.Equal((ContentGuide.For(path).Section, path), (section.Section, answer.Path));
                Assert.EndsWith(ContentGuide.For(path).Label, answer.Question, StringComparison.Ordinal);
                Assert.NotEmpty(string.Concat(answer.Before.Select(piece => piece.Text)).Trim());
                Assert.Empty(answer.After);
            }
        );

    [Fact]
    public void Of_ValuesOfEveryKind_SaysThemAsTheReadingDoes()
    {
        var before = Samples.Content("7-2");
        var flow = before.Flows[0];
        var after = before with
        {
            AgreementType = AgreementType.MoU,
            StartDate = new DateOnly(2026, 10, 1),
            EndDate = null,
            Jurisdictions = [Jurisdiction.England, Jurisdiction.Wales],
            CommercialUse = true,
            Disbenefits = ["People may worry", "Forms take time"],
            Retention = [before.Retention[0] with { Period = "P3Y" }, .. before.Retention.Skip(1)],
            Flows =
            [
                flow with
                {
                    From = flow.To,
                    Lookup = new LookupControls { RateLimit = "150 a minute" },
                },
                .. before.Flows.Skip(1),
            ],
        };
        var names = before.Parties.ToDictionary(p => p.Id, p => p.Name!);

        var rows = Rows(
            Between(
                before with
                {
                    Jurisdictions = [Jurisdiction.England, Jurisdiction.Scotland],
                    CommercialUse = false,
                    StartDate = new DateOnly(2026, 9, 1),
                    EndDate = new DateOnly(2027, 3, 31),
                    Disbenefits = [],
                },
                after
            )
        );

        Assert.Equal(("[Framework for case-by-case sharing]", "[Memorandum of understanding]"), rows[": Kind of agreement"]);
        Assert.Equal(("England; [Scotland]", "England; [Wales]"), rows[": Where it applies"]);
        Assert.Equal(("1 [September] 2026", "1 [October] 2026"), rows[": Start date"]);
        Assert.Equal(("[31 March 2027]", ""), rows[": End date"]);
        Assert.Equal(("[No]", "[Yes]"), rows[": Commercial use"]);
        Assert.Equal(("", "[People may worry\nForms take time]"), rows[": Disadvantages"]);
        Assert.Equal(("", "[150 a minute]"), rows[$"Data flow: {names[flow.To!]} to {names[flow.To!]}: Lookup controls: Volume limit"]);
        Assert.Contains(
            rows,
            row => row.Key.EndsWith(": From", StringComparison.Ordinal) && row.Value == ($"[{names[flow.From!]}]", $"[{names[flow.To!]}]")
        );
        Assert.Contains(
            rows,
            row =>
                row.Key.StartsWith("Retention period: ", StringComparison.Ordinal)
                && row.Value.After.Contains("[3]", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Of_TwoThatAreCalledTheSame_TellsThemApart()
    {
        var before = new AgreementContent
        {
            Parties = [new Party { Id = "A", Name = "Borough" }, new Party { Id = "B", Name = "Borough" }],
            Onward = new OnwardSharing { Conditions = "x" },
            Flows = [new Flow { Id = "F1", From = "A" }],
            Termination = new Termination { NoticePeriod = "P4W" },
        };

        var rows = Rows(
            Between(
                before,
                before with
                {
                    Flows = [new Flow { Id = "F1", From = "B" }],
                    Termination = new Termination { NoticePeriod = "P28D" },
                }
            )
        );

        Assert.Equal(("Borough [(A)]", "Borough [(B)]"), rows["Data flow: Borough: From"]);
        Assert.Equal(("28 days [(P4W)]", "28 days [(P28D)]"), rows[": Termination: Notice"]);
    }

    [Fact]
    public void Of_ItemsAddedRemovedAndMoved_NamesThem()
    {
        static Purpose P(string id, PurposeCode code) =>
            new()
            {
                Id = id,
                Code = code,
                Description = "For " + id,
            };
        var before = new AgreementContent
        {
            Purposes = [P("P1", PurposeCode.Research), P("P2", PurposeCode.Audit), P("P3", PurposeCode.Insurance)],
        };
        var after = new AgreementContent
        {
            Purposes = [P("P3", PurposeCode.Insurance), P("P2", PurposeCode.Audit), P("P4", PurposeCode.DirectCare)],
        };

        var items = Assert.Single(Between(before, after).Sections).Items;

        Assert.Equal(
            [(null, ItemChange.Changed), ("Purpose: Direct care", ItemChange.Added), ("Purpose: Research", ItemChange.Removed)],
            items.Select(item => (item.Name, item.Change))
        );
        var order = Assert.Single(items[0].Answers);
        Assert.Equal(
            ("Order of purposes", "Audit; Insurance", "Insurance; Audit"),
            (order.Question, Text(order.Before), Text(order.After))
        );
        Assert.Contains(items[1].Whole, row => row.Label == "Description");
    }

    [Fact]
    public void Of_AnItemInAnItem_NamesBoth()
    {
        var before = new AgreementContent
        {
            Datasets =
            [
                new Dataset
                {
                    Id = "D1",
                    Name = "Referral record",
                    Fields = [new DataField { Id = "f", Name = "Access notes" }],
                },
            ],
        };
        var after = new AgreementContent
        {
            Datasets =
            [
                new Dataset
                {
                    Id = "D1",
                    Name = "Referral record",
                    Fields =
                    [
                        new DataField
                        {
                            Id = "f",
                            Name = "Access notes",
                            Type = FieldType.FreeText,
                        },
                    ],
                },
            ],
        };

        Assert.Equal(
            "Dataset: Referral record, field: Access notes",
            Assert.Single(Assert.Single(Between(before, after).Sections).Items).Name
        );
    }

    [Fact]
    public void Of_APart_TellsOfThatPartOnly()
    {
        var before = Samples.Content("7-2");
        var after = before with { Title = "Another", Flows = [before.Flows[0] with { Volume = 7 }, .. before.Flows.Skip(1)] };

        var shown = AgreementDifferences.Of(before, after, LawBook.First, "Saved", "Yours", $"/flows/{before.Flows[0].Id}");

        Assert.Equal(("Saved", "Yours", 1), (shown.Before, shown.After, shown.Count));
        Assert.Equal($"/flows/{before.Flows[0].Id}/volume", shown.Sections.Single().Items.Single().Answers.Single().Path);
    }

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void Of_TheSame_IsNothing(string sample) =>
        Assert.Equal(
            (0, 14),
            (
                Between(Samples.Content(sample), Samples.Content(sample)).Count,
                Between(Samples.Content(sample), Samples.Content(sample)).Same
            )
        );

    private static Dictionary<string, (string Before, string After)> Rows(AgreementDifferences shown) =>
        shown
            .Sections.SelectMany(section => section.Items)
            .SelectMany(item =>
                item.Answers.Select(answer =>
                    KeyValuePair.Create($"{item.Name}: {answer.Question}", (Text(answer.Before), Text(answer.After)))
                )
            )
            .ToDictionary();

    private static string Text(IEnumerable<Piece> pieces) =>
        string.Concat(pieces.Select(piece => piece.IsMarked ? $"[{piece.Text}]" : piece.Text));

    private static IEnumerable<string> Leaves(string path, JsonNode node, ContentShape shape) =>
        shape switch
        {
            RecordShape record => record
                .Members.Where(member => member.Shape is not TextShape { IsId: true })
                .SelectMany(member => Leaves($"{path}/{member.Name}", node[member.Name]!, member.Shape)),
            ListShape { Element: RecordShape item } => node.AsArray().SelectMany(child => Leaves($"{path}/{child!["id"]}", child!, item)),
            _ => [path],
        };

    private static AgreementDifferences Between(AgreementContent before, AgreementContent after) =>
        AgreementDifferences.Of(before, after, LawBook.First);
}
