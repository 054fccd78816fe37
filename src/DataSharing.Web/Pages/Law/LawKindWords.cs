using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>The kinds of entry, one of them.</summary>
internal static class LawKindWords
{
    public static string Of(string kind) =>
        kind switch
        {
            nameof(LawfulBasis) => "A lawful basis of Article 6",
            nameof(RecognisedInterest) => "A recognised legitimate interest of Annex 1",
            nameof(CompatibilityRoute) => "A route of Article 8A to a new use",
            nameof(SpecialCategoryCondition) => "A condition of Article 9",
            nameof(Schedule1Paragraph) => "A condition of Schedule 1",
            nameof(OffenceDataBasis) => "A basis of Article 10",
            nameof(LawEnforcementBasis) => "A basis of Part 3",
            nameof(Schedule8Condition) => "A condition of Schedule 8",
            nameof(ConfidentialityRoute) => "A route through confidentiality",
            nameof(Gateway) => "A gateway",
            nameof(Exemption) => "An exemption from rights",
            _ => "A transfer mechanism",
        };
}
