using DataSharing.Documents.Narrative;
using DataSharing.Documents.Narrative.Flows;

namespace DataSharing.Web.Pages.Agreements.Reading;

/// <summary>The partial view, in this folder, that draws a kind of block.</summary>
public static class BlockView
{
    public static string Of(Block block) =>
        block switch
        {
            Heading => "_Heading.cshtml",
            Prose => "_Prose.cshtml",
            Facts => "_Facts.cshtml",
            Table => "_Table.cshtml",
            FlowPicture => "_FlowPicture.cshtml",
            _ => throw new ArgumentOutOfRangeException(nameof(block), block, "No partial view draws such a block."),
        };
}
