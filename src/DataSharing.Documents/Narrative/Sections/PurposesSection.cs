using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Sections;

internal static class PurposesSection
{
    public static IEnumerable<Block> Of(Answers answers) => answers.Content.Purposes.SelectMany(purpose => Purpose(answers, purpose));

    private static IEnumerable<Block> Purpose(Answers answers, Purpose purpose)
    {
        var at = $"/purposes/{purpose.Id}";
        return
        [
            new Heading(answers.PurposeName(purpose.Id), purpose.Code is null ? [at] : [at, $"{at}/code"]),
            .. answers.At($"{at}/description") is { } description ? [new Prose(description)] : Array.Empty<Block>(),
            .. FactsOf.Rows(answers.Rows(at, "Nature", "code", "description")),
        ];
    }
}
