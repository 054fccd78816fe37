using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Content;

namespace DataSharing.Documents;

/// <summary>
/// Places of the content in words: the section, and the ids of the items on the way: "Datasets and fields: D1, supportNeeds".
/// </summary>
public static class Places
{
    public static string Of(string path) => Of(ContentGuide.For(path).Section, path);

    /// <param name="path">Null for the whole section.</param>
    public static string Of(Section section, string? path)
    {
        var pattern = path is null ? [] : ContentShape.PatternOf(path)?.Split('/') ?? [];
        var items = (path?.Split('/') ?? []).Where((_, i) => i < pattern.Length && pattern[i] == "*").ToList();
        return CodeLabels.Of(section) + (items.Count == 0 ? "" : ": " + string.Join(", ", items));
    }

    public static string InWords(this EvidencePlace place) => Of(place.Section, place.Path);

    /// <summary>
    /// The innermost item on the way: <c>/legalLines/L1</c> for <c>/legalLines/L1/lia</c>; the whole content where there is none.
    /// </summary>
    public static string ItemOf(string path)
    {
        var last = Array.LastIndexOf(ContentShape.PatternOf(path)?.Split('/') ?? [], "*");
        return string.Join('/', path.Split('/').Take(last + 1));
    }
}
