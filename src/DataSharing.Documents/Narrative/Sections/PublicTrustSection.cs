namespace DataSharing.Documents.Narrative.Sections;

/// <summary>How people are told and heard. The summary for the public opens the whole reading.</summary>
internal static class PublicTrustSection
{
    public static IEnumerable<Block> Of(Answers answers) =>
        [
            .. answers.Content.PrivacyNotices.Count == 0 ? [] : Notices(answers),
            .. FactsOf.Members(
                answers,
                "/register",
                "/engagement",
                "/optOuts",
                "/childrenStatement",
                "/equalityImpact",
                "/ethics",
                "/adm",
                "/atrsRef"
            ),
        ];

    private static IEnumerable<Block> Notices(Answers answers) =>
        [
            Table.Of(
                "Privacy notices",
                ["Privacy notice of", "Where it is", "Last reviewed", "Names this sharing", "Exemption"],
                answers
                    .Content.PrivacyNotices.Select(notice => $"/privacyNotices/{notice.Id}")
                    .Select(at => new TableRow(
                        at,
                        Cell.Of(answers.At($"{at}/party")),
                        Cell.Of(answers.At($"{at}/url")),
                        Cell.Of(answers.At($"{at}/lastReviewed")),
                        Cell.Of(answers.At($"{at}/namesThisSharing")),
                        Cell.Of(answers.At($"{at}/exemption"), Cell.Small(answers.At($"{at}/exemptionReason")))
                    ))
            ),
        ];
}
