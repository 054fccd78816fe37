namespace DataSharing.Domain.Law;

/// <summary>A body, or a class of bodies, that is specified for a gateway.</summary>
public sealed record SpecifiedPerson
{
    private const char Any = '*';

    /// <summary>
    /// An identifier of it, as <c>scheme:value</c>; or of a class, as <c>scheme:beginning*</c>: every identifier that begins so.
    /// <c>ONS-GSS:E08*</c> are the metropolitan districts, <c>POLICE-UK:*</c> is any police force.
    /// </summary>
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

    /// <summary>It stands for many bodies, told by how their identifiers begin.</summary>
    public bool IsClass => Organisation.EndsWith(Any);

    /// <param name="identifier">As <c>scheme:value</c>.</param>
    public bool Covers(string? identifier) =>
        IsClass
            ? identifier is not null && identifier.StartsWith(Organisation[..^1], StringComparison.Ordinal) && !identifier.EndsWith(':')
            : identifier == Organisation;

    /// <summary>Is it written as <c>scheme:value</c> or <c>scheme:beginning*</c>?</summary>
    public static bool IsWritten(string organisation) =>
        organisation.Split(':') is [{ Length: > 0 } scheme, { Length: > 0 } value] && !scheme.Contains(Any) && !value[..^1].Contains(Any);

    public bool ValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
