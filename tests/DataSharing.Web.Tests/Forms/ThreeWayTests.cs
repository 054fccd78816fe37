using System.Text.Json.Nodes;
using DataSharing.Web.Forms;

namespace DataSharing.Web.Tests.Forms;

/// <summary>What becomes of one answer that two people could change: the same for every form.</summary>
public class ThreeWayTests
{
    /// <summary>As the form showed it, as it was typed, as it is saved by now (a dash where nothing is said); what is kept, and whose change it is.</summary>
    [Theory]
    [InlineData("a", "a", "a", "a", "")]
    [InlineData("a", "b", "a", "b", "mine")]
    [InlineData("a", "a", "b", "b", "kept")]
    [InlineData("a", "b", "b", "b", "")]
    [InlineData("a", "b", "c", "b", "conflict")]
    [InlineData("a", "-", "a", "-", "mine")]
    [InlineData("a", "a", "-", "-", "kept")]
    [InlineData("a", "-", "b", "-", "conflict")]
    [InlineData("a", "b", "-", "b", "conflict")]
    [InlineData("-", "a", "-", "a", "mine")]
    [InlineData("-", "-", "a", "a", "kept")]
    [InlineData("-", "a", "b", "a", "conflict")]
    [InlineData("-", "-", "-", "-", "")]
    public void An_answer(string shown, string typed, string saved, string kept, string whose)
    {
        var met = ThreeWay.Meet(Fields(shown), Fields(typed), Fields(saved));

        Assert.Equal(kept, (string?)met.Fields["answer"] ?? "-");
        Assert.Equal(
            whose,
            met.Kept.Contains("answer") ? "kept"
                : met.Mine.Contains("answer") ? "mine"
                : met.Conflicts.Contains("answer") ? "conflict"
                : ""
        );
    }

    [Fact]
    public void Where_it_is_not_known_how_the_form_was_shown_whatever_differs_is_a_conflict()
    {
        var met = ThreeWay.Meet(null, Fields("a"), Fields("b"));

        Assert.Equal(["answer"], met.Conflicts);
        Assert.Empty(ThreeWay.Meet(null, Fields("a"), Fields("a")).Conflicts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("7")]
    [InlineData("{\"state\":7}")]
    [InlineData("{\"state\":\"a\",\"state\":\"b\"}")]
    [InlineData("{\"state\":\"a\",\"fields\":{\"Name\":1,\"Name\":2}}")]
    [InlineData("{\"fields\":{}}")]
    public void What_a_browser_makes_up_says_nothing(string? sent) => Assert.Null(Opened.Parse(sent));

    [Fact]
    public void What_a_form_carries_is_read_back()
    {
        var opened = new Opened("3 abc", Fields("</script>"));

        var read = Opened.Parse(opened.ToString())!;

        Assert.Equal(opened.State, read.State);
        Assert.True(JsonNode.DeepEquals(opened.Fields, read.Fields));
    }

    private static JsonObject Fields(string answer) => answer == "-" ? [] : new() { ["answer"] = answer };
}
