using System.Globalization;
using DataSharing.Documents.Paper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DataSharing.Documents.Word;

/// <summary>The text of the document from its title to the signatures.</summary>
internal sealed class WordBody(AgreementPaper paper, WordLinks links)
{
    private readonly WordBlocks _blocks = new(links);

    public IEnumerable<OpenXmlElement> Elements()
    {
        WordHeading[] clauses =
        [
            .. paper.Clauses.Select(
                (clause, i) => new WordHeading(i + 1, clause.Number.ToString(CultureInfo.InvariantCulture), clause.Title)
            ),
        ];
        // What comes after the clauses has a page of its own, to be signed.
        var decisions =
            paper.Decisions.Count == 0
                ? null
                : new WordHeading(clauses.Length + 1, null, AgreementPaper.DecisionsHeading) { StartsPage = true };
        var signatures = new WordHeading(clauses.Length + 2, null, AgreementPaper.SignaturesHeading) { StartsPage = decisions is null };
        return
        [
            .. Front(),
            .. WordContents.Of([.. clauses, .. decisions is null ? Array.Empty<WordHeading>() : [decisions], signatures]),
            .. clauses.Zip(paper.Clauses).SelectMany(clause => Clause(clause.First, clause.Second.Blocks)),
            .. decisions is null ? [] : Decisions(decisions),
            .. Signatures(signatures),
        ];
    }

    private IEnumerable<OpenXmlElement> Front() =>
        [
            WordText.Paragraph(WordStyles.Title, paper.Title),
            WordText.Paragraph(WordStyles.Subtitle, paper.Kind is null ? paper.Name : $"{paper.Kind}. {paper.Name}"),
            .. paper.Parties.Count == 0
                ? Array.Empty<OpenXmlElement>()
                : [WordText.Paragraph(WordStyles.Body, $"Between {Words.List(paper.Parties)}.")],
            .. WordTables.Table(
                "This version",
                ["Detail", "This version"],
                [30, 70],
                paper.About.Select(fact => Cells(fact.Label, fact.Value))
            ),
        ];

    private IEnumerable<OpenXmlElement> Clause(WordHeading heading, IReadOnlyList<Narrative.Block> blocks) =>
        [
            heading.ToParagraph(),
            .. blocks.Count == 0
                ? [WordText.Paragraph(WordStyles.Body, AgreementPaper.EmptyClause)]
                : blocks.SelectMany(block => _blocks.Of(block, heading.Text)),
        ];

    private IEnumerable<OpenXmlElement> Decisions(WordHeading heading) =>
        [
            heading.ToParagraph(),
            .. WordTables.Table(
                heading.Text,
                PaperDecision.Columns,
                [22, 20, 18, 26, 14],
                paper.Decisions.Select(decision => Cells(decision.Cells))
            ),
        ];

    private IEnumerable<OpenXmlElement> Signatures(WordHeading heading) =>
        [
            heading.ToParagraph(),
            WordText.Paragraph(WordStyles.Body, paper.SignaturesSay),
            .. paper.Signatures.Count == 0
                ? []
                : WordTables.Table(
                    heading.Text,
                    PaperSignature.Columns,
                    [22, 18, 18, 14, 28],
                    paper.Signatures.Select(signature => Cells(signature.Cells)),
                    rowHeight: 850
                ),
        ];

    private static IReadOnlyList<IEnumerable<Paragraph>> Cells(params IReadOnlyList<string> texts) =>
        [
            .. texts.Select(
                (text, i) => (IEnumerable<Paragraph>)[WordText.Paragraph(i == 0 ? WordStyles.TableName : WordStyles.TableText, text)]
            ),
        ];
}
