using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Sections;

internal static class RetentionSection
{
    public static IEnumerable<Block> Of(Answers answers) =>
        [
            .. answers.Content.Retention.Count == 0 ? [] : Holders(answers),
            .. FactsOf.Members(
                answers,
                "/onward",
                "/permittedRecipients",
                "/conditionalRecipients",
                "/prohibitedRecipients",
                "/termination",
                "/variation",
                "/disputeResolution",
                "/exitPlan",
                "/liability",
                "/ip",
                "/charges",
                "/governingLaw",
                "/execution"
            ),
        ];

    private static IEnumerable<Block> Holders(Answers answers) =>
        [
            Table.Of(
                "How long each party keeps the data",
                ["Who keeps it", "Kept for", "Criteria or schedule", "Disposal"],
                answers.Content.Retention.Select(retention => Holder(answers, retention))
            ),
        ];

    private static TableRow Holder(Answers answers, Retention retention)
    {
        var at = $"/retention/{retention.Id}";
        return new TableRow(
            at,
            Cell.Of(answers.At($"{at}/party"), Cell.Small(answers.At($"{at}/datasetId"))),
            Cell.Of(Period(answers, at, retention)),
            Cell.Of(answers.At($"{at}/criteria")),
            Cell.Of(
                answers.At($"{at}/disposalMethod"),
                answers.Labelled($"{at}/disposalEvidence", "Evidence"),
                answers.Labelled($"{at}/archiving", "Archiving")
            )
        );
    }

    /// <summary>"8 years after last contact".</summary>
    private static Answer? Period(Answers answers, string at, Retention retention) =>
        (retention.Period, retention.Trigger) switch
        {
            ({ } period, { } trigger) when period != Retention.Indefinite => Answer.Of(
                PartLayout.Sentence,
                answers.At($"{at}/period"),
                answers.Saying($"{at}/trigger", $"after {Words.Within(trigger)}")
            ),
            (null, not null) => answers.At($"{at}/trigger"),
            _ => Answer.Of(PartLayout.Stacked, answers.At($"{at}/period"), answers.Labelled($"{at}/trigger")) is { Parts.Count: > 0 } told
                ? told
                : null,
        };
}
