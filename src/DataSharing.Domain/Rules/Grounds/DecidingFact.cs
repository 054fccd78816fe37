using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules.Grounds;

/// <summary>
/// An answer of the draft on which it rests what a rule says against a choice. Where the rule objects only because the answer is missing,
/// the choice is in doubt until it is given, not ruled out. Whether a public authority acts in its task is never missing in that sense:
/// unanswered it counts as true.
/// </summary>
/// <param name="Rules">The rules that look at it.</param>
/// <param name="Places">Where it is answered.</param>
internal sealed record DecidingFact(string Rules, Func<GroundSituation, bool> IsOpen, Func<GroundSituation, IEnumerable<string>> Places)
{
    public static IReadOnlyList<DecidingFact> All { get; } =
    [
        new("DSA-021 DSA-022", _ => false, s => [s.PublicAuthorityPlace, s.TaskPlace]),
        new("DSA-023", _ => false, s => s.StartPlace),
        new("DSA-029", _ => false, s => [s.PublicAuthorityPlace]),
        new("DSA-034", _ => false, s => [s.LinePlace("art9")]),
        new("DSA-039", s => s.Party?.ConfidentialityDuty is null, s => [s.PartyPlace("confidentialityDuty")]),
        new("DSA-042", s => s.Party?.ExercisesOfficialAuthority is null, s => [s.PartyPlace("exercisesOfficialAuthority")]),
        new("DSA-049", s => s.Purpose?.GatewayPurposeCode is null or { Count: 0 }, s => [s.PurposePlace("gatewayPurposeCode")]),
        new(GatewayUserRules.PartialList, _ => true, s => [s.LinePlace("gateways")]),
        new("DSA-050 DSA-112", s => s.Party?.Jurisdiction is null, s => [s.PartyPlace("jurisdiction")]),
        new("DSA-056", s => s.Purpose?.Code is null, s => [s.PurposePlace("code")]),
        new(
            "DSA-058",
            _ => false,
            s =>
                [
                    .. s.DataPlaces("statutoryBar", ds => ds.StatutoryBar is not (null or StatutoryBar.None)),
                    .. s.DataPlaces(
                        "noBarReason",
                        ds => ds.StatutoryBar is null or StatutoryBar.None && s.Agreement.BarOf(ds) is not StatutoryBar.None
                    ),
                ]
        ),
        new("DSA-110", _ => false, s => s.DataPlaces("heldForHealthOrAdultSocialCare", ds => ds.HeldForHealthOrAdultSocialCare is true)),
    ];

    public static DecidingFact? Behind(Finding finding) =>
        finding.About.StartsWith(GatewayUserRules.PartialList, StringComparison.Ordinal)
            ? All.First(fact => fact.Rules == GatewayUserRules.PartialList)
            : All.FirstOrDefault(fact => fact.Rules.Split(' ').Contains(finding.RuleId));
}
