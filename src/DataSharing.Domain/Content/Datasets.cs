using System.Text.Json.Serialization;

namespace DataSharing.Domain.Content;

/// <summary>Data about certain people, as the recipient of its flows gets to see it (§4.4).</summary>
public sealed record Dataset : IItem
{
    public required string Id { get; init; }
    public string? Name { get; init; }
    public string? Description { get; init; }
    public string? CatalogueIri { get; init; }

    /// <summary>The party where the data originates.</summary>
    [RefersTo(ItemKinds.Party)]
    public string? Controller { get; init; }
    public bool? PopulationPartial { get; init; }

    /// <summary>Who is missing.</summary>
    public string? CoverageNote { get; init; }
    public ValueList<SubjectClass> SubjectClasses { get; init; } = [];
    public long? EstimatedSubjects { get; init; }

    /// <summary>The drafter's own mark; the size counts besides.</summary>
    public bool? LargeScale { get; init; }

    /// <summary>Whose records are selected; <c>All</c> means everybody's.</summary>
    public string? CohortFilter { get; init; }
    public Period? Period { get; init; }

    /// <summary>Outside the UK GDPR, and yet perhaps confidential.</summary>
    public bool? DeceasedOnly { get; init; }

    /// <summary>In the hands of the recipient.</summary>
    public Identifiability? Identifiability { get; init; }

    [RefersTo(ItemKinds.Party)]
    public string? KeyHolder { get; init; }
    public int? KThreshold { get; init; }

    /// <summary>Whether a row carries a key that the recipient could link.</summary>
    public bool? RecipientLinkableKey { get; init; }
    public bool? CollectedForLE { get; init; }
    public bool? OwedConfidence { get; init; }

    /// <summary>Confidential patient information (NHS Act 2006 s251).</summary>
    public bool? IsCPI { get; init; }
    public bool? HeldForHealthOrAdultSocialCare { get; init; }
    public StatutoryBar? StatutoryBar { get; init; }

    /// <summary>Why a body whose data is protected by law says that this dataset is not.</summary>
    public string? NoBarReason { get; init; }

    /// <summary>The originator's consent to passing on data behind a statutory bar.</summary>
    public string? OriginatorConsentRef { get; init; }
    public DataQuality? Quality { get; init; }
    public ValueList<DataField> Fields { get; init; } = [];
}

public enum Identifiability
{
    Identified,
    Pseudonymised,
    DeIdentified,
    Anonymous,
    Aggregate,
}

/// <summary>Whose law forbids disclosure without a gateway (§1, statutory bar).</summary>
public enum StatutoryBar
{
    None,
    HMRC,
    DWP,
    Statistics,
    DEA,
    Other,
}

/// <summary>A class of people, never a name.</summary>
public sealed record SubjectClass : IItem
{
    public required string Id { get; init; }

    /// <summary>A DPV data-subject term or a local one.</summary>
    public string? Code { get; init; }
    public bool? Under18 { get; init; }
    public bool? Vulnerable { get; init; }

    /// <summary>How these people stand to the organisations.</summary>
    public string? Relation { get; init; }
}

public sealed record Period
{
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
}

public sealed record DataQuality
{
    public string? Statement { get; init; }

    /// <summary>How an error found by a recipient is corrected at source.</summary>
    public string? CorrectionRoute { get; init; }

    /// <summary>A share as text, for example 0.87.</summary>
    public string? MatchRate { get; init; }
}

/// <summary>One item of a dataset. Its approval stands beside the version.</summary>
public sealed record DataField : IItem
{
    public required string Id { get; init; }
    public string? Name { get; init; }
    public FieldType? Type { get; init; }
    public string? Description { get; init; }

    /// <summary>A DPV <c>pd:</c> term (§6.2).</summary>
    public string? Category { get; init; }
    public SpecialCategory? SpecialCategory { get; init; }
    public bool? CriminalOffence { get; init; }
    public bool? DirectIdentifier { get; init; }
    public bool? QuasiIdentifier { get; init; }
    public Precision? Precision { get; init; }
    public Precision? PrecisionNeeded { get; init; }
    public string? Justification { get; init; }
}

public enum FieldType
{
    Text,
    Code,
    Number,
    Date,
    FreeText,
    Image,
    Location,
}

/// <summary>UK GDPR Art 9(1), and kinds added under Art 11A.</summary>
public enum SpecialCategory
{
    RacialEthnicOrigin,
    PoliticalOpinions,
    ReligiousPhilosophicalBelief,
    TradeUnion,
    Genetic,
    BiometricId,
    Health,
    SexLife,
    SexualOrientation,
    AddedByRegulations,
}

/// <summary>Two scales, each from the finest to the coarsest: of dates (full to ageBand) and of places (postcode to region).</summary>
public enum Precision
{
    [JsonStringEnumMemberName("full")]
    Full,

    [JsonStringEnumMemberName("month")]
    Month,

    [JsonStringEnumMemberName("year")]
    Year,

    [JsonStringEnumMemberName("ageBand")]
    AgeBand,

    [JsonStringEnumMemberName("postcode")]
    Postcode,

    [JsonStringEnumMemberName("sector")]
    PostcodeSector,

    [JsonStringEnumMemberName("district")]
    PostcodeDistrict,

    [JsonStringEnumMemberName("LA")]
    LocalAuthority,

    [JsonStringEnumMemberName("region")]
    Region,
}
