using System.Globalization;
using DataSharing.Persistence.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>How many agreements something touches, in words.</summary>
public static class RestingWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"2 agreements in force rest on it, between 3 organisations. You may see 1 of them."</summary>
    public static string InWords(this RestingAgreements touched, Actor reader) => string.Join(' ', Sentences(touched, reader));

    /// <summary>"12 agreements", "1 agreement".</summary>
    public static string Count(int number, string noun) => string.Create(English, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>An administrator of the portal reads no agreements, unless they are something else besides.</summary>
    public static bool RunsThePortalAlone(Actor reader) =>
        reader.Roles is { Count: > 0 } roles && roles.All(role => role is Role.SystemAdmin) && reader.AuditScope.Count == 0;

    private static IEnumerable<string> Sentences(RestingAgreements touched, Actor reader)
    {
        yield return touched.InForce == 0
            ? "No agreement in force rests on it."
            : $"{Count(touched.InForce, "agreement")} in force {(touched.InForce == 1 ? "rests" : "rest")} on it, between {Count(touched.Organisations, "organisation")}.";
        if (touched.InForce > 0 && touched.InForceSeen < touched.InForce)
        {
            yield return touched.InForceSeen > 0 ? $"You may see {touched.InForceSeen} of them."
            : RunsThePortalAlone(reader) ? "You may not read agreements: only their number is shown."
            : $"You may not see {(touched.InForce == 1 ? "it" : "them")}.";
        }

        if (touched.OnTheirWaySeen > 0)
        {
            yield return $"{Count(touched.OnTheirWaySeen, "agreement")} that you may see {(touched.OnTheirWaySeen == 1 ? "is" : "are")} on the way there.";
        }
    }
}
