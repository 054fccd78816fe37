using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

public class ContentItemsTests
{
    [Theory]
    [InlineData("/flows", "", "F1")]
    [InlineData("/flows", "F1 F2", "F3")]
    [InlineData("/flows", "F2", "F3")]
    [InlineData("/flows", "F9 F10", "F11")]
    [InlineData("/flows", "Fx F", "F1")]
    [InlineData("/legalLines/L1/gateways", "G1", "G2")]
    [InlineData("/dpia", "DPIA1", "DPIA2")]
    public void NextId_IsAboveAllThatWereUsed(string list, string used, string next) =>
        Assert.Equal(next, ContentItems.NextId(list, used.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("Date of birth", "dateOfBirth")]
    [InlineData("NHS number", "nhsNumber")]
    [InlineData("Prénom (first)", "prenomFirst")]
    [InlineData("1st line", "field1stLine")]
    [InlineData("生年月日", "field")]
    [InlineData("Taken", "taken2")]
    public void IdFor_ANameMakesAnId(string name, string id)
    {
        var made = ContentItems.IdFor(name, new HashSet<string> { "taken" });

        Assert.Equal(id, made);
        Assert.True(ContentItems.IsId(made));
    }

    [Fact]
    public void IdFor_AVeryLongName_IsStillAnId() =>
        Assert.True(ContentItems.IsId(ContentItems.IdFor(new string('x', 500), new HashSet<string>())));

    [Theory]
    [InlineData("A", true)]
    [InlineData("A-1", true)]
    [InlineData("", false)]
    [InlineData("1A", false)]
    [InlineData("-", false)]
    [InlineData("A/B", false)]
    [InlineData("A_B", false)]
    [InlineData("Ä", false)]
    public void IsId_IsALetterThenLettersDigitsAndHyphens(string id, bool expected) => Assert.Equal(expected, ContentItems.IsId(id));

    [Fact]
    public void Remove_AndInsert_PutAnItemBackWhereItWas()
    {
        var content = AgreementJson.ToNode(
            new AgreementContent
            {
                Benefits = [new Benefit { Id = "B1" }, new Benefit { Id = "B2", Type = "x" }, new Benefit { Id = "B3" }],
            }
        );
        var before = content.DeepClone();

        var (item, position) = ContentItems.Remove(content, "/benefits/B2")!.Value;
        Assert.Equal(["B1", "B3"], AgreementJson.Read(content).Benefits.Select(benefit => benefit.Id));
        ContentItems.Insert(content, "/benefits", item, position);

        Assert.True(JsonNode.DeepEquals(before, content));
        Assert.Throws<InvalidOperationException>(() => ContentItems.Insert(content, "/benefits", item.DeepClone().AsObject()));
        Assert.Null(ContentItems.Remove(content, "/benefits/B9"));
    }
}
