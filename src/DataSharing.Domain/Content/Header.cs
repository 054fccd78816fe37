using System.Text.Json.Serialization;

namespace DataSharing.Domain.Content;

public enum AgreementType
{
    DSA,
    ISA,
    ISP,
    MoU,
    DDA,
    JointControllerArrangement,
    FrameworkIndividualLevel,
    TreAccess,
    LookupService,
}

/// <summary>Nations, and the two unions of nations that <c>expand</c> in §3 takes apart.</summary>
public enum Jurisdiction
{
    England,
    Wales,
    Scotland,
    NI,
    GB,
    UK,
}

public enum Classification
{
    [JsonStringEnumMemberName("OFFICIAL")]
    Official,

    [JsonStringEnumMemberName("OFFICIAL-SENSITIVE")]
    OfficialSensitive,

    [JsonStringEnumMemberName("SECRET")]
    Secret,

    [JsonStringEnumMemberName("N/A")]
    NotApplicable,
}

/// <summary>When and why the agreement is looked at again, beside the day of the first review.</summary>
public sealed record ReviewPlan
{
    /// <summary>In months.</summary>
    public int? EveryMonths { get; init; }

    /// <summary>What brings a review forward.</summary>
    public ValueSet<ReviewTrigger> Triggers { get; init; } = [];

    /// <summary>Who reviews it: a role or a board.</summary>
    public string? By { get; init; }
}

public enum ReviewTrigger
{
    LawChange,
    Breach,
    NewData,
    NewPartner,
    Complaint,
}

/// <summary>A start before approval, at most 14 days (ICO code, urgent situations; T24).</summary>
public sealed record EmergencyStart
{
    public string? Approver { get; init; }
    public string? Reason { get; init; }
    public string? MinimumData { get; init; }
    public DateOnly? Until { get; init; }
}
