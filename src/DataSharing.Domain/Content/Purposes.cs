namespace DataSharing.Domain.Content;

/// <summary>One thing that the data is used for (§4.3).</summary>
public sealed record Purpose : IItem
{
    public required string Id { get; init; }
    public PurposeCode? Code { get; init; }

    /// <summary>The objectives in the terms of the cited gateways; several if several gateways are cited.</summary>
    [LawCode(LawVocabulary.GatewayPurpose)]
    public ValueSet<string> GatewayPurposeCode { get; init; } = [];
    public string? Description { get; init; }
    public string? WhyNecessary { get; init; }
    public string? WhyNotLess { get; init; }
    public string? ConsequencesOfNotSharing { get; init; }

    /// <summary>The parties that collected the data for something else (UK GDPR Art 8A).</summary>
    [RefersTo(ItemKinds.Party)]
    public ValueSet<string> IsNewPurposeFor { get; init; } = [];
    public string? OriginalPurpose { get; init; }

    [LawCode(LawVocabulary.Art6)]
    public string? OriginalBasis { get; init; }

    [LawCode(LawVocabulary.Compatibility)]
    public string? CompatibilityRoute { get; init; }
    public CompatibilityFactors? CompatibilityFactors { get; init; }
    public string? WhyNotReconsent { get; init; }

    /// <summary>Research, archiving or statistics (UK GDPR Art 84A).</summary>
    public bool? IsResearchOrStats { get; init; }

    /// <summary>A law-enforcement purpose (DPA 2018 s31).</summary>
    public bool? IsLawEnforcement { get; init; }
    public string? StopCondition { get; init; }
    public ValueList<string> PermittedUses { get; init; } = [];
    public ValueList<string> ProhibitedUses { get; init; } = [];
}

public enum PurposeCode
{
    DirectCare,
    SocialCareDelivery,
    PublicServiceDelivery,
    Safeguarding,
    ElectoralRegistration,
    Research,
    OfficialStatistics,
    PlanningCommissioning,
    Audit,
    Evaluation,
    CrimePreventionDetection,
    FraudPrevention,
    DebtRecovery,
    Insurance,
    EmergencyResponse,
    Regulation,
    Other,
}

/// <summary>The five factors of the compatibility test (UK GDPR Art 8A(2)), in the order of the law.</summary>
public sealed record CompatibilityFactors
{
    public string? Link { get; init; }
    public string? Context { get; init; }
    public string? Nature { get; init; }
    public string? Consequences { get; init; }
    public string? Safeguards { get; init; }
}
