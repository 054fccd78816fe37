namespace DataSharing.Domain.Rules;

/// <summary>All rules.</summary>
public static class AgreementRules
{
    /// <summary>In the order in which an agreement comes to them.</summary>
    public static IReadOnlyList<RuleTopic> Topics { get; } =
    [
        new("agreement", "The agreement", "Where it applies, who leads it, and how it is signed", [.. ScopeRules.All]),
        new("parties", "Parties", "Who takes part, and whom to turn to there", [.. PartyRules.All, .. PartyClaimRules.All]),
        new("purposes", "Purposes", "What the data is for, and whether that fits what it was collected for", [.. PurposeRules.All]),
        new(
            "lawful-bases",
            "Lawful bases",
            "Why each controller may process personal data at all",
            [.. LegalGroundRules.All, .. BasisRules.All]
        ),
        new(
            "sensitive-data",
            "Special category and criminal offence data",
            "The further conditions for sensitive data, and for research",
            [.. SensitiveDataRules.All]
        ),
        new(
            "law-enforcement",
            "Law enforcement",
            "Data under Part 3 of the Data Protection Act 2018, and the way out of it",
            [.. LawEnforcementRules.All]
        ),
        new("provisions", "In force", "Whether what is relied on is law on the day that counts", [.. ProvisionRules.All]),
        new(
            "gateways",
            "Gateways",
            "The power or duty to share, and whether it covers these bodies, purposes and data",
            [.. GatewayRules.All, .. GatewayUserRules.All, .. OtherEnactmentRules.All]
        ),
        new(
            "confidentiality",
            "Confidentiality",
            "Duties of confidence, statutory bars and the National Data Opt-out",
            [.. ConfidentialityRules.All, .. ConfidenceRouteRules.All, .. OptOutRules.All]
        ),
        new(
            "data",
            "Data",
            "What data, how much of it, and how well people are hidden in it",
            [.. DatasetRules.All, .. DatasetClaimRules.All]
        ),
        new("flows", "Flows", "How data moves: between whom, in which way, how well protected", [.. FlowRules.All]),
        new("transfers", "Transfers abroad", "Personal data that leaves the country", [.. TransferRules.All]),
        new("impact-assessment", "Impact assessment", "The data protection impact assessment", [.. AssessmentRules.All]),
        new("automated-decisions", "Automated decisions", "Decisions taken by machines, and algorithmic tools", [.. DecisionRules.All]),
        new(
            "public-trust",
            "Public trust",
            "What people are told, and whom they can turn to",
            [.. PublicTrustRules.All, .. PeopleKnowRules.All]
        ),
        new("retention", "Retention", "How long data is kept, and whether it may be passed on", [.. RetentionRules.All]),
        new("contradictions", "Contradictions", "Two answers that cannot both be right", [.. ContradictionRules.All]),
        new("dates", "Dates", "When the agreement starts, is looked at again, and ends", [.. DateRules.All]),
        new("benefits", "Benefits", "Who is better off", [.. BenefitRules.All]),
        new("duties", "Separation of duties", "Who decided and who signed", [.. DutyRules.All]),
        new("evidence", "Evidence", "What supports the agreement, and when it runs out", [.. EvidenceRules.All]),
        new("similar-agreements", "Similar agreements", "Whether somebody has agreed the same already", [.. SimilarityRules.All]),
    ];

    /// <summary>In the order of their ids.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [.. Topics.SelectMany(topic => topic.Rules).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule that asks whether what is relied on is law on the day that counts.</summary>
    public const string NotInForce = ProvisionRules.NotInForce;

    /// <summary>The rules that alone block an emergency start; every other error becomes a task for the days after it.</summary>
    public static IReadOnlySet<string> BlockEmergencyStart { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "DSA-002",
            "DSA-003",
            "DSA-013",
            "DSA-020",
            "DSA-021",
            "DSA-022",
            "DSA-033",
            "DSA-034",
            "DSA-041",
            "DSA-042",
            "DSA-043",
            "DSA-045",
            "DSA-046",
            "DSA-047",
            "DSA-048",
            "DSA-050",
            "DSA-054",
            "DSA-058",
            "DSA-085",
            "DSA-088",
            "DSA-093",
            "DSA-114",
            "DSA-115",
            "DSA-116",
            "DSA-117",
            "DSA-119",
            "DSA-121",
            "DSA-125",
            "DSA-132",
            "DSA-133",
        };

    /// <summary>What the rules say, errors first, then in the order of the rules.</summary>
    public static IReadOnlyList<Finding> Check(Reading agreement) =>
        [.. All.SelectMany(rule => rule.Check(agreement)).OrderBy(finding => finding.Severity)];
}
