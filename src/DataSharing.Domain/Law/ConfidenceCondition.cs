namespace DataSharing.Domain.Law;

/// <summary>On what it depends that a power or duty sets confidence aside.</summary>
public enum ConfidenceCondition
{
    /// <summary>The order, request or paragraph is cited.</summary>
    Reference,

    /// <summary>A legal adviser has looked at it.</summary>
    LegalAdvice,

    /// <summary>There is support under NHS Act 2006 s251.</summary>
    CagSupport,

    /// <summary>The person has agreed. The route through confidence is then consent, not the law.</summary>
    Consent,
}
