using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Sections;

internal static class AssessmentsSection
{
    public static IEnumerable<Block> Of(Answers answers) =>
        [.. answers.Content.Dpia.SelectMany(dpia => Assessment(answers, dpia)), .. FactsOf.Members(answers, "/dpiaScreening")];

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
