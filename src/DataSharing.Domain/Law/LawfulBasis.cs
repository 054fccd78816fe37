namespace DataSharing.Domain.Law;

/// <summary>UK GDPR Article 6(1): why a controller may process personal data at all.</summary>
public sealed record LawfulBasis : LawEntry
{
    /// <summary>A public authority performing its tasks may not use it (Art 6(1), last paragraph).</summary>
    public bool ClosedToPublicTasks { get; init; }

    /// <summary>A condition of Annex 1 must be met as well.</summary>
    public bool NeedsRecognisedInterest { get; init; }

    /// <summary>People may object (Art 21).</summary>
    public bool RightToObject { get; init; }

    /// <summary>Cannot support a significant decision that is solely automated (Art 22B(4)).</summary>
    public bool ClosedToSolelyAutomatedDecisions { get; init; }
}
