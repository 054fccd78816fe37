using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Web.TagHelpers;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>Places of the content in words: the section, and the ids of the items on the way: "Datasets and fields: D1, supportNeeds".</summary>
public static class Places
{
    private const int LongestName = 60;

    public static string Of(string path) => Of(ContentGuide.For(path).Section, path);

    /// <param name="path">Null for the whole section.</param>
    public static string Of(Section section, string? path)
    {
        var pattern = path is null ? [] : ContentShape.PatternOf(path)?.Split('/') ?? [];
        var items = (path?.Split('/') ?? []).Where((_, i) => i < pattern.Length && pattern[i] == "*").ToList();
        return CodeLabels.Of(section) + (items.Count == 0 ? "" : ": " + string.Join(", ", items));
    }

    public static string InWords(this EvidencePlace place) => Of(place.Section, place.Path);

    /// <summary>The innermost item on the way: <c>/legalLines/L1</c> for <c>/legalLines/L1/lia</c>; the whole content where there is none.</summary>
    public static string ItemOf(string path)
    {
        var last = Array.LastIndexOf(ContentShape.PatternOf(path)?.Split('/') ?? [], "*");
        return string.Join('/', path.Split('/').Take(last + 1));
    }

    /// <summary>What evidence can support: each section, and in it the items that the content has.</summary>
    public static IEnumerable<Choice> In(AgreementContent content)
    {
        var items = Items(content).ToLookup(item => ContentGuide.For(item.Path).Section);
        return Enum.GetValues<Section>()
            .SelectMany(section =>
                items[section]
                    .Select(item => new Choice(
                        item.Path,
                        $"{Of(item.Path)}{(item.Name is { Length: > 0 } name ? ", " + Shortened(name) : "")}"
                    ))
                    .Prepend(new Choice(section.ToString(), CodeLabels.Of(section)))
            );
    }

    private static IEnumerable<(string Path, string? Name)> Items(AgreementContent content) =>
        [
            .. content.Parties.Select(party => ($"/parties/{party.Id}", party.Name)),
            .. content.Purposes.Select(purpose => ($"/purposes/{purpose.Id}", purpose.Description)),
            .. content.Datasets.Select(dataset => ($"/datasets/{dataset.Id}", dataset.Name)),
            .. content.LegalLines.Select(line => ($"/legalLines/{line.Id}", Line(content, line))),
            .. content.Flows.Select(flow => ($"/flows/{flow.Id}", (string?)$"{flow.From} to {flow.To}")),
            .. content.Dpia.Select(dpia => ($"/dpia/{dpia.Id}", dpia.Ref)),
        ];

    private static string? Line(AgreementContent content, LegalLine line) =>
        string.Join(
            ", ",
            new[]
            {
                content.Parties.FirstOrDefault(p => p.Id == line.Party)?.Name,
                line.Activity is { } activity ? CodeLabels.Of(activity) : null,
            }.OfType<string>()
        );

    private static string Shortened(string text) => text.Length <= LongestName ? text : text[..(LongestName - 1)].TrimEnd() + "…";
}
