namespace DataSharing.Domain.Rules;

/// <summary>All rules.</summary>
public static class AgreementRules
{
    /// <summary>In the order of their ids.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. new IEnumerable<Rule>[]
        {
            PartyRules.All, PurposeRules.All, LegalGroundRules.All, SensitiveDataRules.All, LawEnforcementRules.All, GatewayRules.All,
            ConfidentialityRules.All, DatasetRules.All, FlowRules.All, TransferRules.All, AssessmentRules.All, DecisionRules.All,
            PublicTrustRules.All, RetentionRules.All, DateRules.All, BenefitRules.All, DutyRules.All, EvidenceRules.All, SimilarityRules.All
        }.SelectMany(rules => rules).OrderBy(rule => rule.Id, StringComparer.Ordinal)
    ];

    /// <summary>The rules that alone block an emergency start; every other error becomes a task for the days after it.</summary>
    public static IReadOnlySet<string> BlockEmergencyStart { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "DSA-002", "DSA-003", "DSA-013", "DSA-020", "DSA-021", "DSA-022", "DSA-033", "DSA-034", "DSA-041", "DSA-042", "DSA-043",
        "DSA-045", "DSA-046", "DSA-047", "DSA-048", "DSA-050", "DSA-054", "DSA-058", "DSA-085", "DSA-088", "DSA-093"
    };

    /// <summary>What the rules say, errors first, then in the order of the rules.</summary>
    public static IReadOnlyList<Finding> Check(Reading agreement) =>
        [.. All.SelectMany(rule => rule.Check(agreement)).OrderBy(finding => finding.Severity)];
}
