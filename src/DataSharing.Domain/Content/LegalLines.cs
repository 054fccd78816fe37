namespace DataSharing.Domain.Content;

/// <summary>The law that one party relies on for one purpose and one activity (§4.5).</summary>
public sealed record LegalLine : IItem
{
    public required string Id { get; init; }

    [RefersTo(ItemKinds.Party)]
    public string? Party { get; init; }

    [RefersTo(ItemKinds.Purpose)]
    public string? Purpose { get; init; }
    public Activity? Activity { get; init; }

    /// <summary>Unanswered means UK GDPR.</summary>
    public LegalRegime? Regime { get; init; }

    /// <summary>Unanswered on a public authority's line counts as true.</summary>
    public bool? InPerformanceOfTask { get; init; }

    [LawCode(LawVocabulary.Art6)]
    public string? Art6 { get; init; }

    [LawCode(LawVocabulary.Annex1)]
    public string? Annex1 { get; init; }
    public string? RequestRef { get; init; }
    public string? RequesterTask { get; init; }
    public string? RequesterLaw { get; init; }

    /// <summary>The law that obliges the party (A6-C).</summary>
    public string? DutyCitation { get; init; }

    /// <summary>The law that lays down the party's own task (A6-E).</summary>
    public string? OwnTaskCitation { get; init; }

    [RefersTo(ItemKinds.Party)]
    public string? OwnTaskHolder { get; init; }

    /// <summary>Who is in the contract with the person (A6-B).</summary>
    [RefersTo(ItemKinds.Party)]
    public string? ContractingParty { get; init; }

    /// <summary>Legitimate interests assessment (A6-F).</summary>
    public LegitimateInterests? Lia { get; init; }

    /// <summary>For A6-A and A9-A.</summary>
    public Consent? Consent { get; init; }

    [LawCode(LawVocabulary.Art9)]
    public ValueSet<string> Art9 { get; init; } = [];

    /// <summary>Conditions of DPA 2018 Sch 1.</summary>
    public ValueList<Schedule1Condition> S1 { get; init; } = [];

    [LawCode(LawVocabulary.Art10)]
    public string? Art10 { get; init; }

    /// <summary>The law that lets data collected for law enforcement be used otherwise (DPA 2018 s36(4)).</summary>
    public string? S36AuthorisingLaw { get; init; }
    public Part3Basis? Part3 { get; init; }
    public ValueList<GatewayCitation> Gateways { get; init; } = [];
    public string? LegalAdviceRef { get; init; }
    public Confidentiality? Confidentiality { get; init; }

    /// <summary>Research, archiving and statistics (UK GDPR Arts 84A–84D).</summary>
    public ResearchSafeguards? Ras { get; init; }

    /// <summary>National Data Opt-out.</summary>
    public NationalDataOptOut? Ndo { get; init; }
}

public enum Activity
{
    Disclose,
    ReceiveAndUse,
    JointProcessing,
}

public enum LegalRegime
{
    UKGDPR,

    /// <summary>DPA 2018 Part 3, law enforcement.</summary>
    Part3,
}

public sealed record LegitimateInterests
{
    public string? Purpose { get; init; }
    public string? Necessity { get; init; }
    public string? Balance { get; init; }
    public AssessmentOutcome? Outcome { get; init; }
}

public enum AssessmentOutcome
{
    Pass,
    Fail,
}

public sealed record Consent
{
    public string? Wording { get; init; }
    public string? EvidenceMethod { get; init; }
    public string? WithdrawalRoute { get; init; }

    /// <summary>What becomes of data already shared when consent is withdrawn.</summary>
    public string? DownstreamEffect { get; init; }
    public bool? PowerImbalance { get; init; }

    /// <summary>The express statement that makes consent explicit (A9-A).</summary>
    public string? ExplicitStatement { get; init; }

    /// <summary>Whether consent is given to an online service, where a child is too young for it (UK GDPR Art 8).</summary>
    public bool? OnlineService { get; init; }

    /// <summary>How the service finds out how old a child is.</summary>
    public string? AgeCheck { get; init; }

