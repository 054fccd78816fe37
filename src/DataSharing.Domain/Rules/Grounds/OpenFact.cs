using DataSharing.Domain.Agreements.Content;

namespace DataSharing.Domain.Rules.Grounds;

/// <summary>
/// A rule objects because a fact is missing, not because it is against the choice. Until it is answered the choice is in doubt, not ruled out.
/// Whether a public authority acts in its task is no such fact: unanswered it counts as true.
/// </summary>
/// <param name="Rules">The rules that look at it.</param>
internal sealed record OpenFact(string Rules, Func<GroundSituation, bool> IsOpen, Func<LegalLine, string> Path)
{
    public static IReadOnlyList<OpenFact> All { get; } =
    [
        new("DSA-039", s => s.Party?.ConfidentialityDuty is null, line => $"/parties/{line.Party}/confidentialityDuty"),
        new("DSA-042", s => s.Party?.ExercisesOfficialAuthority is null, line => $"/parties/{line.Party}/exercisesOfficialAuthority"),
        new("DSA-050 DSA-112", s => s.Party?.Jurisdiction is null, line => $"/parties/{line.Party}/jurisdiction"),
        new("DSA-049", s => s.Purpose?.GatewayPurposeCode is null or { Count: 0 }, line => $"/purposes/{line.Purpose}/gatewayPurposeCode"),
        new("DSA-056", s => s.Purpose?.Code is null, line => $"/purposes/{line.Purpose}/code")
    ];

    public bool Explains(Finding finding, GroundSituation situation) =>
        Rules.Split(' ').Contains(finding.RuleId) && IsOpen(situation);
}
