using DataSharing.Domain.Agreements.Content;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>Places of the content in words: the section, and the ids of the items on the way: "Datasets and fields: D1, supportNeeds".</summary>
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
}
