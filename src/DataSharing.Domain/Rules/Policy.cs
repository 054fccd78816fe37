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
