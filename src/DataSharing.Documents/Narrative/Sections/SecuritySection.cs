namespace DataSharing.Documents.Narrative.Sections;

internal static class SecuritySection
{
    public static IEnumerable<Block> Of(Answers answers) =>
        answers.At("/security") is null ? [] : FactsOf.Rows(answers.Rows("/security", "Controls"));
}
