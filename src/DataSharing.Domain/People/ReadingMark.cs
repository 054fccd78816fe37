namespace DataSharing.Domain.People;

/// <summary>
/// How far a person has read the notices. It is theirs alone and changes nothing of anybody's, so the audit log does not tell of it.
/// </summary>
public sealed class ReadingMark
{
    private ReadingMark() { } // for EF Core

    public required PersonId Person { get; init; }

    /// <summary>Business time of the newest event that they said they had read.</summary>
    public DateTimeOffset ReadUntil { get; private set; }
}
