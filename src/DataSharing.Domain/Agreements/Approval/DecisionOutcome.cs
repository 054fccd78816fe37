namespace DataSharing.Domain.Agreements.Approval;

public enum DecisionOutcome
{
    Approved,
    ApprovedOnConditions,
    AdvisedFor,
    AdvisedForOnConditions,
    AdvisedAgainst,
    GatePassed,
    Returned,
    Rejected,

    /// <summary>A signatory does not sign.</summary>
    Declined,
}
