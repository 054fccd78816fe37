namespace DataSharing.Domain.Kernel;

/// <summary>
/// Somebody else was faster: what this person decided on is no longer there to be decided. The message says what happened.
/// </summary>
public sealed class StaleDecisionException : Exception
{
    public StaleDecisionException(string message)
        : base(message) { }

    public StaleDecisionException(string message, Exception innerException)
        : base(message, innerException) { }
}
