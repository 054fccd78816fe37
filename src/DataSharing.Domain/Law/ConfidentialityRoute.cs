namespace DataSharing.Domain.Law;

/// <summary>Why confidential information may be disclosed although it is confidential.</summary>
public sealed record ConfidentialityRoute : LawEntry
{
    public bool IndividualCareOnly { get; init; }

    /// <summary>The regulation, and the CAG reference or the basis under regulation 3.</summary>
    public bool NeedsSection251Details { get; init; }

    public IReadOnlyList<Nation> Extent { get; init; } = Nations.All;
}
