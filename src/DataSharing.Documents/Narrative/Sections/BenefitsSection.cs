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
            .. answers.Content.ExpectedOutputs.Count == 0
                ? []
                : new[]
                {
                    Table.Of(
                        "Expected results",
                        ["Result", "Kind", "Due", "For whom"],
                        answers.Content.ExpectedOutputs.Select(output => Result(answers, $"/expectedOutputs/{output.Id}"))
                    ),
                },
            .. FactsOf.Members(answers, "/disbenefits", "/commercialUse", "/publicBenefitTest", "/funder"),
        ];

    private static TableRow Result(Answers answers, string at) =>
        new(
            at,
            Cell.Of(answers.At($"{at}/name"), answers.At($"{at}/url")),
            Cell.Of(answers.At($"{at}/kind")),
            Cell.Of(answers.At($"{at}/dueOn")),
            Cell.Of(answers.At($"{at}/audience"))
        );

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
