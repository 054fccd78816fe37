using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements;

/// <summary>Something that happened to an agreement.</summary>
/// <param name="Version">The ordinal of the version it happened to; null where it is about all of them.</param>
/// <param name="Hash">The content of that version at that moment.</param>
public abstract record AgreementEvent(AgreementId Agreement, int? Version, ContentHash? Hash, Act Act, DateTimeOffset At)
    : DomainEvent(Agreement.Value, Act, At);

/// <summary>A stage as history tells it.</summary>
public sealed record StageTold(int Number, StageKind Kind, Role Role, string PartyId, OrganisationId Organisation)
{
    internal static StageTold Of(Stage stage) => new(stage.Number, stage.Kind, stage.Role, stage.PartyId, stage.Organisation);
}

/// <summary>A party as history tells it.</summary>
public sealed record PartyTold(string PartyId, string Name, OrganisationId Organisation);

[EventContract("agreement.drafted")]
public sealed record AgreementDrafted(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    AgreementReference Reference,
    string? Title,
    IReadOnlyList<string> ExternalReferences,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

[EventContract("agreement.content-replaced")]
public sealed record ContentReplaced(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    ContentHash Before,
    int Revision,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

[EventContract("agreement.warning-justified")]
public sealed record WarningJustified(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    string RuleId,
    string Text,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T08 as history tells it: on which decisions a version rests that follows a returned one.</summary>
/// <param name="Follows">The returned version.</param>
/// <param name="Material">The members of the content whose change made every stage start afresh.</param>
public sealed record CarryOverTold(VersionLabel Follows, IReadOnlyList<string> Material, IReadOnlyList<CarriedTold> Carried)
{
    internal static CarryOverTold Of(CarryOver carryOver, AgreementVersion version, IReadOnlyList<AgreementVersion> versions) =>
        new(
            carryOver.Follows.Label,
            carryOver.Material,
            [
                .. from stage in version.Stages
                let decision = stage.CarriedDecision
                where decision is not null
                let decidedOn = versions.Single(v => v.Id == decision.VersionId)
                select new CarriedTold(
                    StageTold.Of(stage),
                    decidedOn.Ordinal,
                    decidedOn.Label,
                    decision.StageNumber,
                    decision.ContentHash,
                    decision.Outcome,
                    decision.Person
                ),
            ]
        );
}

/// <summary>A stage, and the decision that it rests on: on which version, stage and content, and whose.</summary>
public sealed record CarriedTold(
    StageTold Stage,
    int Version,
    VersionLabel Label,
    int StageNumber,
    ContentHash Hash,
    DecisionOutcome Outcome,
    PersonId Person
);

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

/// <summary>T13.</summary>
[EventContract("agreement.version-activated")]
public sealed record VersionActivated(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    DateOnly? NextReviewDate,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T13, when a guard fails: told once a day.</summary>
[EventContract("agreement.activation-held")]
public sealed record ActivationHeld(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    IReadOnlyList<Finding> Errors,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T26.</summary>
[EventContract("agreement.version-reopened")]
public sealed record VersionReopened(AgreementId Agreement, int? Version, ContentHash? Hash, VersionLabel Next, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T16: a next version of the one in force was opened.</summary>
/// <param name="Next">What the next version is called.</param>
[EventContract("agreement.amendment-started")]
public sealed record AmendmentStarted(AgreementId Agreement, int? Version, ContentHash? Hash, VersionLabel Next, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T17: the next version became active, so this one is no longer in force.</summary>
/// <param name="By">What the next version is called.</param>
[EventContract("agreement.version-superseded")]
public sealed record VersionSuperseded(AgreementId Agreement, int? Version, ContentHash? Hash, VersionLabel By, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>Answers of one part of the draft, before and after.</summary>
/// <param name="Path">The item, or empty for the single answers of the section.</param>
[EventContract("agreement.answers-changed")]
public sealed record AnswersChanged(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    Section Section,
    string Path,
    JsonObject Was,
    JsonObject Is,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

[EventContract("agreement.item-added-to-draft")]
public sealed record ItemAddedToDraft(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    string Path,
    JsonObject Item,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

[EventContract("agreement.item-removed-from-draft")]
public sealed record ItemRemovedFromDraft(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    string Path,
    JsonObject Item,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

[EventContract("agreement.item-restored-to-draft")]
public sealed record ItemRestoredToDraft(AgreementId Agreement, int? Version, ContentHash? Hash, string Path, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <param name="From">Its place before, counted from 1.</param>
/// <param name="To">Its place after.</param>
[EventContract("agreement.item-moved-in-draft")]
public sealed record ItemMovedInDraft(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    string Path,
    int From,
    int To,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <param name="NothingToSay">Whether it was said or taken back that there is nothing to say in the section.</param>
[EventContract("agreement.section-marked")]
public sealed record SectionMarked(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    Section Section,
    bool NothingToSay,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>A check of the version in force found something new, or no longer found what was open.</summary>
/// <param name="Cleared">The rules that are content again.</param>
[EventContract("agreement.version-rechecked")]
public sealed record VersionRechecked(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    IReadOnlyList<FoundLive> Found,
    IReadOnlyList<string> Cleared,
    int LawBookNumber,
    int PolicyNumber,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>A new finding on a version in force, as the history tells it.</summary>
public sealed record FoundLive(string RuleId, Severity Severity, string Path, string Message, FindingCause Cause);

/// <summary>The owner of a finding said what is done about it.</summary>
[EventContract("agreement.live-finding-answered")]
public sealed record LiveFindingAnswered(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    string RuleId,
    string Path,
    string Answer,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);
