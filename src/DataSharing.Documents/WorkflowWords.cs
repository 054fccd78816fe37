using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Rules;

namespace DataSharing.Documents;

/// <summary>The workflow's names in the words of its users.</summary>
public static class WorkflowWords
{
    public static string InWords(this VersionStatus status) =>
        status switch
        {
            VersionStatus.Draft => "Draft",
            VersionStatus.InPartnerReview => "In partner review",
            VersionStatus.Submitted => "Submitted",
            VersionStatus.InApproval => "In approval",
            VersionStatus.ChangesRequested => "Changes requested",
            VersionStatus.Rejected => "Rejected",
            VersionStatus.Withdrawn => "Withdrawn",
            VersionStatus.AwaitingSignatures => "Awaiting signatures",
            VersionStatus.Approved => "Approved, not started",
            VersionStatus.Active => "Active",
            VersionStatus.Suspended => "Suspended",
            VersionStatus.Expired => "Expired",
            VersionStatus.Terminated => "Terminated",
            VersionStatus.Superseded => "Superseded",
            VersionStatus.Closing => "Closing",
            VersionStatus.Closed => "Closed",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    public static string InWords(this StageKind kind) =>
        kind switch
        {
            StageKind.IgReview => "Data-protection review",
            StageKind.LegalAdvice => "Legal advice",
            StageKind.RapGate => "Research accreditation",
            StageKind.RecGate => "Research ethics",
            StageKind.CagGate => "Section 251 support",
            StageKind.DpoAdvice => "Data protection officer’s advice",
            StageKind.DpiaApproval => "Impact assessment approval",
            StageKind.PanelApproval => "Data access panel",
            StageKind.AssetOwner => "Release by the asset owner",
            StageKind.RecipientConfirmation => "Recipient’s confirmation",
            StageKind.Caldicott => "Caldicott Guardian",
            StageKind.InformationSecurity => "Information security",
            StageKind.ToolOwner => "Owner of the algorithmic tool",
            StageKind.Siro => "Senior risk owner",
            StageKind.RegisterDraft => "Government register entry",
            StageKind.ReviewBoardGate => "Review board",
            StageKind.Signature => "Signature",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>What its holder is asked to do: "Review", "Sign".</summary>
    public static string Task(this Stage stage) => TaskFor(stage.Mode, stage.Kind);

    public static string TaskFor(StageMode mode, StageKind kind) =>
        mode switch
        {
            StageMode.Advice => "Advise",
            StageMode.Gate when kind is StageKind.IgReview => "Review",
            StageMode.Gate => "Record",
            StageMode.Sign => "Sign",
            _ => "Decide",
        };

    public static string GroupName(int group) =>
        group switch
        {
            1 => "Review",
            2 => "Advice",
            3 => "Assessment",
            4 => "Approve",
            5 => "Accept risk",
            6 => "Register",
            _ => "Sign",
        };

    public static string InWords(this DecisionOutcome outcome) =>
        outcome switch
        {
            DecisionOutcome.Approved => "Approved",
            DecisionOutcome.ApprovedOnConditions => "Approved with conditions",
            DecisionOutcome.AdvisedFor => "Advised: agree",
            DecisionOutcome.AdvisedForOnConditions => "Advised: agree with conditions",
            DecisionOutcome.AdvisedAgainst => "Advised: disagree",
            DecisionOutcome.GatePassed => "Passed",
            DecisionOutcome.Returned => "Returned for changes",
            DecisionOutcome.Rejected => "Rejected",
            DecisionOutcome.Declined => "Did not sign",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

    public static string InWords(this RejectionReason reason) =>
        reason switch
        {
            RejectionReason.NoLegalBasis => "No legal basis",
            RejectionReason.NotNecessary => "Not necessary",
            RejectionReason.DataNotHeld => "The data is not held",
            RejectionReason.LessIntrusiveMeans => "Less intrusive means would do",
            RejectionReason.SecurityInsufficient => "Security is insufficient",
            RejectionReason.OutsidePermittedRecipients => "Outside the permitted recipients",
            RejectionReason.EthicalConcern => "Ethical concern",
            RejectionReason.Resource => "No resource to do it properly",
            RejectionReason.Other => "Other",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };

    public static string InWords(this Opinion opinion) =>
        opinion switch
        {
            Opinion.Agree => "Agree",
            Opinion.AgreeWithConditions => "Agree with conditions",
            Opinion.Disagree => "Disagree",
            _ => throw new ArgumentOutOfRangeException(nameof(opinion), opinion, null),
        };

    public static string InWords(this Severity severity) =>
        severity switch
        {
            Severity.Error => "Error",
            Severity.Warning => "Warning",
            _ => "Information",
        };

    public static string InWords(this RuleSource source) =>
        source switch
        {
            RuleSource.Law => "law",
            RuleSource.Code => "code of practice",
            _ => "portal policy",
        };

    /// <summary>What changed, so that it is found now.</summary>
    public static string InWords(this FindingCause cause) =>
        cause switch
        {
            FindingCause.Law => "The law changed",
            FindingCause.Policy => "The portal’s policy changed",
            FindingCause.Evidence => "Evidence runs out",
            _ => "A date has come",
        };
}
