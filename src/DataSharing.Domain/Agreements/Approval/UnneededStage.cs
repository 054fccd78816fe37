namespace DataSharing.Domain.Agreements.Approval;

/// <summary>A kind of stage that this agreement does not need, and why.</summary>
/// <param name="PartyId">Null if nobody needs it; a party if only that one is left out.</param>
public sealed record UnneededStage(StageKind Kind, string? PartyId, string Because);
