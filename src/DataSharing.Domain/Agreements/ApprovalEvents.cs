using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements;

/// <summary>T04, with everything that the submission was judged by.</summary>
[EventContract("agreement.version-submitted")]
public sealed record VersionSubmitted(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    VersionLabel Label,
    int LawBookNumber,
    IReadOnlyList<Finding> Findings,
    IReadOnlyDictionary<string, string> Justifications,
    RiskTier RiskTier,
    IReadOnlyList<string> RiskReasons,
    IReadOnlyList<RouteStage> Route,
    CarryOverTold? CarryOver,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>The clocks of these stages started (T05, T06).</summary>
[EventContract("agreement.stages-opened")]
public sealed record StagesOpened(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    IReadOnlyList<StageTold> Stages,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T06: advice, an approval or a gate.</summary>
[EventContract("agreement.stage-decided")]
public sealed record StageDecided(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    StageTold Stage,
    DecisionOutcome Outcome,
    string? Text,
    IReadOnlyList<string> Conditions,
    string? Reference,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

[EventContract("agreement.conditions-accepted")]
public sealed record ConditionsAccepted(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    StageTold Stage,
    IReadOnlyList<string> Conditions,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T07, the reason being in the act.</summary>
[EventContract("agreement.version-returned")]
public sealed record VersionReturned(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    StageTold Stage,
    IReadOnlyList<Section> Sections,
    VersionLabel Next,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>The drafting organisation changes its draft rather than taking on a condition.</summary>
[EventContract("agreement.version-taken-back")]
public sealed record VersionTakenBack(AgreementId Agreement, int? Version, ContentHash? Hash, VersionLabel Next, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T09, the words being in the act.</summary>
[EventContract("agreement.version-rejected")]
public sealed record VersionRejected(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    StageTold Stage,
    RejectionReason Code,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T10.</summary>
[EventContract("agreement.version-withdrawn")]
public sealed record VersionWithdrawn(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    VersionStatus Before,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At)
{
    /// <summary>The version that stays in force, where this one was its amendment.</summary>
    public VersionLabel? StaysInForce { get; init; }
}

/// <summary>T11.</summary>
[EventContract("agreement.all-stages-finished")]
public sealed record AllStagesFinished(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    DateOnly FinalApprovalDate,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);
