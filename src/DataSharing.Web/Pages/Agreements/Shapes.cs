using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Rules;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>The shape that goes with the words for a state, as the style sheet names it: done, wait, todo, stop or bad.</summary>
public static class Shapes
{
    public static string Shape(this VersionStatus status) =>
        status switch
        {
            VersionStatus.Draft or VersionStatus.InPartnerReview => "todo",
            VersionStatus.Submitted or VersionStatus.InApproval or VersionStatus.AwaitingSignatures => "wait",
            VersionStatus.Approved or VersionStatus.Active => "done",
            VersionStatus.Rejected => "bad",
            _ => "stop",
        };

    public static string Shape(this DecisionOutcome outcome) =>
        outcome switch
        {
            DecisionOutcome.Returned => "stop",
            DecisionOutcome.Rejected or DecisionOutcome.Declined or DecisionOutcome.AdvisedAgainst => "bad",
            _ => "done",
        };

    public static string Shape(this Finding finding) =>
        finding.Severity switch
        {
            Severity.Error => "bad",
            Severity.Warning => "wait",
            _ => "todo",
        };

    public static string Shape(this EvidenceValidity validity) =>
        validity switch
        {
            EvidenceValidity.Valid => "done",
            EvidenceValidity.ExpiresSoon => "wait",
            EvidenceValidity.NotYetValid => "todo",
            EvidenceValidity.Expired => "bad",
            _ => throw new ArgumentOutOfRangeException(nameof(validity), validity, null),
        };
}
