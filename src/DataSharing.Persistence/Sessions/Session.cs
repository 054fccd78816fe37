namespace DataSharing.Persistence.Sessions;

/// <summary>A signed-in browser. Times are security time: the real clock.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the key that the browser's cookie holds.</summary>
    public required byte[] KeyHash { get; init; }

    public required string Issuer { get; init; }
    public required string Subject { get; init; }

    /// <summary>The provider's name for its own session, by which it ends this one; null if it gave none.</summary>
    public string? SessionId { get; init; }

    /// <summary>The authentication ticket, encrypted; null once the provider has ended the session.</summary>
    public required byte[]? Ticket { get; set; }

    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When the provider ended the session, if it did.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
