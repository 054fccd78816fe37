namespace DataSharing.Domain.Law;

/// <summary>
/// Why a right of people, or telling them, may be left out case by case. It is no power to share, lifts no bar and sets no confidence
/// aside, so a legal line never cites it.
/// </summary>
public sealed record Exemption : LawEntry
{
    public required IReadOnlyList<ExemptedRight> Exempts { get; init; }

    public string? Limits { get; init; }

    protected override IEnumerable<string> Also => [Limits ?? ""];
}
