namespace DataSharing.Domain.Agreements.Approval;

public enum StageMode
{
    /// <summary>Says what it thinks; decides nothing.</summary>
    Advice,

    /// <summary>Decides.</summary>
    Approve,

    /// <summary>Lets pass what somebody else has decided, with the reference.</summary>
    Gate,

    /// <summary>Signs the hash.</summary>
    Sign,
}
