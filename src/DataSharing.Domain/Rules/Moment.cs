namespace DataSharing.Domain.Rules;

/// <summary>When the rules are run.</summary>
public enum Moment
{
    /// <summary>Nothing blocks; what would block a submission is told.</summary>
    Save,

    Submit,

    /// <summary>Before a signature and ever after: what submission leaves to the approval stages must be there.</summary>
    Signature,

    /// <summary>When all have signed (T12) and ever after.</summary>
    InForce,
}
