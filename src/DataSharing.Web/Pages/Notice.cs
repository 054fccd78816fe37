using DataSharing.Web.Pages.Agreements.History;

namespace DataSharing.Web.Pages;

/// <summary>What somebody else did to an agreement.</summary>
/// <param name="MayRead">False for a partner whom a draft was taken back from.</param>
public sealed record Notice(string Reference, string? Title, bool MayRead, ShownEvent Shown)
{
    /// <summary>
    /// Those of a day in their order, each agreement named once above what follows of it, and again where something happened to another in
    /// between.
    /// </summary>
    public static IEnumerable<IReadOnlyList<Notice>> Together(IEnumerable<Notice> day)
    {
        var together = new List<Notice>();
        foreach (var notice in day)
        {
            if (together is [var first, ..] && first.Reference != notice.Reference)
            {
                yield return together;
                together = [];
            }

            together.Add(notice);
        }

        yield return together;
    }
}
