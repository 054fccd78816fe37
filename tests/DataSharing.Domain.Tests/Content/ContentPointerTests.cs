using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

public class ContentPointerTests
{
    [Theory]
    [InlineData("/flows/F1/disclosureLog", "true")]
    [InlineData("/datasets/D1/fields/supportNeeds/specialCategory", "\"Health\"")]
    [InlineData("/legalLines/L3/s1/C1/noConsentReason", "\"WouldPrejudice\"")]
    [InlineData("/security/incident/notifyPartnersWithinHours", "24")]
    [InlineData("/purposes/P1/permittedUses/0", "\"Plan and give support at home\"")]
    public void Resolve_Pointer_LeadsToWhatStandsThere(string path, string expected) =>
        Assert.Equal(expected, ContentPointer.Resolve(Node("7-2"), path)?.ToJsonString());

    [Theory]
    [InlineData("/flows/F9/disclosureLog")]
    [InlineData("/flows/0/disclosureLog")]
    [InlineData("/title/deeper")]
    [InlineData("/purposes/P1/permittedUses/9")]
    [InlineData("/purposes/P1/permittedUses/-")]
    [InlineData("/nothing")]
    public void Resolve_NothingThere_IsNull(string path) => Assert.Null(ContentPointer.Resolve(Node("7-2"), path));

    [Fact]
    public void Resolve_EmptyPointer_IsTheWhole()
    {
        var node = Node("7-2");

        Assert.Same(node, ContentPointer.Resolve(node, ""));
    }

    [Fact]
    public void Steps_WithoutSlash_IsRefused() => Assert.Throws<FormatException>(() => ContentPointer.Steps("flows/F1"));

    [Fact]
    public void Append_SlashAndTilde_ReadBack()
    {
        var path = ContentPointer.Append("/a", "b/c~d");

        Assert.Equal("/a/b~1c~0d", path);
        Assert.Equal(["a", "b/c~d"], ContentPointer.Steps(path));
    }

    [Theory]
    [InlineData("/flows/F1/disclosureLog", "/flows/*/disclosureLog")]
    [InlineData("/datasets/D1/fields/name", "/datasets/*/fields/*")]
    [InlineData("/adm/safeguards/contest", "/adm/safeguards/contest")]
    [InlineData("/flows/F1/speed", null)]
    [InlineData("/title/deeper", null)]
    public void PatternOf_Pointer_PutsAStarForItems(string path, string? pattern) => Assert.Equal(pattern, ContentShape.PatternOf(path));

    private static JsonObject Node(string sample) => Sample.Load(sample).Agreement.Document.ToNode();
}
