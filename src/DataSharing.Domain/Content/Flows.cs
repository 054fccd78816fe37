namespace DataSharing.Domain.Content;

/// <summary>A movement of data, or of access to data (§4.6).</summary>
public sealed record Flow : IItem
{
    public required string Id { get; init; }

    [RefersTo(ItemKinds.Party | ItemKinds.PermittedRecipient)]
    public string? From { get; init; }

    [RefersTo(ItemKinds.Party | ItemKinds.PermittedRecipient)]
    public string? To { get; init; }

    [RefersTo(ItemKinds.Party | ItemKinds.PermittedRecipient)]
    public string? Via { get; init; }

    [RefersTo(ItemKinds.Dataset)]
    public string? DatasetId { get; init; }

    /// <summary>Empty means all fields of the dataset.</summary>
    [RefersTo(ItemKinds.Field)]
    public ValueSet<string> FieldsSubset { get; init; } = [];

    [RefersTo(ItemKinds.Purpose)]
    public ValueSet<string> PurposeIds { get; init; } = [];
    public FlowMode? Mode { get; init; }

    /// <summary>What sets the flow off.</summary>
    public string? Trigger { get; init; }
    public Frequency? Frequency { get; init; }

    /// <summary>Records in one delivery.</summary>
    public long? Volume { get; init; }
    public DataFormat? Format { get; init; }
    public FlowMethod? Method { get; init; }

    /// <summary>What the method leaves open: which meeting, whose form, which other way.</summary>
    public string? MethodDetail { get; init; }

    /// <summary>Where staff of another organisation see our system (<see cref="FlowMethod.SystemAccess"/>).</summary>
    public SystemAccess? Access { get; init; }

    /// <summary>What the people concerned know of it.</summary>
    public PeopleKnow? PeopleKnow { get; init; }
    public bool? EncryptionInTransit { get; init; }
    public bool? EncryptionAtRest { get; init; }
    public string? EncryptionDetail { get; init; }

    /// <summary>What protects the data where it is not encrypted.</summary>
    public string? EquivalentControl { get; init; }

    /// <summary>Countries where the data is, or can be seen.</summary>
    [Country]
    public ValueSet<string> ProcessingLocations { get; init; } = [];

    /// <summary>One for each country outside the UK.</summary>
    public ValueList<Transfer> Transfers { get; init; } = [];
    public LookupControls? Lookup { get; init; }
    public string? CaseProcedureRef { get; init; }

    /// <summary>Whether each disclosure is logged with its own decision.</summary>
    public bool? DisclosureLog { get; init; }
}

public enum FlowMode
{
    Bulk,
    IndividualCase,
    Lookup,
    InSituTRE,
    TwoWaySync,
}

/// <summary>The EU frequency vocabulary (<c>freq:</c>), as far as data sharing uses it.</summary>
public enum Frequency
{
    Once,
    Continuous,
    Daily,
    Weekly,
    Fortnightly,
    Monthly,
    Quarterly,
    TwiceYearly,
    Annual,
    AsNeeded,
}

public enum DataFormat
{
    Csv,
    Json,
    Xml,
    Spreadsheet,
    Document,
    Database,
    Other,
}

public enum FlowMethod
{
    SFTP,
    ApiMtls,
    SecureFileTransferPortal,
    ManagedSecureEmail,
    HSCN,
    MESH,
    TRE,
    EncryptedMedia,
    OnlineForm,
    SystemAccess,
    SharedScreen,
    Meeting,
    Telephone,
    Post,
    Other,
    PlainEmail,
    UnencryptedMedia,
    PersonalAccount,
}

/// <summary>Staff of one organisation work in the system of another.</summary>
public sealed record SystemAccess
{
    public string? System { get; init; }

    /// <summary>Who opens and closes their accounts.</summary>
    public string? AccountsBy { get; init; }

    /// <summary>How soon the account of somebody who leaves is closed.</summary>
    [Duration]
    public string? LeaversWithin { get; init; }

    /// <summary>Whether every look is logged.</summary>
    public bool? CallLog { get; init; }
}

/// <summary>What people know of the sharing of their data when it happens.</summary>
public enum PeopleKnow
{
    /// <summary>They are asked, and may say no.</summary>
    Asked,
    ToldBefore,
    ToldAfter,
    NotTold,
}

/// <summary>Data leaving the UK (UK GDPR Chapter 5, §2.10).</summary>
public sealed record Transfer : IItem
{
    public required string Id { get; init; }

    [LawCode(LawVocabulary.Transfer)]
    public string? Mechanism { get; init; }

    [Country]
    public string? Country { get; init; }

    /// <summary>Where a country is approved in part: that its condition holds.</summary>
    public bool? ConditionConfirmed { get; init; }

    /// <summary>The record of the data protection test.</summary>
    public string? TraRef { get; init; }
    public NotRestrictedReason? NotRestrictedReason { get; init; }
}

public enum NotRestrictedReason
{
    SameLegalEntity,
    ReturnToOverseasController,
    NotPersonalData,
}

public sealed record LookupControls
{
    public string? RateLimit { get; init; }

    /// <summary>What each call states as its reason.</summary>
    public string? PurposeAssertion { get; init; }
    public bool? CallLog { get; init; }
}
