using System.Globalization;
using System.Text.RegularExpressions;

namespace DataSharing.Web.Pages.Law;

/// <summary>
/// Whether one citation names the provision of another, or a part of it. It reads what both say and nothing between the lines, so what
/// it misses is missing and what it finds is true.
/// </summary>
public static partial class Provisions
{
    /// <summary>"DSA-024 cites UK GDPR Annex 1 para 1" is told on the page of that paragraph, not on the page of paragraph 2.</summary>
    public static bool Names(string citation, string provision) =>
        Of(citation).Any(cited => Of(provision).Any(whole => cited == whole || (cited.StartsWith(whole, StringComparison.Ordinal) && cited[whole.Length] is '(' or ' ')));

    /// <summary>Each provision on its own: "UK GDPR Arts 45A and 46" is "UK GDPR Art 45A" and "UK GDPR Art 46".</summary>
    public static IEnumerable<string> Of(string citation)
    {
        foreach (var part in Aside().Replace(citation, "").Split("; "))
        {
            if (Act().Match(part) is not { Success: true } act)
            {
                yield return part;
                continue;
            }

            var unit = "";
            foreach (var item in Between().Split(part[act.Length..].Trim()))
            {
                var number = item;
                if (Unit().Match(item) is { Success: true } named)
                {
                    unit = named.Groups["unit"].Value + (named.Groups["unit"].Value == "s" ? "" : " ");
                    number = item[named.Length..];
                }

                foreach (var one in Each(number))
                {
                    yield return $"{act.Value.Trim()} {unit}{one}".Trim();
                }
            }
        }
    }

    private static IEnumerable<string> Each(string number) => Range().Match(number) is { Success: true } range
        ? Enumerable.Range(Number(range, "from"), Number(range, "to") - Number(range, "from") + 1).Select(n => n.ToString(CultureInfo.InvariantCulture))
        : [number];

    private static int Number(Match range, string end) => int.Parse(range.Groups[end].Value, CultureInfo.InvariantCulture);

    // What stands in brackets after a space explains; what stands in brackets after a number is part of it.
    [GeneratedRegex(@" \([^)]*\)")]
    private static partial Regex Aside();

    [GeneratedRegex(@"^(UK GDPR|SI \d{4}/\d+|.*?(Act|Regulations|DPA|DEA|CRCA|SSAA|SRSA) \d{4})( |$)")]
    private static partial Regex Act();

    [GeneratedRegex(@" and |, ")]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?<unit>Art|s|Sch|para|reg|Annex|Ch|recital|Part)s? ?(?=[0-9IVX])")]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(?<from>\d{1,3})–(?<to>\d{1,3})$")]
    private static partial Regex Range();
}
