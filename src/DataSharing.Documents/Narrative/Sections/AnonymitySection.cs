using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Sections;

internal static class AnonymitySection
{
    public static IEnumerable<Block> Of(Answers answers) =>
        FactsOf.Rows([
            .. answers
                .Content.Datasets.Where(dataset => dataset.Identifiability is not null)
                .GroupBy(dataset => dataset.Identifiability!.Value)
                .Select(group => new Row(
                    CodeLabels.Of(group.Key),
                    Answer.Saying(string.Join("; ", group.Select(dataset => dataset.Name ?? dataset.Id)))
                )),
            answers.Row("/techniques"),
            answers.Row("/reid"),
            answers.Row("/linkage"),
            answers.Row("/outputs"),
            answers.Row("/fiveSafes"),
            answers.Row("/dea"),
        ]);
}
