using DataSharing.Documents.Narrative;
using DataSharing.Documents.Narrative.Flows;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DataSharing.Documents.Word;

/// <summary>The blocks of the narrative in Word.</summary>
internal sealed class WordBlocks(WordLinks links)
{
    private static readonly string[] FactColumns = ["Question", "Answer"];

    private readonly WordAnswers _answers = new(links);

    public IEnumerable<OpenXmlElement> Of(Block block, string clause) =>
        block switch
        {
            Heading heading => [WordText.Paragraph(WordStyles.Heading2, heading.Text)],
            Prose prose => _answers.Paragraphs([prose.Answer], WordStyles.Body, WordStyles.BodyBullet),
            Facts facts => FactsTable(facts, clause),
            Narrative.Table table => Table(table),
            FlowPicture picture =>
            [
                WordPicture.Of(picture),
                .. picture.Legend.Count == 0
                    ? Array.Empty<OpenXmlElement>()
                    : [WordText.Paragraph(WordStyles.Small, string.Join(" ", picture.Legend))],
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(block), block, "Word has nothing for such a block."),
        };

    private IEnumerable<OpenXmlElement> FactsTable(Facts facts, string clause) =>
        WordTables.Table(
            clause,
            FactColumns,
            [30, 70],
            facts.Rows.Select(row =>
                (IReadOnlyList<IEnumerable<Paragraph>>)
                    [
                        [WordText.Paragraph(WordStyles.TableName, row.Label)],
                        _answers.Paragraphs(row.Answers, WordStyles.TableText),
                    ]
            )
        );

    private IEnumerable<OpenXmlElement> Table(Narrative.Table table)
    {
        IReadOnlyList<string>[] texts =
        [
            .. table.Rows.Select(row => row.Cells.Select(cell => string.Join(' ', cell.Select(answer => answer.InWords))).ToList()),
        ];
        return WordTables.Table(
            table.Caption,
            table.Columns,
            WordTables.WidthsFor(table.Columns, texts),
            table.Rows.Select(row =>
                (IReadOnlyList<IEnumerable<Paragraph>>)
                    [.. row.Cells.Select((cell, i) => _answers.Paragraphs(cell, i == 0 ? WordStyles.TableName : WordStyles.TableText))]
            ),
            WordTables.LeastFor(table.Columns, texts)
        );
    }
}
