namespace DataSharing.Domain.Editions;

/// <summary>Somebody who wrote in an edition, and so may not release it.</summary>
public sealed class EditionEditor
{
    public required EditionId EditionId { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>When they first did.</summary>
    public required DateTimeOffset At { get; init; }
}
