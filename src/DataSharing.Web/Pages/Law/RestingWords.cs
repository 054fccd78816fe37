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

    /// <summary>"12 agreements, between 3 organisations", "more than 100 agreements".</summary>
    public static string InForce(int agreements, int organisations) =>
        IsMore(agreements)
            ? $"more than {RestingAgreements.MostCounted} agreements"
            : $"{Count(agreements, "agreement")}, between {Count(organisations, "organisation")}";

    private static bool IsMore(int counted) => counted > RestingAgreements.MostCounted;

    private static IEnumerable<string> Sentences(RestingAgreements touched, Actor reader)
    {
        var (inForce, seen, coming) = (touched.InForce, touched.InForceSeen, touched.OnTheirWaySeen);
        yield return inForce == 0 ? "No agreement in force rests on it."
        : IsMore(inForce) ? $"More than {RestingAgreements.MostCounted} agreements in force rest on it."
        : $"{Count(inForce, "agreement")} in force {(inForce == 1 ? "rests" : "rest")} on it, "
            + $"between {Count(touched.Organisations, "organisation")}.";
        if (inForce > 0 && (IsMore(inForce) || seen < inForce))
        {
            yield return IsMore(seen) ? $"You may see more than {RestingAgreements.MostCounted} of them."
            : seen > 0 ? $"You may see {seen} of them."
            : RunsThePortalAlone(reader) ? "You may not read agreements: only their number is shown."
            : $"You may not see {(inForce == 1 ? "it" : "them")}.";
        }

        if (IsMore(coming))
        {
            yield return $"More than {RestingAgreements.MostCounted} agreements that you may see are on the way there.";
        }
        else if (coming > 0)
        {
            yield return $"{Count(coming, "agreement")} that you may see {(coming == 1 ? "is" : "are")} on the way there.";
        }
    }
}
