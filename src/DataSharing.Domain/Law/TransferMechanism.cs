namespace DataSharing.Domain.Law;

/// <summary>Chapter 5 of the UK GDPR and its Part 3 counterpart: how personal data may leave the country.</summary>
public sealed record TransferMechanism : LawEntry
{
    public required TransferRoute Route { get; init; }

    /// <summary>Article 46: the exporter must consider the data protection test met and keep a record of it.</summary>
    public bool NeedsRiskAssessment { get; init; }

    /// <summary>Article 49(3): not for a public authority exercising its public powers.</summary>
    public bool ClosedToPublicPowers { get; init; }

    /// <summary>For law-enforcement processing (Part 3) only.</summary>
    public bool LawEnforcement { get; init; }
}
