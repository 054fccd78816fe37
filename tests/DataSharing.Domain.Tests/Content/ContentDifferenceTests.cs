using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

public class ContentDifferenceTests
{
    private static readonly AgreementContent Full = FullContent.Create(items: 1);
    private static readonly AgreementDocument FullDocument = AgreementDocument.Of(Full);

    private static readonly Dictionary<string, AgreementContent> Contents = new(
        Sample.Names.Select(name => KeyValuePair.Create(name, Sample.Load(name).Agreement.Document.Content))
    )
    {
        ["full"] = Full,
        ["nothing"] = new AgreementContent(),
    };

    public static TheoryData<string, string> Pairs =>
        new(
            from before in Sample.Names.Append("full").Append("nothing")
            from after in Sample.Names.Append("full").Append("nothing")
            select (before, after)
        );

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Between_AnyTwo_LeadsFromTheOneToTheOther(string before, string after)
    {
        var differences = ContentDifference.Between(Contents[before], Contents[after]);

        Assert.Equal(before == after, differences.Count == 0);
        Assert.Equal(AgreementDocument.Of(Contents[after]).Hash, AgreementDocument.Of(Applied(Contents[before], differences)).Hash);
        Assert.Equal(differences, ContentDifference.Between(Contents[before], Contents[after]));
        Assert.Equal(differences.Select(d => d.Section).Order(), differences.Select(d => d.Section));
    }

    [Fact]
    public void Between_OneAnswerOfWhateverKindChanged_IsThatDifferenceAlone()
    {
        var answers = Leaves("", AgreementJson.ToNode(Full), ContentShape.Root).ToList();

        Assert.Equal(
            ContentGuide.Entries.Where(e => IsAnswer(e.Shape)).Select(e => e.Path).Order(),
            answers.Select(answer => ContentShape.PatternOf(answer.Path)!).Distinct().Order()
        );
        Assert.All(
            answers,
            answer =>
            {
                var changed = AgreementJson.ToNode(Full);
                Set(changed, answer.Path, Another(answer.Value, answer.Shape));
                var after = AgreementDocument.Of(AgreementJson.Read(changed));

                var difference = Assert.Single(ContentDifference.Between(FullDocument, after));

                Assert.Equal((answer.Path, answer.Shape is ListShape { IsSet: true }), (difference.Path, difference is MembersChanged));
                Assert.Equal(difference, Assert.Single(ContentDifference.Between(FullDocument, after, answer.Path)));
                Assert.Equal(after.Hash, AgreementDocument.Of(Applied(Full, [difference])).Hash);
            }
        );
    }

    [Fact]
    public void Between_OneAnswerTakenAway_IsThatDifferenceAlone() =>
        Assert.All(
            Leaves("", AgreementJson.ToNode(Full), ContentShape.Root),
            answer =>
            {
                var changed = AgreementJson.ToNode(Full);
                Set(changed, answer.Path, null);
                var after = AgreementDocument.Of(AgreementJson.Read(changed));

                var difference = Assert.Single(ContentDifference.Between(FullDocument, after));

                Assert.Equal(answer.Path, difference.Path);
                Assert.True(difference is AnswerChanged { After: null } or MembersChanged { Added.Count: 0 });
            }
        );

    [Fact]
    public void Between_ItemsAddedRemovedAndMoved_SaysWhich()
    {
        static Purpose P(string id, string? text = null) => new() { Id = id, Description = text };
        var before = new AgreementContent { Purposes = [P("P1"), P("P2", "old"), P("P3")] };
        var after = new AgreementContent { Purposes = [P("P4"), P("P3"), P("P2", "new"), P("P5")] };

        var differences = ContentDifference.Between(before, after);

        Assert.Equal(
            [
                new OrderChanged("/purposes", ["P2", "P3"], ["P3", "P2"]),
                new ItemAdded("/purposes/P4", """{"id":"P4"}""", null),
                new AnswerChanged("/purposes/P2/description", "\"old\"", "\"new\""),
                new ItemAdded("/purposes/P5", """{"id":"P5"}""", "P2"),
                new ItemRemoved("/purposes/P1", """{"id":"P1"}"""),
            ],
            differences
        );
        Assert.Equal(AgreementDocument.Of(after).Hash, AgreementDocument.Of(Applied(before, differences)).Hash);
    }

    [Fact]
    public void Between_AnItemPutBetweenOthers_IsNoChangeOfOrder()
    {
        var before = new AgreementContent { Flows = [new Flow { Id = "F1" }, new Flow { Id = "F2" }] };
        var after = new AgreementContent { Flows = [new Flow { Id = "F1" }, new Flow { Id = "F3" }, new Flow { Id = "F2" }] };

        Assert.Equal([new ItemAdded("/flows/F3", """{"id":"F3"}""", "F1")], ContentDifference.Between(before, after));
    }

    [Fact]
    public void Between_SetsAndListsOfTexts_TellsMembersOfTheOnesAndTheWholeOfTheOthers()
    {
        var before = new AgreementContent { Jurisdictions = [Jurisdiction.England, Jurisdiction.Wales], Disbenefits = ["One", "Two"] };
        var after = new AgreementContent { Jurisdictions = [Jurisdiction.Scotland, Jurisdiction.England], Disbenefits = ["Two", "One"] };

        Assert.Equal(
            [
                new MembersChanged("/jurisdictions", ["Scotland"], ["Wales"]),
                new AnswerChanged("/disbenefits", """["One","Two"]""", """["Two","One"]"""),
            ],
            ContentDifference.Between(before, after)
        );
    }

