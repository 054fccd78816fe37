namespace DataSharing.Domain.Agreements.Approval;

public enum StageStatus
{
    /// <summary>An earlier group is not finished.</summary>
    Waiting,

    /// <summary>Its clock runs.</summary>
    Open,

    /// <summary>Has its decision or its signature.</summary>
    Decided,

    /// <summary>The version went another way before anybody decided here.</summary>
    Closed,
}
