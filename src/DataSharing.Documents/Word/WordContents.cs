using DataSharing.Documents.Paper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DataSharing.Documents.Word;

/// <summary>
/// The table of contents: a field of Word's own, filled already. It names clauses by number and leads to them; page numbers are left out,
/// because nobody knows them before Word has laid out the pages, and wrong ones would be worse.
/// </summary>
internal static class WordContents
{
    private const string Instruction = " TOC \\o \"1-1\" \\n \\h ";

    /// <param name="headings">Of the first level; those with a number are clauses.</param>
    public static IEnumerable<OpenXmlElement> Of(IReadOnlyList<WordHeading> headings)
    {
        yield return WordText.Paragraph(WordStyles.ContentsHeading, AgreementPaper.ContentsHeading);
        foreach (var (i, heading) in headings.Index())
        {
            var entry = WordText.Paragraph(WordStyles.Contents1, []);
            entry.ParagraphProperties!.Append(new Tabs(new TabStop { Val = TabStopValues.Left, Position = 567 }));
            if (i == 0)
            {
                entry.Append(
                    Mark(FieldCharValues.Begin),
                    new Run(new FieldCode(Instruction) { Space = SpaceProcessingModeValues.Preserve }),
                    Mark(FieldCharValues.Separate)
                );
            }

            entry.Append(
                new Hyperlink([
                    .. heading.Number is { } number ? new[] { WordText.Run(number) } : [],
                    WordText.Tab(),
                    WordText.Run(heading.Text),
                ])
                {
                    Anchor = heading.Bookmark,
                    History = true,
                }
            );
            if (i == headings.Count - 1)
            {
                entry.Append(Mark(FieldCharValues.End));
            }

            yield return entry;
        }
    }

    private static Run Mark(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });
}
