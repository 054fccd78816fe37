namespace DataSharing.Domain.Content;

/// <summary>
/// What is agreed, and nothing else (§4): one immutable value for draft and final. Every member is optional, because completeness is
/// a rule's business; a null answer is an unanswered question. Members are named as in §4.
/// </summary>
public sealed record AgreementContent
{
    public const int TitleMaxLength = 120;

    // Header (§4.1)
    [Longest(TitleMaxLength)]
    public string? Title { get; init; }

    /// <summary>The title in Welsh, for a public body in Wales.</summary>
    [Longest(TitleMaxLength)]
    public string? TitleCy { get; init; }
    public AgreementType? AgreementType { get; init; }

    /// <summary>The reference of the overarching protocol that this agreement hangs beneath.</summary>
    public string? ParentAgreement { get; init; }

    /// <summary>The sections that are taken from the overarching protocol as they stand there.</summary>
    public ValueSet<Section> Inherits { get; init; } = [];

    /// <summary>SHA-256, in hexadecimal, of the protocol's content as it was signed: so nobody changes what was taken from it.</summary>
    public string? ParentHash { get; init; }

    /// <summary>Where the agreement applies.</summary>
    public ValueSet<Jurisdiction> Jurisdictions { get; init; } = [];

    /// <summary>The areas that it covers, by their codes of the Office for National Statistics (GSS), for example E08000034.</summary>
    public ValueSet<string> Areas { get; init; } = [];
    public Classification? Classification { get; init; }

    /// <summary>The party that leads, and answers for the agreement as a whole.</summary>
    [RefersTo(ItemKinds.Party)]
    public string? LeadParty { get; init; }

    /// <summary>Whom to ask about the agreement: a role and a mailbox.</summary>
    public string? AgreementContact { get; init; }

    /// <summary>Plain English for the public register, at most 250 words.</summary>
    public string? LaySummary { get; init; }

    /// <summary>The summary in Welsh.</summary>
    public string? LaySummaryCy { get; init; }

    /// <summary>The first day of the sharing; the same in all versions.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day of the sharing, included.</summary>
    public DateOnly? EndDate { get; init; }
    public DateOnly? ReviewDate { get; init; }
    public ReviewPlan? Review { get; init; }

    /// <summary>For version 2.0 and later: the day this version replaces the one in force. Otherwise the start date counts.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>The reference and version that this one renews.</summary>
    public string? RenewalOf { get; init; }
    public EmergencyStart? Emergency { get; init; }

    // §4.2 to §4.6
    public ValueList<Party> Parties { get; init; } = [];
    public ValueList<Purpose> Purposes { get; init; } = [];
    public ValueList<Dataset> Datasets { get; init; } = [];
    public ValueList<LegalLine> LegalLines { get; init; } = [];
    public ValueList<Flow> Flows { get; init; } = [];

    // Anonymity and disclosure control (§4.7)
    public ValueList<Technique> Techniques { get; init; } = [];
    public ReidentificationTest? Reid { get; init; }
    public Linkage? Linkage { get; init; }
    public Outputs? Outputs { get; init; }
    public FiveSafes? FiveSafes { get; init; }
    public DigitalEconomyActEvidence? Dea { get; init; }

    // Security (§4.8)
    public SecurityMeasures? Security { get; init; }
    public StaffInstructions? StaffInstructions { get; init; }

    // Public trust (§4.9)
    public ValueList<PrivacyNotice> PrivacyNotices { get; init; } = [];
    public RegisterEntry? Register { get; init; }
    public ValueList<Engagement> Engagement { get; init; } = [];
    public ValueList<OptOut> OptOuts { get; init; } = [];
    public string? ChildrenStatement { get; init; }
    public string? EqualityImpact { get; init; }
    public EthicsReview? Ethics { get; init; }
    public AutomatedDecisions? Adm { get; init; }

    /// <summary>Address of the algorithmic transparency record.</summary>
    public string? AtrsRef { get; init; }

    // Rights and complaints (§4.10)
    public Rights? Rights { get; init; }

    // Retention, onward sharing, ending (§4.11)
    public ValueList<Retention> Retention { get; init; } = [];
    public OnwardSharing? Onward { get; init; }
    public ValueList<Recipient> PermittedRecipients { get; init; } = [];
    public ValueList<Recipient> ConditionalRecipients { get; init; } = [];
    public ValueList<Recipient> ProhibitedRecipients { get; init; } = [];
    public Termination? Termination { get; init; }
    public string? Variation { get; init; }
    public string? DisputeResolution { get; init; }
    public string? ExitPlan { get; init; }
    public string? Liability { get; init; }
    public string? Ip { get; init; }
    public string? Charges { get; init; }
    public string? GoverningLaw { get; init; }
    public Execution? Execution { get; init; }

    // Benefits (§4.12)
    public ValueList<Benefit> Benefits { get; init; } = [];
    public ValueList<string> Disbenefits { get; init; } = [];
    public bool? CommercialUse { get; init; }
    public string? PublicBenefitTest { get; init; }
    public ValueList<ExpectedOutput> ExpectedOutputs { get; init; } = [];
    public Funder? Funder { get; init; }

    // Assessments and evidence (§4.13)
    public ValueList<Dpia> Dpia { get; init; } = [];

    /// <summary>Why a data protection impact assessment is not needed (dpia.screening).</summary>
    public string? DpiaScreening { get; init; }
    public ValueList<RiskEntry> Risks { get; init; } = [];
}
