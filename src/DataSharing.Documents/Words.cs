using System.Globalization;
using System.Text.RegularExpressions;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Organisations;

namespace DataSharing.Documents;

/// <summary>Values of the content as one would say them.</summary>
public static partial class Words
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string YesOrNo(bool value) => value ? "Yes" : "No";

    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>The day in the United Kingdom, whose law it is.</summary>
    public static string Date(DateTimeOffset at) => Date(at.UkDay());

    /// <summary>"Tuesday 1 September 2026".</summary>
    public static string Weekday(DateOnly day) => day.ToString("dddd d MMMM yyyy", English);

    /// <summary>"2:30pm UK time": who reads it may be elsewhere, and no time is told without where it is that time.</summary>
    public static string Clock(DateTimeOffset at) =>
        at.InUk() switch
        {
            { Hour: 0, Minute: 0 } => "midnight UK time",
            { Hour: 12, Minute: 0 } => "midday UK time",
            var time => time.ToString("h:mmtt", CultureInfo.InvariantCulture).ToLowerInvariant() + " UK time",
        };

    /// <summary>"1 September 2026 at 2:30pm UK time".</summary>
    public static string Time(DateTimeOffset at) => $"{Date(at)} at {Clock(at)}";

    /// <summary>"Due 1 September 2026", and "Overdue since 1 September 2026" from the day after.</summary>
    public static string Due(DateOnly due, DateOnly today) => $"{(due < today ? "Overdue since" : "Due")} {Date(due)}";

    public static string Number(long number) => number.ToString("N0", English);

    public static string Count(long number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>"1 year and 6 months" for P1Y6M. What is no duration stays as it is.</summary>
    public static string Length(string iso)
    {
        if (iso == Retention.Indefinite)
        {
            return "Indefinitely";
        }

        if (!Duration.TryParse(iso, out var length))
        {
            return iso;
        }

        string[] parts =
        [
            .. Some(length.Years, "year"),
            .. Some(length.Months, "month"),
            .. Some(length.Days, "day"),
            .. Some(length.Hours, "hour"),
        ];
        return parts.Length == 0 ? "No time at all" : List(parts);

        static IEnumerable<string> Some(int number, string unit) => number == 0 ? [] : [Count(number, unit, unit + "s")];
    }

    /// <summary>"England, Wales and Scotland".</summary>
    public static string List(IReadOnlyList<string> words) =>
        words switch
        {
            [] => "",
            [var only] => only,
            _ => $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}",
        };

    /// <param name="code">ISO 3166-1 alpha-2.</param>
    public static string Country(string code)
    {
        // As the first law book writes it, for a country keeps its name whatever becomes of its approval.
        if (LawBook.First.AdequateCountry(code) is { } approved)
        {
            return approved.Name;
        }

        try
        {
            return code.Length == 2 ? new RegionInfo(code).EnglishName : code;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }

    /// <summary>"ONS area code E08000034" for <c>ONS-GSS:E08000034</c>.</summary>
    public static string Organisation(string identifier) =>
        identifier.Split(':', 2) is [var scheme, var value] ? $"{Scheme(scheme)} {value}" : identifier;

    public static string Scheme(string scheme) => IdentifierScheme.Find(scheme)?.Name ?? scheme;

    /// <summary>"Adult care user" for AdultCareUser: for codes that no vocabulary puts into words.</summary>
    public static string Code(string code) =>
        JoinedWords().IsMatch(code) ? InnerWord().Replace(code, word => " " + Within(word.Value)) : code;

    /// <summary>As it stands within a sentence. Abbreviations and names, which have more capitals at their start, stay.</summary>
    public static string Within(string text) => StartsName().IsMatch(text) ? text : char.ToLower(text[0], English) + text[1..];

    /// <summary>"a data flow", "an impact assessment".</summary>
    public static string One(string kind) => $"{("AEIOUaeiou".Contains(kind[0], StringComparison.Ordinal) ? "an" : "a")} {Within(kind)}";

    /// <summary>
    /// What is to be said of a provision that is not simply the law, with the day that tells whether it was then; empty if it is.
    /// </summary>
    public static string Status(LawEntry entry) =>
        (entry.Status, entry.ValidFrom, entry.ValidTo) switch
        {
            (LegalStatus.EnactedNotCommenced, { } from, _) => $"in force from {Date(from)}",
            (LegalStatus.EnactedNotCommenced, null, _) => "not yet in force",
            (LegalStatus.Repealed, _, { } to) => $"repealed, last day {Date(to)}",
            (LegalStatus.Repealed, _, null) => "repealed",
            (LegalStatus.Lapsed, _, { } to) => $"lapsed, last day {Date(to)}",
            (LegalStatus.Lapsed, _, null) => "lapsed",
            (LegalStatus.Unverified, _, _) => "perhaps not in force",
            _ => "",
        };

    /// <summary>The address, if the whole text is one on the web; nothing else becomes a link.</summary>
    public static string? WebAddress(string text) =>
        !text.Any(char.IsWhiteSpace) && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address.AbsoluteUri
            : null;

    [GeneratedRegex(@"^($|.[^\p{Ll} ]|\w+ \p{Lu})")]
    private static partial Regex StartsName();

    [GeneratedRegex("^[A-Z][a-z]+([A-Z][a-z]+|[A-Z]{2,}|[0-9]+)+$")]
    private static partial Regex JoinedWords();

    [GeneratedRegex("(?<!^)([A-Z][a-z]+|[A-Z]{2,}|[0-9]+)")]
    private static partial Regex InnerWord();
}
