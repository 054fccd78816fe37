using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

public class ContentPartTests
{
    [Fact]
    public void Every_question_of_the_content_belongs_to_exactly_one_part()
    {
        var sections = Enum.GetValues<Section>().SelectMany(section => ContentPart.Of(section).Questions);
        var items = ContentShape
            .Paths()
            .Where(place => place.Shape is ListShape { Element: RecordShape })
            .SelectMany(place => ContentPart.OfItem(place.Path + "/X")!.Questions.Select(question => $"{place.Path}/*{question}"));

        var questions = ContentShape
            .Paths()
            .Where(place => place.Shape is not (RecordShape or ListShape { Element: RecordShape } or TextShape { IsId: true }))
            .Select(place => place.Path);
        Assert.Equal(questions.Order(StringComparer.Ordinal), sections.Concat(items).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_list_of_items_belongs_to_exactly_one_part()
    {
        var sections = Enum.GetValues<Section>().SelectMany(section => ContentPart.Of(section).Lists);
        var items = Lists.SelectMany(list =>
            ContentPart.OfItem(list + "/X")!.Lists.Select(inner => $"{list}/*{inner[(list.Length + 2)..]}")
        );

        Assert.Equal(Lists.Order(StringComparer.Ordinal), sections.Concat(items).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/flows/F1/lookup/callLog", "/flows/F1")]
    [InlineData("/datasets/D1/fields/name/type", "/datasets/D1/fields/name")]
    [InlineData("/security/mfa", "")]
    [InlineData("/flows", "")]
    public void Around_APlace_IsTheItemOrTheSection(string path, string part) => Assert.Equal(part, ContentPart.Around(path).Path);

    [Theory]
    [InlineData("/title")]
    [InlineData("/flows")]
    [InlineData("/nothing/N1")]
    public void OfItem_WhatIsNoItem_IsNone(string path) => Assert.Null(ContentPart.OfItem(path));

    [Fact]
    public void Write_ChangesWhatWasAskedAndNothingElse()
    {
        var content = AgreementJson.ToNode(
            new AgreementContent
            {
                Flows =
                [
                    new Flow
                    {
                        Id = "F1",
                        Trigger = "Daily",
                        Lookup = new LookupControls { RateLimit = "200", CallLog = true },
                        Transfers = [new Transfer { Id = "T1" }],
                    },
                ],
            }
        );

        ContentPart.OfItem("/flows/F1")!.Write(content, new JsonObject { ["trigger"] = "Weekly" }, ["/trigger", "/lookup/rateLimit"]);

        var flow = AgreementJson.Read(content).Flows[0];
        Assert.Equal(("Weekly", null, true, 1), (flow.Trigger, flow.Lookup?.RateLimit, flow.Lookup?.CallLog, flow.Transfers.Count));
    }

    private static IEnumerable<string> Lists =>
        ContentShape.Paths().Where(place => place.Shape is ListShape { Element: RecordShape }).Select(place => place.Path);
}