    [Fact]
    public void Between_WhatIsWrittenOtherwiseButTheSame_IsNoDifference()
    {
        var before = new AgreementContent
        {
            Title = " Caf\u00e9 ",
            LaySummary = "a\r\nb",
            Disbenefits = [""],
            Security = new SecurityMeasures(),
        };
        var after = new AgreementContent { Title = "Cafe\u0301", LaySummary = "a\nb" };

        Assert.Empty(ContentDifference.Between(before, after));
    }

    [Theory]
    [InlineData("/flows/F1", "/flows/F1/lookup/rateLimit /flows/F1/trigger")]
    [InlineData("/flows/F1/lookup", "/flows/F1/lookup/rateLimit")]
    [InlineData("/flows/F1/mode", "")]
    [InlineData("/flows/F2", "/flows/F2")]
    [InlineData("/flows/F3", "/flows/F3")]
    [InlineData("/flows/F9", "")]
    [InlineData("/flows", "/flows/F1/lookup/rateLimit /flows/F1/trigger /flows/F2 /flows/F3")]
    [InlineData("/title", "/title")]
    [InlineData("", "/flows/F1/lookup/rateLimit /flows/F1/trigger /flows/F2 /flows/F3 /title")]
    public void Between_APart_TellsOfThatPartOnly(string path, string expected)
    {
        var before = new AgreementContent
        {
            Title = "A",
            Flows =
            [
                new Flow
                {
                    Id = "F1",
                    Trigger = "Night",
                    Lookup = new LookupControls { RateLimit = "1" },
                },
                new Flow { Id = "F2" },
            ],
        };
        var after = new AgreementContent { Title = "B", Flows = [new Flow { Id = "F1", Trigger = "Day" }, new Flow { Id = "F3" }] };

        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            ContentDifference.Between(before, after, path).Select(d => d.Path).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Between_NoSuchPlace_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ContentDifference.Between(new AgreementContent(), Full, "/flows/F1/speed"));

    /// <summary>The content after, told from the content before and the differences alone.</summary>
    private static AgreementContent Applied(AgreementContent before, IReadOnlyList<ContentDifference> differences)
    {
        var root = AgreementJson.ToNode(before);
        foreach (var removed in differences.OfType<ItemRemoved>())
        {
            List(root, removed.Path)
                .RemoveAt(ContentPointer.IndexOf(List(root, removed.Path), ContentPointer.Steps(removed.Path)[^1])!.Value);
        }

        foreach (var order in differences.OfType<OrderChanged>())
        {
            Set(
                root,
                order.Path,
                new JsonArray([.. order.After.Select(id => ContentPointer.Resolve(root, $"{order.Path}/{id}")!.DeepClone())])
            );
        }

        foreach (var added in differences.OfType<ItemAdded>())
        {
            var list = List(root, added.Path);
            list.Insert(added.Follows is { } id ? ContentPointer.IndexOf(list, id)!.Value + 1 : 0, JsonNode.Parse(added.Item));
        }

        foreach (var answer in differences.OfType<AnswerChanged>())
        {
            Set(root, answer.Path, answer.After is { } json ? JsonNode.Parse(json) : null);
        }

        foreach (var members in differences.OfType<MembersChanged>())
        {
            var old = (ContentPointer.Resolve(root, members.Path) as JsonArray ?? []).Select(member => member!.GetValue<string>());
            Set(
                root,
                members.Path,
                new JsonArray([.. old.Except(members.Removed).Concat(members.Added).Select(member => JsonValue.Create(member))])
            );
        }

        return AgreementJson.Read(root);
    }

    /// <summary>Puts it there, and the records on the way.</summary>
    private static void Set(JsonObject root, string path, JsonNode? value)
    {
        JsonNode at = root;
        var steps = ContentPointer.Steps(path);
        foreach (var step in steps.SkipLast(1))
        {
            at = at is JsonArray items ? items[ContentPointer.IndexOf(items, step)!.Value]! : at[step] ??= new JsonObject();
        }

        at.AsObject().Remove(steps[^1]);
        if (value is not null)
        {
            at[steps[^1]] = value;
        }
    }

    private static JsonArray List(JsonObject root, string itemPath)
    {
        var path = itemPath[..itemPath.LastIndexOf('/')];
        if (ContentPointer.Resolve(root, path) is null)
        {
            Set(root, path, new JsonArray());
        }

        return ContentPointer.Resolve(root, path)!.AsArray();
    }

    private static bool IsAnswer(ContentShape shape) =>
        shape is not RecordShape and not ListShape { Element: RecordShape } and not TextShape { IsId: true };

    private static IEnumerable<(string Path, JsonNode Value, ContentShape Shape)> Leaves(string path, JsonNode node, ContentShape shape) =>
        shape switch
        {
            RecordShape record => record
                .Members.Where(member => member.Shape is not TextShape { IsId: true })
                .SelectMany(member => Leaves($"{path}/{member.Name}", node[member.Name]!, member.Shape)),
            ListShape { Element: RecordShape item } => node.AsArray().SelectMany(child => Leaves($"{path}/{child!["id"]}", child!, item)),
            _ => [(path, node, shape)],
        };

    private static JsonNode Another(JsonNode value, ContentShape shape) =>
        shape switch
        {
            FlagShape => !value.GetValue<bool>(),
            IntegerShape => value.GetValue<int>() + 1,
            DateShape => "2030-01-01",
            ChoiceShape choice => Codes.Of(choice.Enum).Values.First(name => name != value.GetValue<string>()),
            ListShape list => new JsonArray(Another(value[0]!, list.Element)),
            _ => "other",
        };
}
