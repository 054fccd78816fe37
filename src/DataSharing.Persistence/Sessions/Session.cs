namespace DataSharing.Persistence.Sessions;

/// <summary>A signed-in browser. Times are security time: the real clock.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the key that the browser's cookie holds.</summary>
    public required byte[] KeyHash { get; init; }

    public required string Issuer { get; init; }
    public required string Subject { get; init; }

    /// <summary>The authentication ticket, encrypted.</summary>
    public required byte[] Ticket { get; set; }

    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; set; }
}
