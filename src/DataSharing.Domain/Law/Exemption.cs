namespace DataSharing.Domain.Law;

/// <summary>
/// Why a right of people, or telling them, may be left out case by case. It is no power to share, lifts no bar and sets no confidence
/// aside, so a legal line never cites it.
/// </summary>
public sealed record Exemption : LawEntry
{
    private const string Prefix = "EX-";

    /// <summary>The code that somebody cites, however they write its letters; null where they cite in words.</summary>
    public static string? CodeOf(string? text) =>
        text?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() is { } code && code.StartsWith(Prefix, StringComparison.Ordinal)
            ? code
            : null;

    public required IReadOnlyList<ExemptedRight> Exempts { get; init; }

    public string? Limits { get; init; }

    protected override IEnumerable<string> Also => [Limits ?? ""];
}
