using DataSharing.Domain.Agreements;

namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>One thing that a holder can say, and the action that it takes.</summary>
public sealed record DecisionOption(DecisionChoice Choice, AgreementAction Action, string Label, string Hint)
{
    public static IReadOnlyList<DecisionOption> All { get; } =
    [
        new(DecisionChoice.Approve, AgreementAction.Approve, "Approve", "It may go on as it is."),
        new(DecisionChoice.ApproveOnConditions, AgreementAction.Approve, "Approve with conditions", "It may go on if something is done."),
        new(DecisionChoice.PassGate, AgreementAction.PassGate, "Let it pass", "What this gate asks for is there."),
        new(DecisionChoice.Agree, AgreementAction.Advise, "Agree", "You advise to go on."),
        new(
            DecisionChoice.AgreeWithConditions,
            AgreementAction.Advise,
            "Agree with conditions",
            "You advise to go on if something is done. Say what, below."
        ),
        new(
            DecisionChoice.Disagree,
            AgreementAction.Advise,
            "Disagree",
            "You advise against it. The approvers decide, and see your reasons."
        ),
        new(DecisionChoice.Return, AgreementAction.Return, "Return for changes", "The drafter changes it and submits it again."),
        new(DecisionChoice.Reject, AgreementAction.Reject, "Reject", "Ends this version. A new agreement can be raised."),
    ];
}
