namespace DataSharing.Documents.Narrative.Sections;

internal static class BasicsSection
{
    public static IEnumerable<Block> Of(Answers answers) =>
        [
            .. answers.At("/laySummary") is { } summary ? [new Prose(summary)] : Array.Empty<Block>(),
            .. FactsOf.Members(
                answers,
                "/laySummaryCy",
                "/title",
                "/titleCy",
                "/agreementType",
                "/jurisdictions",
                "/areas",
                "/leadParty",
                "/agreementContact",
                "/parentAgreement",
                "/inherits",
                "/parentHash",
                "/renewalOf",
                "/classification"
            ),
        ];
}
