using System.Text.Json.Serialization;

namespace DataSharing.Domain.Kernel;

/// <summary>
/// Something that happened, in the past tense. Every one becomes a line of the log in the same transaction. It is a contract
/// (<see cref="EventContractAttribute"/>): once written it is never migrated.
/// </summary>
/// <param name="SubjectId">The aggregate it happened to.</param>
/// <param name="Act">Who did it, in which role, and why.</param>
/// <param name="At">Business time.</param>
public abstract record DomainEvent([property: JsonIgnore] Guid SubjectId, Act Act, DateTimeOffset At);
