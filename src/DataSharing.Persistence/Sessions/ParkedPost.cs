namespace DataSharing.Persistence.Sessions;

/// <summary>A form that was sent with a sign-in too old for it. Times are security time.</summary>
public sealed class ParkedPost
{
    public required string Id { get; init; }
    public required string Issuer { get; init; }
    public required string Subject { get; init; }

    /// <summary>The page that the form belongs to, with its query.</summary>
    public required string Path { get; init; }

    /// <summary>The fields, encrypted.</summary>
    public required byte[] Form { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}
