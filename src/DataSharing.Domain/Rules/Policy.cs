using System.Text.Json;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules;

/// <summary>
/// The thresholds that are nobody's law: what this portal has decided. Two administrators change them together
/// (<see cref="Editions.Edition"/>), and what was judged keeps the policy's number. What each means, in words, is in
/// <see cref="PolicySetting"/>.
/// </summary>
public sealed record Policy
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = false,
        Converters = { new ValueJsonConverter() },
    };

    /// <summary>The policy that comes with the portal.</summary>
    public static Policy First { get; } = new();

    /// <summary>1, 2, 3.</summary>
    public int Number { get; init; } = 1;

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
    public int LaySummaryReadingAge { get; init; } = 14;

    /// <summary>Records that share a combination of indirect identifiers.</summary>
    public int SmallestGroup { get; init; } = 3;

    /// <summary>Days before evidence that is renewed yearly runs out.</summary>
    public int EvidenceWarningDays { get; init; } = 60;

    /// <summary>Working days for a stage of the route.</summary>
    public int WorkingDaysToDecide { get; init; } = 10;

    public int WorkingDaysToSign { get; init; } = 20;

    /// <summary>Organisations, as <c>scheme:value</c>, whose data a panel of their own releases.</summary>
    public ValueSet<string> OrganisationsWithPanel { get; init; } =
    ["GOVUK-SLUG:department-for-education", "GOVUK-SLUG:nhs-england", "GB-NHS:X26", "GOVUK-SLUG:office-for-national-statistics"];

    /// <summary>What fixes no period at all, though it is written where a period is asked for.</summary>
    public ValueList<string> VagueRetention { get; init; } =
    [
        "as long as is necessary",
        "as long as necessary",
        "as long as needed",
        "as long as required",
        "until no longer needed",
        "until no longer required",
        "until no longer necessary",
        "when no longer needed",
        "when no longer required",
        "when no longer necessary",
        "no longer than necessary",
        "indefinitely",
        "permanently",
        "for ever",
        "forever",
        "tbc",
        "to be confirmed",
        "n/a",
    ];

    /// <summary>How words begin that speak of special category data.</summary>
    public ValueList<string> SensitiveWords { get; init; } =
    [
        "ethnic",
        "racial",
        "religio",
        "disab",
        "diagnos",
        "medic",
        "mental",
        "health",
        "illness",
        "allerg",
        "pregnan",
        "sexual",
        "biometric",
        "fingerprint",
        "genetic",
        "trade union",
        "political",
    ];

    /// <summary>How words begin that speak of criminal offence data.</summary>
    public ValueList<string> OffenceWords { get; init; } =
    ["convict", "offen", "caution", "arrest", "suspect", "sentenc", "bail", "custody"];

    /// <summary>Organisations that hold what they know of people under a statutory bar (<see cref="BarHolder"/>).</summary>
    public ValueList<string> BarHolders { get; init; } =
    [
        "HMRC GOVUK-SLUG:hm-revenue-customs",
        "HMRC GOVUK-SLUG:valuation-office-agency",
        "DWP GOVUK-SLUG:department-for-work-pensions",
        "Statistics GOVUK-SLUG:office-for-national-statistics",
        "Statistics GOVUK-SLUG:uk-statistics-authority",
    ];

    /// <summary>Years of age from which a child may consent to an online service alone.</summary>
    public int DigitalAge { get; init; } = 13;

    /// <summary>Reads a policy strictly: an unknown, duplicate or senseless member is refused.</summary>
    /// <exception cref="InvalidPolicyException">With everything that is wrong.</exception>
    public static Policy Read(ReadOnlySpan<byte> utf8)
    {
        var policy = ReadKept(utf8);
        return PolicySetting.Objections(policy).ToArray() is { Length: > 0 } objections
            ? throw new InvalidPolicyException(objections)
            : policy;
    }

    /// <summary>
    /// Reads what was checked when it was kept: a bound that came into the portal later does not shut a released policy out.
    /// </summary>
    /// <exception cref="InvalidPolicyException">It is no policy at all.</exception>
    public static Policy ReadKept(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<Policy>(utf8, Strict) ?? throw new JsonException("The file holds null.");
        }
        catch (JsonException e)
        {
            throw new InvalidPolicyException([e.Message], e);
        }
    }

    /// <summary>As <see cref="Read"/> reads it.</summary>
    public byte[] Write() => CanonicalJson.Serialize(JsonSerializer.SerializeToUtf8Bytes(this, Strict));
}
