namespace DataSharing.Domain.Law;

/// <summary>A country that the United Kingdom has approved for transfers.</summary>
public sealed record AdequateCountry
{
    /// <summary>
    /// ISO 3166-1 alpha-2. The United Kingdom is GB; Jersey, Guernsey, the Isle of Man and Gibraltar are other countries.
    /// </summary>
    public required string Country { get; init; }

    public required string Name { get; init; }

    public required string Citation { get; init; }

    /// <summary>Of what is cited, on legislation.gov.uk.</summary>
    public string? Url { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>Approved in part: what must be true of the recipient.</summary>
    public string? Condition { get; init; }

    /// <summary>What a lawyer must still confirm about the approval. Shown wherever it is.</summary>
    public string? Unverified { get; init; }

    public bool ApprovedOn(DateOnly day) => On(day) is Standing.InForce;

    public Standing On(DateOnly day) =>
        ValidFrom > day ? Standing.NotCommenced
        : ValidTo < day ? Standing.Lapsed
        : Standing.InForce;
}
