namespace DataSharing.Domain;

/// <summary>Something that happened, in the past tense. Every one becomes an audit event in the same transaction.</summary>
/// <param name="SubjectId">The aggregate it happened to.</param>
/// <param name="Act">Who did it, in which role, and why.</param>
/// <param name="At">Business time.</param>
public abstract record DomainEvent(Guid SubjectId, Act Act, DateTimeOffset At);
