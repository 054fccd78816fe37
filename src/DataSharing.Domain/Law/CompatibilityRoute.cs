namespace DataSharing.Domain.Law;

/// <summary>UK GDPR Article 8A: why data may be used for another purpose than it was collected for.</summary>
public sealed record CompatibilityRoute : LawEntry
{
    /// <summary>Article 8A(4).</summary>
    public required ReuseOfConsentedData WhenCollectedWithConsent { get; init; }

    /// <summary>Offered only for data that was collected with consent.</summary>
    public bool OnlyWhenCollectedWithConsent { get; init; }

    /// <summary>The discloser must not be a public authority performing its tasks.</summary>
    public bool ClosedToPublicTasks { get; init; }

    /// <summary>The five factors of Article 8A(2) must be recorded.</summary>
    public bool NeedsFactors { get; init; }
}
