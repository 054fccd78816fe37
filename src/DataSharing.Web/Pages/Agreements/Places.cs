using DataSharing.Domain.Agreements.Content;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>Places of the content in words.</summary>
internal static class Places
{
    /// <summary>The section, and the ids of the items on the way: "Datasets and fields: D1, supportNeeds".</summary>
    public static string Of(string path)
    {
        var pattern = ContentShape.PatternOf(path)?.Split('/') ?? [];
        var items = path.Split('/').Where((_, i) => i < pattern.Length && pattern[i] == "*").ToList();
        return CodeLabels.Of(ContentGuide.For(path).Section) + (items.Count == 0 ? "" : ": " + string.Join(", ", items));
    }
}
