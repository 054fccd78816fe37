using System.Text.Json.Serialization;

namespace DataSharing.Domain.Content;

/// <summary>How the data is protected wherever the agreement puts it (§4.8); encryption belongs to the flow.</summary>
public sealed record SecurityMeasures
{
    public ValueSet<AssuranceType> AssuranceRequired { get; init; } = [];
    public string? AccessControl { get; init; }

    /// <summary>Multi-factor authentication.</summary>
    public bool? Mfa { get; init; }
    public Vetting? Vetting { get; init; }
    public Training? Training { get; init; }
    public DateOnly? PenTestDate { get; init; }

    [Duration]
    public string? LoggingRetention { get; init; }
    public IncidentPlan? Incident { get; init; }

    /// <summary>For retention rows that do not say.</summary>
    public DisposalMethod? DisposalMethod { get; init; }
    public DisposalEvidence? DisposalEvidence { get; init; }
}

public enum Vetting
{
    BPSS,
    SC,
    DBS,
    None,
}

public enum Training
{
    Annual,
    InductionOnly,
    None,
}

public sealed record IncidentPlan
{
    public int? NotifyPartnersWithinHours { get; init; }
    public string? WhoTellsRegulator { get; init; }
    public string? WhoTellsSubjects { get; init; }
}

public enum DisposalMethod
{
    CryptoErase,

    [JsonStringEnumMemberName("NIST800-88Purge")]
    Nist80088Purge,
    Shred,
    AutomatedDeletion,
}

public enum DisposalEvidence
{
    Certificate,
    Log,
}

/// <summary>What the staff who share need to know.</summary>
public sealed record StaffInstructions
{
    public string? WhoMayAsk { get; init; }
    public string? WhoMayDisclose { get; init; }

    /// <summary>How staff learn of the agreement and of their part in it.</summary>
    public string? HowStaffLearn { get; init; }

    /// <summary>Where the working guidance is.</summary>
    public string? Guidance { get; init; }
}
