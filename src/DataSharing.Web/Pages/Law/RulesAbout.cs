using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>
/// Which rules look at an entry, by the very facts of the book that they read. What a rule cites would tell less and mislead more: all
/// rules about Article 8A cite it, but only one compatibility route needs the five factors.
/// </summary>
public static class RulesAbout
{
    private static readonly (string Rule, Func<LawEntry, bool> LooksAt)[] Table =
    [
        ("DSA-015", entry => entry is CompatibilityRoute { NeedsFactors: true }),
        ("DSA-016", entry => entry is CompatibilityRoute { WhenCollectedWithConsent: ReuseOfConsentedData.NotAllowed }),
        (
            "DSA-017",
            entry =>
                entry
                    is CompatibilityRoute { WhenCollectedWithConsent: ReuseOfConsentedData.OnlyIfConsentCannotBeExpected }
                        or CompatibilityRoute { OnlyWhenCollectedWithConsent: true }
        ),
        ("DSA-018", entry => entry is CompatibilityRoute { ClosedToPublicTasks: true }),
        ("DSA-021", entry => entry is LawfulBasis { ClosedToPublicTasks: true, NeedsRecognisedInterest: false }),
        ("DSA-022", entry => entry is LawfulBasis { ClosedToPublicTasks: true, NeedsRecognisedInterest: true }),
        ("DSA-023", entry => entry is LawfulBasis { NeedsRecognisedInterest: true }),
        ("DSA-024", entry => entry is RecognisedInterest { NeedsRequest: true }),
        ("DSA-025", entry => entry.Code is "A6-F"),
        ("DSA-026", entry => entry.Code is "A6-C"),
        ("DSA-027", entry => entry.Code is "A6-E"),
        ("DSA-028", entry => entry.Code is "A6-A"),
        ("DSA-029", entry => entry.Code is "A6-A"),
        ("DSA-030", entry => entry.Code is "A6-D"),
        ("DSA-031", entry => entry.Code is "A6-B"),
        ("DSA-032", entry => entry is LawfulBasis { RightToObject: true }),
        ("DSA-034", entry => entry is SpecialCategoryCondition { Schedule1AnyOf.Count: > 0 }),
        ("DSA-035", entry => entry is Schedule1Paragraph { PolicyDocument: not PolicyDocumentNeed.NotNeeded }),
        ("DSA-036", entry => entry is Schedule1Paragraph { SubstantialPublicInterest: true }),
        ("DSA-037", entry => entry is Schedule1Paragraph { ReasonForNoConsent: not ReasonForNoConsent.No }),
        ("DSA-038", entry => entry is SpecialCategoryCondition { NeedsExplicitConsent: true }),
        ("DSA-039", entry => entry is SpecialCategoryCondition { NeedsDutyOfConfidentiality: true }),
        ("DSA-040", entry => entry is SpecialCategoryCondition { NeedsResearchSafeguards: true } || entry.Code is "S1-04" or "PL-RAS"),
        (
            "DSA-041",
            entry =>
                entry
                    is OffenceDataBasis { NeedsSchedule1: true }
                        or Schedule1Paragraph { ReasonForNoConsent: ReasonForNoConsent.AsUnderlying }
        ),
        ("DSA-042", entry => entry is OffenceDataBasis { NeedsOfficialAuthority: true }),
        ("DSA-043", entry => entry is LawEnforcementBasis),
        ("DSA-046", entry => entry is Schedule8Condition or { Code: "P3-CONSENT" }),
        ("DSA-047", entry => entry is Gateway gateway && (gateway.IsOnly(GatewayType.Bar) || !gateway.IsPowerToDisclose)),
        ("DSA-048", entry => entry is Gateway { SpecifiedPersons.Count: > 0 } or Gateway { NamesSides: true }),
        ("DSA-049", entry => entry is Gateway { AllowedPurposeCodes: not null }),
        ("DSA-050", _ => true),
        ("DSA-051", entry => entry.Code is "GW-DEA64"),
        ("DSA-052", entry => entry is Gateway { RegisterRequired: true } or Gateway { PilotApprovalRequired: true }),
        ("DSA-053", entry => entry is Gateway gateway && gateway.IsOnly(GatewayType.Implied)),
        ("DSA-055", entry => entry is ConfidentialityRoute { NeedsSection251Details: true }),
        ("DSA-056", entry => entry is ConfidentialityRoute { IndividualCareOnly: true }),
        ("DSA-058", entry => entry is Gateway { LiftsBars.Count: > 0 }),
        ("DSA-076", entry => entry is LawfulBasis { ClosedToSolelyAutomatedDecisions: true }),
        (
            "DSA-089",
            entry =>
                entry
                    is TransferMechanism { NeedsRiskAssessment: true }
                        or TransferMechanism { Route: TransferRoute.Adequacy or TransferRoute.Derogation, LawEnforcement: false }
        ),
        ("DSA-108", entry => entry is TransferMechanism { ClosedToPublicPowers: true }),
        ("DSA-110", entry => entry is Gateway { ExcludedDataCategories.Count: > 0 }),
        ("DSA-112", entry => entry.Code is "GW-NHS251" || entry is ConfidentialityRoute route && route.Extent.Count < Nations.All.Count),
        ("DSA-114", entry => entry.Code is "CLDC-LAW" || entry is Gateway { SetsConfidenceAside: not null }),
        ("DSA-115", entry => entry.Code is "CLDC-NA"),
        ("DSA-116", entry => entry.Code is "CLDC-OPI"),
        ("DSA-117", entry => entry.Code is "CLDC-COURT" || entry is Gateway { NeedsReference: not null }),
        ("DSA-118", entry => entry.Code is "CLDC-EXPL" or "CLDC-IMPL" or "CLDC-NA"),
        ("DSA-121", entry => entry.Code is "A6-F" or "A6-EA"),
        ("DSA-127", entry => entry.Code is "A6-C"),
        ("DSA-128", entry => entry.Code is "A6-E"),
        ("DSA-129", entry => entry.Code is "S1-06"),
        ("DSA-130", entry => entry.Code is "A6-A"),
        ("DSA-132", entry => entry.Code is "CLDC-S251" or "GW-NHS251"),
        ("DSA-133", entry => entry.Code is Gateway.OtherEnactment),
        ("DSA-134", entry => entry.Code is Gateway.OtherEnactment),
        ("DSA-135", entry => entry is Exemption && entry.Code.StartsWith("EX-S", StringComparison.Ordinal)),
    ];

    /// <summary>Every rule that looks at some entry.</summary>
    public static IReadOnlyList<string> Rules { get; } = [.. Table.Select(row => row.Rule)];

    // DSA-050 asks of every provision whether it is in force, and of a gateway where it applies.
    private static bool IsAboutExtent(RuleEntry rule) => rule.Id == "DSA-050" && rule.Topics.Any(topic => topic.Slug == "gateways");

    public static IReadOnlyList<RuleEntry> Of(LawEntry entry, LawBook book)
    {
        var ids = Table.Where(row => row.LooksAt(entry)).Select(row => row.Rule).ToHashSet(StringComparer.Ordinal);
        return [.. RuleEntry.In(book).Where(rule => ids.Contains(rule.Id) && (entry is Gateway || !IsAboutExtent(rule)))];
    }
}
