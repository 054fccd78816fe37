namespace DataSharing.Domain.Law;

/// <summary>A body that is specified for a gateway.</summary>
public sealed record SpecifiedPerson
{
    /// <summary>An identifier of it, as <c>scheme:value</c>.</summary>
    public required string Organisation { get; init; }

    public required string Name { get; init; }

    public required SpecifiedSide Side { get; init; }

    /// <summary>The objective it is specified for; missing means any.</summary>
    public string? PurposeCode { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public string? Note { get; init; }

    public bool MaySend => Side is SpecifiedSide.Sender or SpecifiedSide.Both;

    public bool MayReceive => Side is SpecifiedSide.Recipient or SpecifiedSide.Both;

    public bool ValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
