namespace DataSharing.Persistence.Sessions;

/// <summary>A logout token that was used, so that it is not used again. Times are security time.</summary>
public sealed class LogoutToken
{
    public required string Issuer { get; init; }

    /// <summary>SHA-256 of the token's id.</summary>
    public required byte[] IdHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
