namespace DataSharing.Domain.Law;

/// <summary>Whether a condition asks why consent is not used.</summary>
public enum ReasonForNoConsent
{
    No,
    Always,
    WhenTriggered,

    /// <summary>As the Part 2 paragraph that is extended (para 36).</summary>
    AsUnderlying,
}
