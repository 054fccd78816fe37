using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Flows;

/// <summary>What travels in a flow, in a few words.</summary>
/// <param name="Name">The dataset, or only "Data" while none is chosen.</param>
/// <param name="Size">"6 fields, about 900 people", or nothing.</param>
/// <param name="Sensitive">"Health", "Racial or ethnic origin; criminal offence", or null.</param>
internal sealed record FlowData(string Name, string? Size, string? Sensitive)
{
    public static FlowData Of(AgreementContent content, Flow flow)
    {
        var dataset = content.Datasets.FirstOrDefault(d => d.Id == flow.DatasetId);
        DataField[] fields = [.. (dataset?.Fields ?? []).Where(f => flow.FieldsSubset.Count == 0 || flow.FieldsSubset.Contains(f.Id))];
        string[] sizes =
        [
            .. fields.Length == 0 ? Array.Empty<string>() : [Words.Count(fields.Length, "field", "fields")],
            .. dataset?.EstimatedSubjects is { } people ? [$"about {Words.Count(people, "person", "people")}"] : Array.Empty<string>(),
        ];
        return new FlowData(dataset?.Name ?? "Data", sizes.Length == 0 ? null : string.Join(", ", sizes), SensitiveIn(fields));
    }

    private static string? SensitiveIn(DataField[] fields)
    {
        string[] kinds =
        [
            .. fields.Select(f => f.SpecialCategory).OfType<SpecialCategory>().Distinct().Order().Select(kind => CodeLabels.Of(kind)),
            .. fields.Any(f => f.CriminalOffence is true) ? ["Criminal offence"] : Array.Empty<string>(),
        ];
        return kinds.Length == 0 ? null : string.Join("; ", kinds.Select((kind, i) => i == 0 ? kind : Words.Within(kind)));
    }
}
