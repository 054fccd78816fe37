using System.Globalization;

namespace DataSharing.Domain.Rules;

/// <summary>A number with what it counts, as people write it.</summary>
public static class Quantity
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="units">In the plural, the noun first: "months", "days before", "people".</param>
    public static string InWords(long number, string units)
    {
        var (noun, rest) = units.Split(' ', 2) is [var first, var others] ? (first, " " + others) : (units, "");
        return string.Create(English, $"{number:N0} {(number != 1 ? noun : noun == "people" ? "person" : noun[..^1])}{rest}");
    }
}
