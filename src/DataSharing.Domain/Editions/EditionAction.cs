namespace DataSharing.Domain.Editions;

public enum EditionAction
{
    /// <summary>Start or write in one.</summary>
    Prepare,
    PutForward,

    /// <summary>Give it back to whoever wrote it.</summary>
    Return,
    Release,
    Withdraw,
}
