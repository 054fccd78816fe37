namespace DataSharing.Domain.Law;

/// <summary>Where a provision stands on a day: what the book says of it, together with its dates.</summary>
public enum Standing
{
    InForce,
    NotCommenced,
    Repealed,
    Lapsed,
    Unverified,
}
