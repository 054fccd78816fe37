using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DataSharing.Documents.Word;

/// <summary>A heading of the first level, to which the contents lead.</summary>
/// <param name="Number">As Word will number it; null for one without a number.</param>
internal sealed record WordHeading(int Index, string? Number, string Text)
{
    public string Bookmark => string.Create(CultureInfo.InvariantCulture, $"part{Index}");

    public bool StartsPage { get; init; }

    public Paragraph ToParagraph()
    {
        var paragraph = WordText.Paragraph(WordStyles.Heading1, []);
        paragraph.ParagraphProperties!.PageBreakBefore = StartsPage ? new PageBreakBefore() : null;
        if (Number is null)
        {
            paragraph.ParagraphProperties.NumberingProperties = new NumberingProperties(
                new NumberingLevelReference { Val = 0 },
                new NumberingId { Val = WordNumbering.None }
            );
            paragraph.ParagraphProperties.Indentation = new Indentation { Left = "0", FirstLine = "0" };
        }

        var id = Index.ToString(CultureInfo.InvariantCulture);
        paragraph.Append(new BookmarkStart { Id = id, Name = Bookmark }, WordText.Run(Text), new BookmarkEnd { Id = id });
        return paragraph;
    }
}
