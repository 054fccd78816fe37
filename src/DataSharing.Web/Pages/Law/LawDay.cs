using System.Globalization;

namespace DataSharing.Web.Pages.Law;

/// <summary>The day of which somebody asks what the law is.</summary>
/// <param name="Asked">Null if none was asked for, or none that the book knows of.</param>
/// <param name="Objection">What is wrong with what was asked for, or null.</param>
public sealed record LawDay(DateOnly? Asked, string? Objection)
{
    private const int EarliestYear = 2000;
    private const int LatestYear = 2100;

    /// <param name="text">From an address.</param>
    public static LawDay Of(string? text) =>
        string.IsNullOrEmpty(text) ? new(null, null)
        : !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(null, $"“{text}” is no day. Choose one, or write it as 2026-03-01.")
        : day.Year < EarliestYear ? new(null, $"The book says nothing of so early a day. Choose one from {EarliestYear} to {LatestYear}.")
        : day.Year > LatestYear ? new(null, $"The book says nothing of so late a day. Choose one from {EarliestYear} to {LatestYear}.")
        : new(day, null);

    /// <summary>As addresses say it; null if none was asked for.</summary>
    public string? Slug => Asked?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
