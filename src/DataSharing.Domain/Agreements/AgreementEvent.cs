using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements;

/// <summary>Something that happened to an agreement.</summary>
/// <param name="Version">The ordinal of the version it happened to; null where it is about all of them.</param>
/// <param name="Hash">The content of that version at that moment.</param>
public abstract record AgreementEvent(AgreementId Agreement, int? Version, ContentHash? Hash, Act Act, DateTimeOffset At)
    : DomainEvent(Agreement.Value, Act, At);
