using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements;

/// <summary>T02: those who are asked to look at the draft.</summary>
[EventContract("agreement.partners-invited")]
public sealed record PartnersInvited(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    IReadOnlyList<PartyTold> Parties,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T03, the reason being in the act. The organisation’s word that it agrees the content is withdrawn with it.</summary>
[EventContract("agreement.change-asked")]
public sealed record ChangeAsked(AgreementId Agreement, int? Version, ContentHash? Hash, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, Version, Hash, Act, At);

[EventContract("agreement.partner-review-stopped")]
public sealed record PartnerReviewStopped(AgreementId Agreement, int? Version, ContentHash? Hash, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>The organisation of the act agrees the whole content of that hash.</summary>
[EventContract("agreement.content-agreed")]
public sealed record ContentAgreed(AgreementId Agreement, int? Version, ContentHash? Hash, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, Version, Hash, Act, At);
