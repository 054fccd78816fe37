using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Sections;

internal static class RightsSection
{
    public static IEnumerable<Block> Of(Answers answers) =>
        answers.At("/rights") is null
            ? []
            : FactsOf.Rows(answers.Rows("/rights", "Rights").Select(row => row with { Answers = [.. row.Answers.Select(Lead)] }));

    /// <summary>Who it is, or why it does not apply. "A party" says nothing where the party is named.</summary>
    private static Answer Lead(Answer answer) =>
        answer.Parts switch
        {
            [var by, var party, ..] when IsParty(by) && party.Paths[0].EndsWith("/party", StringComparison.Ordinal) => answer with
            {
                Parts = [party with { Label = null, Paths = [.. by.Paths, .. party.Paths] }, .. answer.Parts.Skip(2).Select(Bare)],
            },
            { Count: > 0 } parts => answer with { Parts = [.. parts.Select(Bare)] },
            _ => answer,
        };

    private static bool IsParty(Answer by) => by.Lines is [{ Phrases: [{ Text: var said }] }] && said == CodeLabels.Of(RightHandler.Party);

    private static Answer Bare(Answer answer) => answer with { Label = null };
}
