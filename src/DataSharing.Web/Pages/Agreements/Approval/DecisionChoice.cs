namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>What the holder of a stage can say.</summary>
public enum DecisionChoice
{
    Approve,
    ApproveOnConditions,
    PassGate,
    Agree,
    AgreeWithConditions,
    Disagree,
    Return,
    Reject,
}
