using System.Globalization;
using DataSharing.Documents.Narrative;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace DataSharing.Documents.Word;

/// <summary>
/// Tables that a screen reader can tell: a caption, a head row that is repeated on every page, and rows that stay together.
/// </summary>
internal static class WordTables
{
    /// <summary>Between the margins, in twentieths of a point.</summary>
    public const int Width = 9638;

    private const int Narrowest = 1300;

    /// <param name="widths">Of the columns, in shares of the whole.</param>
    /// <param name="rows">The paragraphs of each cell; the first cell names the row.</param>
    /// <param name="rowHeight">At least, where somebody may write by hand.</param>
    public static IEnumerable<OpenXmlElement> Table(
        string caption,
        IReadOnlyList<string> columns,
        IReadOnlyList<double> widths,
        IEnumerable<IReadOnlyList<IEnumerable<Paragraph>>> rows,
        uint rowHeight = 0
    )
    {
        int[] twips = [.. Twips(widths)];
        var table = new WordTable(
            new TableProperties(
                new TableStyle { Val = WordStyles.Table },
                new TableWidth { Width = Text(Width), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook
                {
                    Val = "0420",
                    FirstRow = true,
                    LastRow = false,
                    FirstColumn = false,
                    LastColumn = false,
                    NoHorizontalBand = true,
                    NoVerticalBand = true,
                },
                new TableCaption { Val = WordText.Valid(caption) },
                new TableDescription { Val = WordText.Valid($"{caption}. Columns: {string.Join(", ", columns)}.") }
            ),
            new TableGrid(twips.Select(width => new GridColumn { Width = Text(width) })),
            Row(
                twips,
                columns.Select(column => (IEnumerable<Paragraph>)[WordText.Paragraph(WordStyles.TableHeading, column)]),
                new TableRowProperties(new CantSplit(), new TableHeader())
            )
        );
        table.Append(rows.Select(cells => Row(twips, cells, Properties(rowHeight))));
        return [table, new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.TableGap }))];
    }

    /// <summary>A wide column for long texts, but none so narrow that words break.</summary>
    public static IReadOnlyList<double> WidthsFor(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.Append(columns).ToList();
        return
        [
            .. columns.Select(
                (_, i) =>
                {
                    var texts = all.Select(row => row[i]).ToList();
                    var longestWord = texts.SelectMany(text => text.Split([' ', '\n'])).Max(word => Math.Min(word.Length, 18));
                    var mean = texts.Average(text => Math.Min(text.Length, 400));
                    return Math.Max(longestWord * 1.1, 4 * Math.Sqrt(mean));
                }
            ),
        ];
    }

    private static IEnumerable<int> Twips(IReadOnlyList<double> shares)
    {
        var narrowest = Math.Min(Narrowest, Width / shares.Count);
        var free = Width - (narrowest * shares.Count);
        var above = shares.Select(share => Math.Max(0, (share * Width / shares.Sum()) - narrowest)).ToArray();
        var sum = above.Sum();
        return above.Select(width => narrowest + (sum == 0 ? free / shares.Count : (int)(width * free / sum)));
    }

    private static TableRowProperties Properties(uint height) =>
        height == 0
            ? new TableRowProperties(new CantSplit())
            : new TableRowProperties(new CantSplit(), new TableRowHeight { Val = height, HeightType = HeightRuleValues.AtLeast });

    private static WordRow Row(int[] widths, IEnumerable<IEnumerable<Paragraph>> cells, TableRowProperties properties)
    {
        var row = new WordRow(properties);
        foreach (var (width, paragraphs) in widths.Zip(cells))
        {
            var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa }));
            cell.Append(
                paragraphs.DefaultIfEmpty(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.TableText })))
            );
            row.Append(cell);
        }

        return row;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
