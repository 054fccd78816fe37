namespace DataSharing.Domain.Law;

/// <summary>What a power or duty does to the common law duty of confidentiality.</summary>
public enum ConfidenceEffect
{
    /// <summary>It sets confidence aside in terms: "does not breach any obligation of confidence".</summary>
    Yes,

    /// <summary>It is an unqualified duty to disclose, to which confidence yields.</summary>
    Duty,

    /// <summary>It is silent about confidence, or says that confidence stays.</summary>
    No,

    /// <summary>It sets confidence aside on one condition (<see cref="Gateway.ConfidenceCondition"/>).</summary>
    OnlyWith,
}
