using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>What can be said better of a piece of evidence.</summary>
public sealed record EvidenceSaid(string Title, DateOnly? ValidFrom, DateOnly? ValidTo);

/// <summary>Something that happened to a piece of evidence. It is about no version, because evidence serves all.</summary>
public abstract record EvidenceEvent(AgreementId Agreement, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, null, null, Act, At),
        IOwnMatter
{
    public OrganisationId? OnlyFor { get; init; }
}

/// <summary>A document was put beside the agreement: everything about it but its bytes.</summary>
[EventContract("agreement.evidence-added")]
public sealed record EvidenceAdded(
    AgreementId Agreement,
    EvidenceId Evidence,
    EvidenceKind Kind,
    string Title,
    string? Link,
    string? Reference,
    string? FileName,
    FileType? FileType,
    int? FileSize,
    ContentHash? DocumentHash,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    EvidenceVisibility Visibility,
    string? Place,
    Act Act,
    DateTimeOffset At
) : EvidenceEvent(Agreement, Act, At)
{
    internal static EvidenceAdded Of(EvidenceItem item, Agreement agreement, Act act) =>
        new(
            agreement.Id,
            item.Id,
            item.Kind,
            item.Title,
            item.Link,
            item.Reference,
            item.FileName,
            item.FileType,
            item.FileSize,
            item.Hash,
            item.ValidFrom,
            item.ValidTo,
            item.Visibility,
            item.Place?.ToString(),
            act,
            item.AddedAt
        )
        {
            OnlyFor = item.OnlyFor,
        };
}

[EventContract("agreement.evidence-changed")]
public sealed record EvidenceChanged(
    AgreementId Agreement,
    EvidenceId Evidence,
    EvidenceKind Kind,
    EvidenceSaid Before,
    EvidenceSaid After,
    Act Act,
    DateTimeOffset At
) : EvidenceEvent(Agreement, Act, At);

/// <summary>The reason is in the act.</summary>
[EventContract("agreement.evidence-removed")]
public sealed record EvidenceRemoved(
    AgreementId Agreement,
    EvidenceId Evidence,
    EvidenceKind Kind,
    string Title,
    EvidenceId? ReplacedBy,
    Act Act,
    DateTimeOffset At
) : EvidenceEvent(Agreement, Act, At);

/// <summary>Somebody wants its file gone, which takes a second person. The reason is in the act.</summary>
[EventContract("agreement.evidence-erasure-asked")]
public sealed record EvidenceErasureAsked(
    AgreementId Agreement,
    EvidenceId Evidence,
    EvidenceKind Kind,
    string Title,
    Act Act,
    DateTimeOffset At
) : EvidenceEvent(Agreement, Act, At);

/// <summary>The bytes are gone. The reason is in the act.</summary>
[EventContract("agreement.evidence-erased")]
public sealed record EvidenceErased(
    AgreementId Agreement,
    EvidenceId Evidence,
    EvidenceKind Kind,
    string Title,
    string FileName,
    ContentHash DocumentHash,
    Act Act,
    DateTimeOffset At
) : EvidenceEvent(Agreement, Act, At);

/// <summary>The second person keeps it. The reason is in the act.</summary>
[EventContract("agreement.evidence-erasure-refused")]
public sealed record EvidenceErasureRefused(
    AgreementId Agreement,
    EvidenceId Evidence,
    EvidenceKind Kind,
    string Title,
    Act Act,
    DateTimeOffset At
) : EvidenceEvent(Agreement, Act, At);
