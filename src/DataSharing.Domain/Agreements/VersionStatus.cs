namespace DataSharing.Domain.Agreements;

/// <summary>Where a version stands (§5.2).</summary>
public enum VersionStatus
{
    Draft,
    InPartnerReview,

    /// <summary>Frozen; its route is being set up. The portal moves on from here by itself.</summary>
    Submitted,
    InApproval,

    /// <summary>Returned, declined or reopened: the next version is the draft. Kept for ever as it was.</summary>
    ChangesRequested,
    Rejected,
    Withdrawn,
    AwaitingSignatures,

    /// <summary>Signed by every controller; starts on its start date.</summary>
    Approved,
    Active,
    Suspended,
    Expired,
    Terminated,
    Superseded,
    Closing,
    Closed,
}
