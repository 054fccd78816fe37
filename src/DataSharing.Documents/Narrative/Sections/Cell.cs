namespace DataSharing.Documents.Narrative.Sections;

/// <summary>What stands in a cell of a table.</summary>
internal static class Cell
{
    public static IReadOnlyList<Answer> Of(params IEnumerable<Answer?> answers) => [.. answers.OfType<Answer>()];

    /// <summary>Less important than what stands above it.</summary>
    public static Answer? Small(params IEnumerable<Answer?> answers) =>
        Of(answers) is { Count: > 0 } told ? Answer.Of(PartLayout.Beside, told.Select(Muted)) : null;

    private static Answer Muted(Answer answer) =>
        answer with
        {
            Lines = [.. answer.Lines.Select(line => new Line([.. line.Phrases.Select(phrase => phrase with { Tone = Tone.Muted })]))],
        };
}
