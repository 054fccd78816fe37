namespace DataSharing.Domain.Content;

/// <summary>Who is better off, and how that will be known (§4.12). Measured values stand beside the version.</summary>
public sealed record Benefit : IItem
{
    public required string Id { get; init; }
    public string? Statement { get; init; }
    public BeneficiaryGroup? BeneficiaryGroup { get; init; }
    public string? Type { get; init; }
    public string? Measure { get; init; }
    public string? Baseline { get; init; }
    public string? Target { get; init; }

    /// <summary>When it is to be measured.</summary>
    public DateOnly? MeasuredOn { get; init; }
    public string? EvidenceUrl { get; init; }
}

public enum BeneficiaryGroup
{
    DataSubjects,
    SpecificGroup,
    Public,
    PublicBody,
    Researcher,
    Commercial,
}

/// <summary>Something that is to be made of the data, and by when.</summary>
public sealed record ExpectedOutput : IItem
{
    public required string Id { get; init; }
    public string? Name { get; init; }
    public OutputKind? Kind { get; init; }
    public DateOnly? DueOn { get; init; }

    /// <summary>For whom it is.</summary>
    public string? Audience { get; init; }
    public string? Url { get; init; }
}

public enum OutputKind
{
    Report,
    Publication,
    Statistics,
    Dashboard,
    Tool,
    Presentation,
    Other,
}

/// <summary>Who pays for the work that the data is used in.</summary>
public sealed record Funder
{
    public string? Name { get; init; }

    /// <summary>Its identifier, as <c>scheme:value</c>.</summary>
    public string? OrgId { get; init; }

    /// <summary>What it has a say in.</summary>
    public string? Role { get; init; }
}
