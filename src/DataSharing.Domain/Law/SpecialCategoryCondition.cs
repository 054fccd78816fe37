namespace DataSharing.Domain.Law;

/// <summary>UK GDPR Article 9(2): why special category data may be processed.</summary>
public sealed record SpecialCategoryCondition : LawEntry
{
    /// <summary>One of these conditions of Schedule 1 is needed as well; empty if none is.</summary>
    public IReadOnlyList<string> Schedule1AnyOf { get; init; } = [];

    public bool NeedsExplicitConsent { get; init; }

    /// <summary>Professional secrecy or another duty of confidentiality (Art 9(3), DPA 2018 s11(1)).</summary>
    public bool NeedsDutyOfConfidentiality { get; init; }

    /// <summary>The safeguards of Articles 84B and 84C.</summary>
    public bool NeedsResearchSafeguards { get; init; }
}
