using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Sections;

/// <summary>Each dataset with its fields.</summary>
internal static class DatasetsSection
{
    public static IEnumerable<Block> Of(Answers answers) => answers.Content.Datasets.SelectMany(dataset => Dataset(answers, dataset));

    private static IEnumerable<Block> Dataset(Answers answers, Dataset dataset)
    {
        var at = $"/datasets/{dataset.Id}";
        return
        [
            new Heading(dataset.Name ?? dataset.Id, dataset.Name is null ? [at] : [at, $"{at}/name"]),
            .. answers.At($"{at}/description") is { } description ? [new Prose(description)] : Array.Empty<Block>(),
            .. FactsOf.Rows(answers.Rows(at, "Nature", "name", "description", "fields", "period").Append(Period(answers, $"{at}/period"))),
            .. dataset.Fields.Count == 0 ? [] : Fields(answers, dataset),
        ];
    }

    private static Row? Period(Answers answers, string at) =>
        (answers.At($"{at}/from"), answers.At($"{at}/to")) switch
        {
            ({ } from, { } to) => new Row(
                Answers.LabelOf(at),
                new Answer([at], []) { Layout = PartLayout.Sentence, Parts = [from, Answer.Saying("to"), to] }
            ),
            _ => answers.Row(at),
        };

    private static IEnumerable<Block> Fields(Answers answers, Dataset dataset) =>
        [
            Table.Of(
                $"Fields of {dataset.Name ?? dataset.Id}",
                ["Field", "Kind", "Sensitive", "Identifies people", "Why it is needed"],
                dataset.Fields.Select(field => Field(answers, $"/datasets/{dataset.Id}/fields/{field.Id}", field))
            ),
        ];

    private static TableRow Field(Answers answers, string at, DataField field) =>
        new(
            at,
            Cell.Of(answers.At($"{at}/name"), Cell.Small(answers.At($"{at}/description"))),
            Cell.Of(
                answers.At($"{at}/type"),
                answers.At($"{at}/precision"),
                answers.Labelled($"{at}/precisionNeeded", "Needed"),
                Cell.Small(answers.At($"{at}/category"))
            ),
            Cell.Of(Sensitive(at, field)),
            Cell.Of(Identifying(at, field)),
            Cell.Of(answers.At($"{at}/justification"))
        );

    private static Answer? Sensitive(string at, DataField field) =>
        (field.SpecialCategory, field.CriminalOffence) switch
        {
            ({ } kind, true) => Answer.Of(
                PartLayout.Stacked,
                Says(CodeLabels.Of(kind), Tone.Sensitive, $"{at}/specialCategory"),
                Says("Criminal offence", Tone.Sensitive, $"{at}/criminalOffence")
            ),
            ({ } kind, false) => Says(CodeLabels.Of(kind), Tone.Sensitive, $"{at}/specialCategory", $"{at}/criminalOffence"),
            ({ } kind, null) => Says(CodeLabels.Of(kind), Tone.Sensitive, $"{at}/specialCategory"),
            (null, true) => Says("Criminal offence", Tone.Sensitive, $"{at}/criminalOffence"),
            (null, false) => Says("No", Tone.Plain, $"{at}/criminalOffence"),
            _ => null,
        };

    private static Answer? Identifying(string at, DataField field)
    {
        string[] both = [$"{at}/directIdentifier", $"{at}/quasiIdentifier"];
        return (field.DirectIdentifier, field.QuasiIdentifier) switch
        {
            (true, true) => Says("Directly, and with other details", Tone.Plain, both),
            (true, false) => Says("Directly", Tone.Plain, both),
            (true, null) => Says("Directly", Tone.Plain, both[0]),
            (false, true) => Says("With other details", Tone.Plain, both),
            (null, true) => Says("With other details", Tone.Plain, both[1]),
            (false, false) => Says("No", Tone.Plain, both),
            (false, null) => Says("Not directly", Tone.Plain, both[0]),
            (null, false) => Says("Not with other details", Tone.Plain, both[1]),
            _ => null,
        };
    }

    private static Answer Says(string text, Tone tone, params IReadOnlyList<string> paths) =>
        new(paths, [new Line([new Phrase(text, tone)])]);
}
