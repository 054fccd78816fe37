namespace DataSharing.Domain.Content;

/// <summary>A data protection impact assessment (UK GDPR Art 35, DPA 2018 s64; §4.13).</summary>
public sealed record Dpia : IItem
{
    public required string Id { get; init; }
    public string? Ref { get; init; }

    /// <summary>Empty means that it covers all controllers.</summary>
    [RefersTo(ItemKinds.Party)]
    public ValueSet<string> Controllers { get; init; } = [];
    public DpiaStatus? Status { get; init; }
    public ValueSet<DpiaTrigger> Triggers { get; init; } = [];
    public RiskLevel? ResidualRisk { get; init; }
    public DpoAdvice? DpoAdvice { get; init; }

    /// <summary>Prior consultation of the regulator (Art 36, s65).</summary>
    public RegulatorConsultation? IcoConsultation { get; init; }
}

public enum DpiaStatus
{
    NotStarted,
    Screening,
    Draft,
    AwaitingApproval,
    Approved,
    Refused,
}

/// <summary>The regulator's list under Art 35(4). Children and Vulnerable mean sharing that is aimed at them.</summary>
public enum DpiaTrigger
{
    LargeScale,
    SpecialCategory,
    CriminalOffence,
    ADM,
    PublicMonitoring,
    DataMatching,
    DenialOfService,
    LargeScaleProfiling,
    PhysicalHarm,
    InvisibleProcessing,
    InnovativeTech,
    Biometric,
    Genetic,
    Tracking,
    Children,
    Vulnerable,
    Part3HighRisk,
}

public enum RiskLevel
{
    Low,
    Medium,
    High,
}

public sealed record DpoAdvice
{
    public string? Text { get; init; }
    public bool? Followed { get; init; }
    public string? ReasonIfNot { get; init; }
}

public sealed record RegulatorConsultation
{
    public DateOnly? Date { get; init; }
    public string? Outcome { get; init; }
}

/// <summary>A risk of the sharing, and what is done about it.</summary>
public sealed record RiskEntry : IItem
{
    public required string Id { get; init; }

    /// <summary>What could go wrong.</summary>
    public string? Risk { get; init; }

    /// <summary>Whom it would harm.</summary>
    public string? ToWhom { get; init; }
    public Likelihood? Likelihood { get; init; }
    public HarmSeverity? Severity { get; init; }

    /// <summary>What keeps it small.</summary>
    public string? Control { get; init; }

    /// <summary>Who answers for the control.</summary>
    public string? Owner { get; init; }
}

/// <summary>The steps of the regulator's template of an impact assessment.</summary>
public enum Likelihood
{
    Remote,
    Possible,
    Probable,
}

/// <summary>The steps of the regulator's template of an impact assessment.</summary>
public enum HarmSeverity
{
    Minimal,
    Significant,
    Severe,
}
