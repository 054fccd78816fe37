namespace DataSharing.Persistence.Forms;

/// <summary>A form that somebody sends. It is a row once it has had its effect, so that it has none a second time.</summary>
public sealed class SentForm
{
    public required PersonId Person { get; init; }

    /// <summary>
    /// Of the form as it was shown once. Another person's form may have the same: they have nothing to do with each other.
    /// </summary>
    public required Guid Id { get; init; }

    /// <summary>The path that it was sent to. The query is in the hash, because it may hold a secret.</summary>
    public required string Address { get; init; }

    /// <summary>SHA-256 of all that was sent.</summary>
    public required byte[] FieldsHash { get; init; }

    /// <summary>Where its person was led; null until that is known.</summary>
    public string? Answer { get; init; }

    /// <summary>Security time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether this other one, with the same id, says the same to the same page.</summary>
    public bool SaysTheSameAs(SentForm other) => Address == other.Address && FieldsHash.AsSpan().SequenceEqual(other.FieldsHash);
}
