using System.Globalization;
using System.Text.RegularExpressions;

namespace DataSharing.Web.TagHelpers;

/// <summary>
/// A date as three boxes. A month may be a name, and a whole date may be in one box, for people paste it there. What was typed is kept even
/// when it is no date.
/// </summary>
public sealed partial class DateInput
{
    internal static readonly string[] Boxes = [nameof(Day), nameof(Month), nameof(Year)];

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public string? Day { get; set; }
    public string? Month { get; set; }
    public string? Year { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    /// <summary>The date, or null while it is none.</summary>
    public DateOnly? Value => Read().Value;

    /// <summary>What is wrong, to stand after the name of the question and a colon; null for a date and for empty boxes.</summary>
    public string? Objection => Read().Objection;

    /// <summary>The box that is to be put right first; null where it is none of them by itself.</summary>
    internal string? WrongBox => Read().Box;

    public static DateInput Of(DateOnly? date) =>
        new()
        {
            Day = date?.Day.ToString(CultureInfo.InvariantCulture),
            Month = date?.Month.ToString(CultureInfo.InvariantCulture),
            Year = date?.Year.ToString(CultureInfo.InvariantCulture),
        };

    private (DateOnly? Value, string? Box, string? Objection) Read()
    {
        string[] texts = [(Day ?? "").Trim(), (Month ?? "").Trim(), (Year ?? "").Trim()];
        int[] filled = [.. Enumerable.Range(0, Boxes.Length).Where(i => texts[i].Length > 0)];
        if (filled is [])
        {
            return (null, null, null);
        }

        if (filled is [var only] && Whole(texts[only]) is { } parts)
        {
            var (value, _, objection) = Read(parts[0], parts[1], parts[2]);
            return (value, value is null ? Boxes[only] : null, objection);
        }

        return Read(texts[0], texts[1], texts[2]);
    }

    private static (DateOnly? Value, string? Box, string? Objection) Read(string dayText, string monthText, string yearText)
    {
        if (DayOf(dayText) is not { } day)
        {
            return Wrong(nameof(Day), dayText, "Write a number from 1 to 31");
        }

        if (MonthOf(monthText) is not { } month)
        {
            return Wrong(nameof(Month), monthText, "Write a number from 1 to 12, or a name like October");
        }

        if (YearOf(yearText) is not { } year)
        {
            return Wrong(nameof(Year), yearText, "Write all four digits, like 2026");
        }

        if (year is < Days.EarliestYear or > Days.LatestYear)
        {
            return (null, nameof(Year), $"the year must be between {Days.EarliestYear} and {Days.LatestYear}");
        }

        return day > DateTime.DaysInMonth(year, month)
            ? (null, nameof(Day), $"there is no {day} {English.DateTimeFormat.GetMonthName(month)} {year}. Check the day")
            : (new DateOnly(year, month, day), null, null);
    }

    private static (DateOnly?, string, string) Wrong(string box, string text, string what) =>
        (
            null,
            box,
            text.Length == 0
                ? $"the {box.ToLowerInvariant()} is missing. {what}"
                : $"“{(text.Length <= 40 ? text : text[..40] + "…")}” is no {box.ToLowerInvariant()}. {what}"
        );

    /// <summary>Day, month and year of a date that stands in one box; null if it is no such thing.</summary>
    private static string[]? Whole(string text) =>
        DayFirst().Match(text) is { Success: true } british ? [british.Groups[1].Value, british.Groups[2].Value, british.Groups[3].Value]
        : YearFirst().Match(text) is { Success: true } iso ? [iso.Groups[3].Value, iso.Groups[2].Value, iso.Groups[1].Value]
        : null;

    private static int? DayOf(string text) =>
        Ordinal().Match(text) is { Success: true } match ? Number(match.Groups[1].Value, 1, 31) : null;

    private static int? MonthOf(string text)
    {
        var name = text.TrimEnd('.');
        var named = Array.FindIndex(
            English.DateTimeFormat.MonthNames,
            month => name.Length >= 3 && month.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        );
        return named >= 0 ? named + 1 : Number(text, 1, 12);
    }

    private static int? YearOf(string text) => text.Length == 4 ? Number(text, 0, 9999) : null;

    private static int? Number(string text, int least, int greatest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= greatest
            ? number
            : null;

    [GeneratedRegex(
        @"\A(?:[a-z]{3,9},?\s+)?([0-9]{1,2}(?:st|nd|rd|th)?)[\s./-]+([a-z]+|[0-9]{1,2})[\s.,/-]+([0-9]{1,4})\z",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\A([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})\z")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"\A([0-9]{1,2})(?:st|nd|rd|th)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();
}
