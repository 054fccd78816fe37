using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Sections;

internal static class AssessmentsSection
{
    public static IEnumerable<Block> Of(Answers answers) =>
        [
            .. answers.Content.Dpia.SelectMany(dpia => Assessment(answers, dpia)),
            .. FactsOf.Members(answers, "/dpiaScreening"),
            .. answers.Content.Risks.Count == 0
                ? []
                : new[]
                {
                    Table.Of(
                        "Risks, and what is done about them",
                        ["Risk", "How likely, how bad", "What keeps it small", "Who answers for it"],
                        answers.Content.Risks.Select(risk => Risk(answers, $"/risks/{risk.Id}"))
                    ),
                },
        ];

    private static TableRow Risk(Answers answers, string at) =>
        new(
            at,
            Cell.Of(answers.At($"{at}/risk"), Cell.Small(answers.At($"{at}/toWhom"))),
            Cell.Of(answers.At($"{at}/likelihood"), answers.At($"{at}/severity")),
            Cell.Of(answers.At($"{at}/control")),
            Cell.Of(answers.At($"{at}/owner"))
        );

    private static IEnumerable<Block> Assessment(Answers answers, Dpia dpia)
    {
        var at = $"/dpia/{dpia.Id}";
        return
        [
            new Heading(
                dpia.Ref is { } reference ? $"Impact assessment {reference}" : "Impact assessment",
                dpia.Ref is null ? [at] : [at, $"{at}/ref"]
            ),
            .. FactsOf.Rows(answers.Rows(at, "", "ref")),
        ];
    }
}
