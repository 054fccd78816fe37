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
