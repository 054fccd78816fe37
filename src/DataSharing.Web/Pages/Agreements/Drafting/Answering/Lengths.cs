using System.Globalization;
using System.Text.RegularExpressions;
using DataSharing.Domain.Content;

namespace DataSharing.Web.Pages.Agreements.Drafting.Answering;

/// <summary>A length of time as people write it: "8 years", "1 year and 6 months", "28 days", "indefinitely".</summary>
internal static partial class Lengths
{
    /// <summary>As ISO 8601, or null if it is no length of time.</summary>
    public static string? Read(string text, bool orIndefinite)
    {
        if (orIndefinite && text.StartsWith("indefinite", StringComparison.OrdinalIgnoreCase))
        {
            return Retention.Indefinite;
        }

        if (Duration.TryParse(text.ToUpperInvariant(), out _))
        {
            return text.ToUpperInvariant();
        }

        var match = Spoken().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var days = string.Concat(
            Part(match, "years", 'Y'),
            Part(match, "months", 'M'),
            Part(match, "weeks", 'W'),
            Part(match, "days", 'D')
        );
        var hours = Part(match, "hours", 'H');
        var iso = "P" + days + (hours.Length > 0 ? "T" + hours : "");
        return Duration.TryParse(iso, out _) ? iso : null;
    }

    private static string Part(Match match, string name, char letter) =>
        match.Groups[name].Success
        && int.TryParse(match.Groups[name].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{number}{letter}")
            : "";

    [GeneratedRegex(
        @"\A\s*((?<years>\d{1,3})\s*(years?|yrs?|y))?"
            + @"[\s,]*(and\s)?\s*((?<months>\d{1,4})\s*(months?|mths?|m))?"
            + @"[\s,]*(and\s)?\s*((?<weeks>\d{1,4})\s*(weeks?|wks?|w))?"
            + @"[\s,]*(and\s)?\s*((?<days>\d{1,5})\s*(days?|d))?"
            + @"[\s,]*(and\s)?\s*((?<hours>\d{1,5})\s*(hours?|hrs?|h))?\s*\z",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Spoken();
}
