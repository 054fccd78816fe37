namespace DataSharing.Documents.Narrative.Sections;

internal static class SecuritySection
{
    public static IEnumerable<Block> Of(Answers answers) =>
        FactsOf.Rows([.. answers.At("/security") is null ? [] : answers.Rows("/security", "Controls"), answers.Row("/staffInstructions")]);
}
