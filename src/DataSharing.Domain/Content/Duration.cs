using System.Globalization;
using System.Text.RegularExpressions;

namespace DataSharing.Domain.Content;

/// <summary>A length of time as the calendar counts it (ISO 8601: years, months, weeks, days; hours for short ones).</summary>
public readonly partial record struct Duration(int Years, int Months, int Days, int Hours)
{
    /// <summary>Reads P8Y, P1Y6M, P4W, P28D, PT24H.</summary>
    public static bool TryParse(string? text, out Duration duration)
    {
        var match = Form().Match(text ?? "");
        duration = match.Success
            ? new Duration(
                Part(match, "years"),
                Part(match, "months"),
                (7 * Part(match, "weeks")) + Part(match, "days"),
                Part(match, "hours")
            )
            : default;
        return match.Success;
    }

    /// <summary>The day that lies this long after another, hours rounded up to days.</summary>
    public DateOnly After(DateOnly day) => day.PlusYears(Years).PlusMonths(Months).PlusDays(Days + ((Hours + 23) / 24));

    /// <summary>Longer than a number of years, leap days given the benefit of the doubt.</summary>
    public bool IsLongerThanYears(int years)
    {
        var from = new DateOnly(2000, 1, 1);
        return After(from) > from.PlusYears(years);
    }

    private static int Part(Match match, string name) =>
        match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\AP(?!\z)((?<years>[0-9]{1,3})Y)?((?<months>[0-9]{1,4})M)?((?<weeks>[0-9]{1,4})W)?"
            + @"((?<days>[0-9]{1,5})D)?(T(?!\z)((?<hours>[0-9]{1,5})H)?)?\z"
    )]
    private static partial Regex Form();
}
