using System.Security.Claims;

namespace DataSharing.Web.Access;

/// <summary>The claims we keep of an ID token (OpenID Connect Core 2): who it is, never what they may do.</summary>
public static class PersonClaims
{
    public const string Issuer = "iss";
    public const string Subject = "sub";
    public const string Name = "name";

    public const string Email = "email";

    /// <summary>The provider has made sure that the address is theirs (OpenID Connect Core 5.1).</summary>
    public const string EmailVerified = "email_verified";

    /// <summary>The provider's name for its own session, by which it ends ours (OpenID Connect Back-Channel Logout 2.1).</summary>
    public const string SessionId = "sid";

    /// <summary>When the person last proved who they are, in seconds since 1970 (OpenID Connect Core 2).</summary>
    public const string AuthenticatedAt = "auth_time";

    /// <summary>The person's e-mail address, if the provider says that it is verified.</summary>
    public static string? VerifiedAddress(this ClaimsPrincipal person) =>
        bool.TryParse(person.FindFirstValue(EmailVerified), out var verified) && verified ? person.FindFirstValue(Email) : null;
}
