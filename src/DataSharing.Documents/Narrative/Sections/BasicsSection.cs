namespace DataSharing.Documents.Narrative.Sections;

internal static class BasicsSection
{
    public static IEnumerable<Block> Of(Answers answers) =>
        [
            .. answers.At("/laySummary") is { } summary ? [new Prose(summary)] : Array.Empty<Block>(),
            .. FactsOf.Members(answers, "/title", "/agreementType", "/jurisdictions", "/parentAgreement", "/renewalOf", "/classification"),
        ];
}
