namespace DataSharing.Domain.Agreements.Approval;

/// <summary>Why a sharing is refused (§5.5).</summary>
public enum RejectionReason
{
    NoLegalBasis,
    NotNecessary,
    DataNotHeld,
    LessIntrusiveMeans,
    SecurityInsufficient,
    OutsidePermittedRecipients,
    EthicalConcern,
    Resource,
    Other,
}
