using System.Collections.Frozen;
using static DataSharing.Domain.Agreements.AgreementAction;
using static DataSharing.Domain.Agreements.VersionStatus;

namespace DataSharing.Domain.Agreements;

/// <summary>The whole state machine of a version (§5.3). A pair that is not listed here cannot happen.</summary>
public static class AgreementLifecycle
{
    private static readonly FrozenDictionary<(VersionStatus From, AgreementAction Action), VersionStatus> Transitions = new Dictionary<
        (VersionStatus From, AgreementAction Action),
        VersionStatus
    >
    {
        [(VersionStatus.Draft, Edit)] = VersionStatus.Draft,
        [(VersionStatus.Draft, Justify)] = VersionStatus.Draft,
        [(VersionStatus.Draft, ReplaceContent)] = VersionStatus.Draft,
        [(VersionStatus.Draft, InvitePartners)] = InPartnerReview,
        [(VersionStatus.Draft, Submit)] = Submitted,
        [(VersionStatus.Draft, Withdraw)] = Withdrawn,

        [(InPartnerReview, Edit)] = InPartnerReview,
        [(InPartnerReview, Justify)] = InPartnerReview,
        [(InPartnerReview, Contribute)] = InPartnerReview,
        [(InPartnerReview, InvitePartners)] = InPartnerReview,
        [(InPartnerReview, AgreeContent)] = InPartnerReview,
        [(InPartnerReview, AskForChange)] = VersionStatus.Draft,
        [(InPartnerReview, StopPartnerReview)] = VersionStatus.Draft,
        [(InPartnerReview, Submit)] = Submitted,
        [(InPartnerReview, Withdraw)] = Withdrawn,

        [(Submitted, StartApproval)] = InApproval,
        [(Submitted, Withdraw)] = Withdrawn,

        [(InApproval, Advise)] = InApproval,
        [(InApproval, Approve)] = InApproval,
        [(InApproval, PassGate)] = InApproval,
        [(InApproval, AcceptConditions)] = InApproval,
        [(InApproval, Return)] = ChangesRequested,
        [(InApproval, TakeBack)] = ChangesRequested,
        [(InApproval, Reject)] = Rejected,
        [(InApproval, Withdraw)] = Withdrawn,
        [(InApproval, FinishStages)] = AwaitingSignatures,

        [(AwaitingSignatures, Sign)] = AwaitingSignatures,
        [(AwaitingSignatures, Decline)] = ChangesRequested,
        [(AwaitingSignatures, LapseSigning)] = ChangesRequested,
        [(AwaitingSignatures, Withdraw)] = Withdrawn,
        [(AwaitingSignatures, FinishSigning)] = Approved,

        [(Approved, Activate)] = Active,
        [(Approved, Reopen)] = ChangesRequested,
        [(Approved, Withdraw)] = Withdrawn,
        [(Active, Amend)] = Active,
        [(Active, Supersede)] = Superseded,
        [(Suspended, Supersede)] = Superseded,
    }.ToFrozenDictionary();

    /// <summary>Reading and commenting move nothing, so every status allows them.</summary>
    public static bool Allows(VersionStatus status, AgreementAction action) =>
        action is View or Comment || Transitions.ContainsKey((status, action));

    /// <summary>Where the action leads, or null if it cannot happen there.</summary>
    public static VersionStatus? Next(VersionStatus status, AgreementAction action) =>
        Transitions.TryGetValue((status, action), out var next) ? next : null;
}
