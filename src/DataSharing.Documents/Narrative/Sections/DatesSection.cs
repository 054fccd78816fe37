namespace DataSharing.Documents.Narrative.Sections;

internal static class DatesSection
{
    public static IEnumerable<Block> Of(Answers answers) =>
        FactsOf.Rows([
            .. answers.At("/startDate") is { } start && answers.At("/endDate") is { } end
                ? [new Row("Runs", Answer.Of(PartLayout.Sentence, start, Answer.Saying("to"), end))]
                : new[] { answers.Row("/startDate"), answers.Row("/endDate") },
            answers.Row("/reviewDate"),
            answers.Row("/review"),
            answers.Row("/effectiveFrom"),
            answers.Row("/emergency"),
        ]);
}
