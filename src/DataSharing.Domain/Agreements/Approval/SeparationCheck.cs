namespace DataSharing.Domain.Agreements.Approval;

/// <summary>One demand of the separation of duties, and whether it is met. The decision page shows them as ticks and crosses.</summary>
/// <param name="Says">In plain words, to the person who wants to decide.</param>
public sealed record SeparationCheck(SeparationRule Rule, bool Holds, string Says);

public enum SeparationRule
{
    HoldsTheRole,
    DidNotDraft,
    DecidesOnce,
    AdviserDoesNotDecide,
    DoesNotAudit,
}