    /// <summary>How a parent agrees in place of a child who is too young.</summary>
    public string? ParentalAuthorisation { get; init; }
}

/// <summary>A condition of DPA 2018 Sch 1 (§2.5).</summary>
public sealed record Schedule1Condition : IItem
{
    public required string Id { get; init; }

    [LawCode(LawVocabulary.Schedule1)]
    public string? Code { get; init; }

    /// <summary>The paragraph that S1-36 extends.</summary>
    [LawCode(LawVocabulary.Schedule1)]
    public string? Underlying { get; init; }

    /// <summary>Why it is necessary for reasons of substantial public interest.</summary>
    public string? SpiReason { get; init; }

    [LawCode(LawVocabulary.NoConsentReason)]
    public string? NoConsentReason { get; init; }

    /// <summary>Paras 20(2)–(3), 23 and 24: whether the limit to cases without consent applies at all.</summary>
    public bool? NcTrigger { get; init; }

    /// <summary>Whether the exception from the policy document is claimed.</summary>
    public bool? ExceptionClaimed { get; init; }
}

public sealed record Part3Basis
{
    [LawCode(LawVocabulary.Part3)]
    public string? Code { get; init; }
    public bool? StrictlyNecessary { get; init; }

    [LawCode(LawVocabulary.Schedule8)]
    public ValueSet<string> Sch8 { get; init; } = [];
}

/// <summary>A power or duty that is relied on (§2.9).</summary>
public sealed record GatewayCitation : IItem
{
    public required string Id { get; init; }

    [LawCode(LawVocabulary.Gateway)]
    public string? Code { get; init; }

    /// <summary>The section or regulation within it; where the law asks for one, the order or request.</summary>
    public string? CitationDetail { get; init; }

    /// <summary>For an enactment that the law book does not hold (GW-OTHER): its title, with the year.</summary>
    public string? OtherTitle { get; init; }
    public string? OtherSection { get; init; }
    public EnactmentKind? OtherKind { get; init; }

    /// <summary>Why it covers this sender, recipient and purpose.</summary>
    public string? OtherWhy { get; init; }
    public string? OtherUrl { get; init; }
}

/// <summary>What an enactment that the law book does not hold does.</summary>
public enum EnactmentKind
{
    Power,
    Duty,
    Implied,
}

public sealed record Confidentiality
{
    [LawCode(LawVocabulary.Confidentiality)]
    public string? Code { get; init; }
    public string? Reason { get; init; }

    /// <summary>Support under NHS Act 2006 s251.</summary>
    public Section251Support? Cag { get; init; }
}

public sealed record Section251Support
{
    public string? Ref { get; init; }

    /// <summary>Of the Health Service (Control of Patient Information) Regulations 2002: 2, 3 or 5.</summary>
    public int? Regulation { get; init; }
    public string? Conditions { get; init; }
    public DateOnly? ReviewDue { get; init; }

    /// <summary>Which body of regulation 3(3) acts, or the Secretary of State's notice.</summary>
    public string? Reg3Basis { get; init; }
}

public sealed record ResearchSafeguards
{
    public ValueSet<Art84bGround> Art84bGround { get; init; } = [];
    public string? PublicInterest { get; init; }
    public ValueList<string> Safeguards { get; init; } = [];
    public bool? UsedForDecisionsAboutIndividuals { get; init; }
    public bool? LikelySubstantialHarm { get; init; }
    public bool? ApprovedMedicalResearch { get; init; }
}

/// <summary>Why research needs personal data (UK GDPR Art 84B(1)).</summary>
public enum Art84bGround
{
    Collection,
    ConvertToNonIdentifying,
    CannotOtherwiseBeFulfilled,
}

public sealed record NationalDataOptOut
{
    public bool? Applied { get; init; }
    public NdoExemption? Exemption { get; init; }

    /// <summary>What exempts it: the direction, the letter of support, the regulation.</summary>
    public string? Basis { get; init; }
}

public enum NdoExemption
{
    Consent,
    LegalRequirement,
    OverridingPublicInterest,
    Anonymised,
    SpecificExemption,
}
