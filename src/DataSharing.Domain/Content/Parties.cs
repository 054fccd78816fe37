namespace DataSharing.Domain.Content;

/// <summary>
/// An organisation that takes part, as it stood when it was added (§4.2). Who may decide or sign comes from memberships alone.
/// </summary>
public sealed record Party : IItem
{
    public required string Id { get; init; }

    /// <summary>Our organisation, by its identifier: <c>scheme:value</c>, for example <c>ONS-GSS:E08000034</c>.</summary>
    public string? OrgId { get; init; }
    public string? Name { get; init; }
    public ValueSet<PartyRole> Roles { get; init; } = [];
    public ValueList<OrganisationIdentifier> Identifiers { get; init; } = [];

    /// <summary>
    /// A public authority in the sense of DPA 2018 s7: listed for freedom of information, while performing its public task.
    /// </summary>
    public bool? IsPublicAuthority { get; init; }

    /// <summary>Any body of public law.</summary>
    public bool? PublicBody { get; init; }

    /// <summary>A competent authority for law enforcement (DPA 2018 s30).</summary>
    public bool? IsCompetentAuthority { get; init; }

    /// <summary>Acts under official authority (UK GDPR Art 10).</summary>
    public bool? ExercisesOfficialAuthority { get; init; }
    public Sector? Sector { get; init; }
    public Jurisdiction? Jurisdiction { get; init; }

    /// <summary>Registration number of the data-protection fee (ICO-REG).</summary>
    public string? IcoRegistration { get; init; }
    public FeeExemption? IcoExemption { get; init; }

    /// <summary>Data Protection Officer.</summary>
    public string? Dpo { get; init; }

    /// <summary>Senior information risk owner.</summary>
    public string? Siro { get; init; }

    /// <summary>Information asset owner.</summary>
    public string? Iao { get; init; }

    /// <summary>The postal address, as it stands in the signing block.</summary>
    public string? Address { get; init; }
    public string? OperationalContact { get; init; }
    public string? PublicContact { get; init; }
    public ValueList<Signatory> AuthorisedSignatory { get; init; } = [];
    public string? CaldicottGuardian { get; init; }
    public BreachContact? BreachContact { get; init; }

    /// <summary>Where people complain about the use of their data (DPA 2018 s164A).</summary>
    public string? ComplaintsRoute { get; init; }
    public ConfidentialityDuty? ConfidentialityDuty { get; init; }

    /// <summary>Appropriate policy documents (DPA 2018 Sch 1 para 39, s42).</summary>
    public ValueList<PolicyDocument> Apd { get; init; } = [];
    public ValueList<Assurance> Assurances { get; init; } = [];

    /// <summary>The arrangement between joint controllers (UK GDPR Art 26, DPA 2018 s58).</summary>
    public JointControllerArrangement? Art26 { get; init; }

    /// <summary>The processor's contract (UK GDPR Art 28).</summary>
    public ProcessorContract? Art28 { get; init; }

    /// <summary>Whose instructions a processor follows.</summary>
    [RefersTo(ItemKinds.Party)]
    public ValueSet<string> ProcessorFor { get; init; } = [];
}

public enum PartyRole
{
    Controller,
    JointController,
    CompetentAuthority,
    Processor,
    SubProcessor,
    TrustedThirdParty,
    DataProvider,
    DataRecipient,

    /// <summary>Legal in a draft, an error at submission (DSA-113).</summary>
    Unknown,
}

public enum Sector
{
    CentralGov,
    LocalGov,
    Health,
    Police,
    Education,
    HE,
    Charity,
    Commercial,
    Regulator,
    Other,
}

/// <summary>Why no data-protection fee is due (Data Protection (Charges and Information) Regulations 2018, Schedule).</summary>
public enum FeeExemption
{
    PublicRegister,
    JudicialFunctions,
    ElectedRepresentative,
    NotForProfit,
    StaffAdministration,
    AdvertisingMarketingPr,
    AccountsAndRecords,
    PersonalFamilyHousehold,
    NoAutomatedProcessing,
}

/// <summary>What binds a party to professional secrecy (UK GDPR Art 9(3), DPA 2018 s11(1)).</summary>
public enum ConfidentialityDuty
{
    HealthProfessional,
    SocialWorkProfessional,
    DutyUnderLaw,
    ContractOnly,
    None,
}

/// <summary>An identifier by which registers can be matched (§6.5).</summary>
public sealed record OrganisationIdentifier : IItem
{
    public required string Id { get; init; }

    /// <summary>For example GB-COH, ONS-GSS, GB-NHS, GOVUK-SLUG.</summary>
    public string? Scheme { get; init; }
    public string? Value { get; init; }
}

public sealed record Signatory : IItem
{
    public required string Id { get; init; }
    public string? Contact { get; init; }

    /// <summary>Evidence of the authority to sign.</summary>
    public string? Authority { get; init; }
}

public sealed record BreachContact
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone24h { get; init; }
}

public sealed record PolicyDocument : IItem
{
    public required string Id { get; init; }
    public string? Ref { get; init; }

    /// <summary>The Sch 1 conditions it covers, and P3 for sensitive processing under Part 3.</summary>
    [LawCode(LawVocabulary.PolicyDocument)]
    public ValueSet<string> CoversSch1 { get; init; } = [];
    public DateOnly? ReviewDue { get; init; }
}

public sealed record Assurance : IItem
{
    public required string Id { get; init; }
    public AssuranceType? Type { get; init; }

    /// <summary>For DSPT.</summary>
    public AssuranceLevel? Level { get; init; }
    public string? Ref { get; init; }
    public DateOnly? ValidTo { get; init; }
}

public enum AssuranceType
{
    DSPT,
    CyberEssentials,
    CyberEssentialsPlus,
    ISO27001,
    SOC2,
    DEAProcessor,
    EquivalentApproved,
}

/// <summary>Results of the NHS Data Security and Protection Toolkit, from the worst to the best.</summary>
public enum AssuranceLevel
{
    StandardsNotMet,
    Approaching,
    StandardsMet,
    StandardsExceeded,
}

public sealed record JointControllerArrangement
{
    /// <summary>The arrangement, or the enactment that already fixes the responsibilities.</summary>
    public string? Ref { get; init; }
    public bool? EssencePublished { get; init; }
    public string? ContactPoint { get; init; }

    /// <summary>Who does what.</summary>
    public string? Allocation { get; init; }
}

public sealed record ProcessorContract
{
    public string? ContractRef { get; init; }
    public DateOnly? ValidTo { get; init; }
    public bool? SubProcessorsAllowed { get; init; }
}
