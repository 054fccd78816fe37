using System.Globalization;
using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>A standing as it is shown: the words, the shape beside them, and what is still open.</summary>
/// <param name="Words">"In force since 5 February 2026", or "In force until 31 October 2021" on a day before its end.</param>
/// <param name="Shape">The state that it looks like: done, wait, todo or stop.</param>
/// <param name="Open">What a lawyer must still confirm; null if nothing.</param>
public sealed record StandingShown(string Words, string Shape, string? Open);

public static class Standings
{
    /// <summary>For lists to choose from.</summary>
    public static string InWords(this Standing standing) =>
        standing switch
        {
            Standing.InForce => "In force",
            Standing.NotCommenced => "Not in force yet",
            Standing.Repealed => "Repealed",
            Standing.Lapsed => "Lapsed",
            _ => "Unverified",
        };

    /// <summary>What a book says of a provision, whatever the day.</summary>
    public static string InWords(LegalStatus status) =>
        status switch
        {
            LegalStatus.InForce => "In force",
            LegalStatus.EnactedNotCommenced => "Enacted, not commenced",
            LegalStatus.Repealed => "Repealed",
            LegalStatus.Lapsed => "Lapsed",
            _ => "Unverified",
        };

    /// <summary>A provision with something open never looks settled, even where it is in force.</summary>
    public static StandingShown Shown(this LawEntry entry, DateOnly day) =>
        (entry.On(day), entry.Unverified) switch
        {
            (Standing.InForce, null) => new("In force" + Span(entry.ValidFrom, entry.ValidTo), "done", null),
            (Standing.InForce, var open) => new(
                "In force" + Span(entry.ValidFrom, entry.ValidTo) + ", with a point to confirm",
                "wait",
                open
            ),
            (Standing.NotCommenced, var open) => new(
                entry.ValidFrom is { } start ? $"In force from {start.InWords()}" : "Enacted, not commenced",
                "todo",
                open
            ),
            (Standing.Repealed, var open) => new("Repealed" + Ended(entry.ValidTo), "stop", open),
            (Standing.Lapsed, var open) => new("Lapsed" + Ended(entry.ValidTo), "stop", open),
            (_, var open) => new("Unverified: whether it can be used is not known", "wait", open),
        };

    public static StandingShown Shown(this AdequateCountry country, DateOnly day) =>
        (country.On(day), country.Unverified) switch
        {
            (Standing.InForce, null) => new("Approved" + Span(country.ValidFrom, country.ValidTo), "done", null),
            (Standing.InForce, var open) => new(
                "Approved" + Span(country.ValidFrom, country.ValidTo) + ", with a point to confirm",
                "wait",
                open
            ),
            (Standing.NotCommenced, var open) => new($"Approved from {country.ValidFrom.InWords()}", "todo", open),
            (_, var open) => new("No longer approved" + Ended(country.ValidTo), "stop", open),
        };

    public static string InWords(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Span(DateOnly? from, DateOnly? to) =>
        (from, to) switch
        {
            ({ } first, { } last) => $" since {first.InWords()}, until {last.InWords()}",
            ({ } first, null) => $" since {first.InWords()}",
            (null, { } last) => $" until {last.InWords()}",
            _ => "",
        };

    private static string Ended(DateOnly? to) => to is { } day ? $" (last day {day.InWords()})" : "";
}
