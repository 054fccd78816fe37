using DataSharing.Domain.Editions;
using DataSharing.Persistence.Law;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>
/// A line of what was done to an edition. What one person did to one part several times on end is one line, with the last time.
/// </summary>
/// <param name="Part">What of the edition was changed, an <see cref="EditionPart"/>; null where nothing was.</param>
public sealed record ShownDeed(string What, string Who, DateTimeOffset At, int Times, string? Part)
{
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(2);

    /// <summary>What this person saved a moment ago, as the last thing that was done; null if it was something else.</summary>
    /// <param name="deeds">Newest first.</param>
    public static ShownDeed? JustSavedBy(PersonId person, IReadOnlyList<EditionDeed> deeds, DateTimeOffset now) =>
        deeds is [{ Event: EditionChanged } last, ..] && last.Person == person && now - last.At < JustNow ? Of(deeds)[0] : null;

    /// <param name="deeds">Newest first.</param>
    public static IReadOnlyList<ShownDeed> Of(IReadOnlyList<EditionDeed> deeds)
    {
        var shown = new List<ShownDeed>();
        foreach (var deed in deeds.Select(deed => new ShownDeed(InWords(deed), deed.Who, deed.At, 1, deed.What)))
        {
            if (shown.LastOrDefault() is { } later && (later.What, later.Who) == (deed.What, deed.Who))
            {
                shown[^1] = later with { Times = later.Times + 1 };
            }
            else
            {
                shown.Add(deed);
            }
        }

        return shown;
    }

    private static string InWords(EditionDeed deed) =>
        deed.Event switch
        {
            EditionStarted => "Begun",
            EditionChanged changed => changed.What,
            EditionPutForward => "Put forward for release",
            EditionReturned => $"Given back: {deed.Reason}",
            EditionReleased => "Released",
            _ => $"Withdrawn: {deed.Reason}",
        };
}
