using DataSharing.Domain.Agreements.Content;

namespace DataSharing.Domain.Rules;

/// <summary>The thresholds that are nobody's law: what this portal has decided, and an operator may change.</summary>
public sealed record Policy
{
    public static Policy Default { get; } = new();

    /// <summary>People. No statute gives a number.</summary>
    public long LargeScale { get; init; } = 10_000;

    /// <summary>Characters.</summary>
    public int ShortestPurpose { get; init; } = 50;

    public ValueList<string> VaguePhrases { get; init; } = ["improve services", "any lawful purpose", "and other purposes", "as required"];

    public int ReviewWithinMonths { get; init; } = 24;

    public int ReviewWithinMonthsIfHighRisk { get; init; } = 12;

    public int LongestYears { get; init; } = 5;

    public int LongRetentionYears { get; init; } = 7;

    public int TellPartnersWithinHours { get; init; } = 24;

    public int PrivacyNoticeMonths { get; init; } = 12;

    public int LaySummaryWords { get; init; } = 250;

    /// <summary>Years of age.</summary>
    public double LaySummaryReadingAge { get; init; } = 14;

    /// <summary>Records that share a combination of indirect identifiers.</summary>
    public int SmallestGroup { get; init; } = 3;

    /// <summary>Organisations, as <c>scheme:value</c>, whose data a panel of their own releases.</summary>
    public ValueSet<string> OrganisationsWithPanel { get; init; } =
        ["GOVUK-SLUG:department-for-education", "GOVUK-SLUG:nhs-england", "GB-NHS:X26", "GOVUK-SLUG:office-for-national-statistics"];
}
