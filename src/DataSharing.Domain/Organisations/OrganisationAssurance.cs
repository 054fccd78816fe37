using DataSharing.Domain.Agreements.Content;

namespace DataSharing.Domain.Organisations;

/// <summary>A security assurance that an organisation holds until a date, for example Cyber Essentials Plus.</summary>
public sealed class OrganisationAssurance
{
    public const int ReferenceMaxLength = 100;

    public required Guid Id { get; init; }
    public required AssuranceType Type { get; init; }

    /// <summary>For schemes with levels.</summary>
    public AssuranceLevel? Level { get; init; }
    public required string Reference { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly ValidTo { get; init; }

    public bool HasExpiredOn(DateOnly day) => ValidTo < day;
}
