using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements;

[EventContract("agreement.version-signed")]
public sealed record VersionSigned(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    StageTold Stage,
    string Capacity,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T12: every controller has signed.</summary>
[EventContract("agreement.version-approved")]
public sealed record VersionApproved(AgreementId Agreement, int? Version, ContentHash? Hash, DateOnly? StartsOn, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T25 by a signatory.</summary>
[EventContract("agreement.signature-declined")]
public sealed record SignatureDeclined(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    StageTold Stage,
    VersionLabel Next,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T25 by the portal.</summary>
[EventContract("agreement.signing-lapsed")]
public sealed record SigningLapsed(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    IReadOnlyList<Finding> Errors,
    VersionLabel Next,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T26.</summary>
[EventContract("agreement.version-reopened")]
public sealed record VersionReopened(AgreementId Agreement, int? Version, ContentHash? Hash, VersionLabel Next, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, Version, Hash, Act, At);
