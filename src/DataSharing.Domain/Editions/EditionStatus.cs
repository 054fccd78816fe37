namespace DataSharing.Domain.Editions;

public enum EditionStatus
{
    /// <summary>It is being written.</summary>
    Draft,

    /// <summary>It is put forward as it stands; somebody who did not write it looks at it.</summary>
    PutForward,

    /// <summary>Agreements are judged by it, unless a later one is released too.</summary>
    Released,

    /// <summary>It will not be.</summary>
    Withdrawn,
}
