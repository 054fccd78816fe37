using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Sections;

internal static class BenefitsSection
{
    public static IEnumerable<Block> Of(Answers answers) =>
        [
            .. answers.Content.Benefits.Count == 0
                ? []
                : new[]
                {
                    Table.Of(
                        "Benefits",
                        ["Benefit", "Who benefits", "How it is measured", "Target"],
                        answers.Content.Benefits.Select(benefit => Row(answers, benefit))
                    ),
                },
            .. FactsOf.Members(answers, "/disbenefits", "/commercialUse", "/publicBenefitTest"),
        ];

    private static TableRow Row(Answers answers, Benefit benefit)
    {
        var at = $"/benefits/{benefit.Id}";
        return new TableRow(
            at,
            Cell.Of(answers.At($"{at}/statement"), Cell.Small(answers.At($"{at}/type"))),
            Cell.Of(answers.At($"{at}/beneficiaryGroup")),
            Cell.Of(answers.At($"{at}/measure"), answers.Labelled($"{at}/measuredOn"), answers.At($"{at}/evidenceUrl")),
            Cell.Of(answers.At($"{at}/target"), answers.Labelled($"{at}/baseline", "Before"))
        );
    }
}
