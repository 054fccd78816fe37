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

    /// <summary>Of a letter of an address, and of the margins of a cell: an address that fits is not broken.</summary>
    private const int Letter = 105;
    private const int Margins = 230;

    /// <param name="widths">Of the columns, in shares of the whole.</param>
    /// <param name="rows">The paragraphs of each cell; the first cell names the row.</param>
    /// <param name="least">The columns are at least so wide, if there is room.</param>
    /// <param name="rowHeight">At least, where somebody may write by hand.</param>
    public static IEnumerable<OpenXmlElement> Table(
        string caption,
        IReadOnlyList<string> columns,
        IReadOnlyList<double> widths,
        IEnumerable<IReadOnlyList<IEnumerable<Paragraph>>> rows,
        IReadOnlyList<int>? least = null,
        uint rowHeight = 0
    )
    {
        int[] twips = [.. Twips(widths, least ?? [.. widths.Select(_ => 0)])];
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

    /// <summary>As wide as the longest e-mail address of each column needs.</summary>
    public static IReadOnlyList<int> LeastFor(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.ToList();
        return
        [
            .. columns.Select(
                (_, i) =>
                    all.Select(row => EmailAddresses.Longest(row[i])).DefaultIfEmpty().Max() is > 0 and var letters
                        ? (letters * Letter) + Margins
                        : 0
            ),
        ];
    }

    private static IEnumerable<int> Twips(IReadOnlyList<double> shares, IReadOnlyList<int> least)
    {
        var narrowest = Math.Min(Narrowest, Width / shares.Count);
        var floors = least.Select(width => Math.Max(width, narrowest)).ToArray();
        if (floors.Sum() > Width)
        {
            floors = [.. shares.Select(_ => narrowest)];
        }

        var free = Width - floors.Sum();
        var above = shares.Zip(floors, (share, floor) => Math.Max(0, (share * Width / shares.Sum()) - floor)).ToArray();
        var sum = above.Sum();
        return above.Zip(floors, (width, floor) => floor + (sum == 0 ? free / shares.Count : (int)(width * free / sum)));
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
