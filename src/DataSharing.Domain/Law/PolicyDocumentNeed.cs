namespace DataSharing.Domain.Law;

/// <summary>Whether a condition needs an appropriate policy document.</summary>
public enum PolicyDocumentNeed
{
    NotNeeded,
    Needed,

    /// <summary>Needed unless the exception that the paragraph names is claimed.</summary>
    NeededUnlessExcepted,
}
