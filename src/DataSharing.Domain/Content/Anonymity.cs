namespace DataSharing.Domain.Content;

/// <summary>A privacy-enhancing technique in use (§4.7).</summary>
public sealed record Technique : IItem
{
    public required string Id { get; init; }
    public TechniqueKind? Kind { get; init; }

    /// <summary>For example k = 10, or ε = 0.5.</summary>
    public string? Params { get; init; }
}

public enum TechniqueKind
{
    KAnonymity,
    LDiversity,
    TCloseness,
    DifferentialPrivacy,
    Synthetic,
    Tokenisation,
    KeyedHash,
    Perturbation,
    Suppression,
    Banding,
}

/// <summary>The test whether people could be identified again, and the promise not to (DPA 2018 s171).</summary>
public sealed record ReidentificationTest
{
    public string? AssessmentRef { get; init; }
    public string? MotivatedIntruderTest { get; init; }

    /// <summary>The wording of the recipient's undertaking.</summary>
    public string? Undertaking { get; init; }
    public DateOnly? Date { get; init; }
}

public sealed record Linkage
{
    /// <summary>What the data may be linked with.</summary>
    public ValueList<string> Permitted { get; init; } = [];

    [RefersTo(ItemKinds.Party)]
    public string? By { get; init; }

    [RefersTo(ItemKinds.Party)]
    public string? KeyHolder { get; init; }
}

public sealed record Outputs
{
    public bool? Publish { get; init; }

    /// <summary>Statistical disclosure control.</summary>
    public DisclosureControl? Sdc { get; init; }
    public string? ReleaseRoute { get; init; }
}

public sealed record DisclosureControl
{
    public int? MinCount { get; init; }
    public int? Rounding { get; init; }
    public string? Dominance { get; init; }

    /// <summary>How many people check an output.</summary>
    public int? Checkers { get; init; }
}

public sealed record FiveSafes
{
    public string? Projects { get; init; }
    public string? People { get; init; }
    public string? Settings { get; init; }
    public string? Data { get; init; }
    public string? Outputs { get; init; }
}

/// <summary>What the Digital Economy Act 2017 gateways ask for (DSA-051, DSA-052).</summary>
public sealed record DigitalEconomyActEvidence
{
    public string? ProjectAccreditation { get; init; }
    public ValueList<string> ResearcherAccreditations { get; init; } = [];
    public string? ProcessorAccreditation { get; init; }
    public string? PilotApprovalRef { get; init; }
}
