using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>
/// The options of ASP.NET Core's own package, as far as the portal needs them. Those that would open a weaker way (other
/// flows, no PKCE, symmetric signatures) exist to be refused by <see cref="Validate()"/>.
/// </summary>
public sealed class OpenIdConnectOptions : RemoteAuthenticationOptions
{
    /// <summary>The most that clocks may differ when a token's times are checked.</summary>
    public static readonly TimeSpan MaximumClockSkew = TimeSpan.FromSeconds(60);

    public OpenIdConnectOptions()
    {
        CallbackPath = "/signin-oidc";
        BackchannelTimeout = TimeSpan.FromSeconds(10);
        Events = new OpenIdConnectEvents();
        MakeShortLived(CorrelationCookie, "oidc.c."); // the framework's own, which expires by itself
    }

    /// <summary>The provider's issuer identifier, character for character as it stands in its metadata and tokens.</summary>
    public string? Authority { get; set; }

    /// <summary>Where the metadata is read, if this host reaches the provider by another address than browsers do.</summary>
    public string? MetadataAddress { get; set; }

    public bool RequireHttpsMetadata { get; set; } = true;

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public ICollection<string> Scope { get; } = new HashSet<string>(StringComparer.Ordinal) { "openid", "profile" };

    public TimeSpan? MaxAge { get; set; }

    public string? Prompt { get; set; }

    public PushedAuthorizationBehavior PushedAuthorizationBehavior { get; set; }

    /// <summary>Only <c>code</c>.</summary>
    public string ResponseType { get; set; } = OpenIdConnectResponseType.Code;

    /// <summary>Only <c>query</c>: <c>form_post</c> needs script and cookies with SameSite=None.</summary>
    public string ResponseMode { get; set; } = OpenIdConnectResponseMode.Query;

    /// <summary>Only true.</summary>
    public bool UsePkce { get; set; } = true;

    /// <summary>Only false: claims keep the names of the specification.</summary>
    public bool MapInboundClaims { get; set; }

    /// <summary>Only false: the ID token says all the portal asks.</summary>
    public bool GetClaimsFromUserInfoEndpoint { get; set; }

    public PathString SignedOutCallbackPath { get; set; } = "/signout-callback-oidc";

    public string SignedOutRedirectUri { get; set; } = "/";

    /// <summary>The scheme whose ticket holds the ID token to sign out with; the sign-in scheme unless set.</summary>
    public string? SignOutScheme { get; set; }

    /// <summary>Read the provider's keys again, once, when a token names a key not known yet.</summary>
    public bool RefreshOnIssuerKeyNotFound { get; set; } = true;

    public IConfigurationManager<OpenIdConnectConfiguration>? ConfigurationManager { get; set; }

    /// <summary>Clock skew, algorithms and claim types are taken from here; issuer, audience, keys and lifetime are not open to choice.</summary>
    public TokenValidationParameters TokenValidationParameters { get; set; } =
        new()
        {
            ClockSkew = MaximumClockSkew,
            NameClaimType = "name",
            RoleClaimType = "role",
            ValidAlgorithms =
            [
                SecurityAlgorithms.RsaSha256,
                SecurityAlgorithms.RsaSha384,
                SecurityAlgorithms.RsaSha512,
                SecurityAlgorithms.RsaSsaPssSha256,
                SecurityAlgorithms.RsaSsaPssSha384,
                SecurityAlgorithms.RsaSsaPssSha512,
                SecurityAlgorithms.EcdsaSha256,
                SecurityAlgorithms.EcdsaSha384,
                SecurityAlgorithms.EcdsaSha512,
            ],
        };

    public OpenIdConnectProtocolValidator ProtocolValidator { get; set; } =
        new()
        {
            RequireNonce = true,
            RequireTimeStampInNonce = false, // read off the machine's clock; the state carries the time instead
            RequireStateValidation = false, // done by the handler, against the correlation cookie
        };

    /// <summary>
    /// One per sign-in on its way. With <see cref="CookieSecurePolicy.Always"/> this and the correlation cookie get
    /// <c>__Host-</c> names.
    /// </summary>
    public CookieBuilder NonceCookie { get; set; } = MakeShortLived(new CookieBuilder(), "oidc.n.");

    public ISecureDataFormat<AuthenticationProperties> StateDataFormat { get; set; } = null!;

    public ISecureDataFormat<string> StringDataFormat { get; set; } = null!;

    public new OpenIdConnectEvents Events
    {
        get => (OpenIdConnectEvents)base.Events;
        set => base.Events = value;
    }

    public override void Validate()
    {
        base.Validate();
        Insist(Uri.TryCreate(Authority, UriKind.Absolute, out _), nameof(Authority), "must be the provider's issuer identifier.");
        Insist(!string.IsNullOrEmpty(ClientId), nameof(ClientId), "is missing.");
        Insist(!string.IsNullOrEmpty(ClientSecret), nameof(ClientSecret), "is missing: the portal is a confidential client.");
        Insist(Scope.Contains("openid"), nameof(Scope), "must contain openid.");
        Insist(MaxAge is null || MaxAge >= TimeSpan.Zero, nameof(MaxAge), "must not be negative.");
        Insist(ResponseType == OpenIdConnectResponseType.Code, nameof(ResponseType), "must be code.");
        Insist(ResponseMode == OpenIdConnectResponseMode.Query, nameof(ResponseMode), "must be query.");
        Insist(UsePkce, nameof(UsePkce), "must be on.");
        Insist(!MapInboundClaims, nameof(MapInboundClaims), "must be off.");
        Insist(!GetClaimsFromUserInfoEndpoint, nameof(GetClaimsFromUserInfoEndpoint), "is not supported.");
        Insist(LocalAddress.IsLocal(SignedOutRedirectUri), nameof(SignedOutRedirectUri), "must be a path of this site.");
        Insist(TokenValidationParameters.ClockSkew <= MaximumClockSkew, nameof(TokenValidationParameters), "allows too much clock skew.");
        Insist(
            TokenValidationParameters.ValidAlgorithms is { } algorithms && algorithms.Any() && algorithms.All(IsAsymmetric),
            nameof(TokenValidationParameters),
            "must name signature algorithms, and only asymmetric ones."
        );
        Insist(ProtocolValidator is { RequireNonce: true, RequireSub: true }, nameof(ProtocolValidator), "must require nonce and sub.");
        Insist(ConfigurationManager is not null, nameof(ConfigurationManager), "is missing.");
    }

    private static bool IsAsymmetric(string algorithm) =>
        algorithm.StartsWith("RS", StringComparison.Ordinal)
        || algorithm.StartsWith("PS", StringComparison.Ordinal)
        || algorithm.StartsWith("ES", StringComparison.Ordinal);

    private static void Insist(bool holds, string option, string problem)
    {
        if (!holds)
        {
            throw new ArgumentException($"OpenIdConnectOptions.{option} {problem}", option);
        }
    }

    private static CookieBuilder MakeShortLived(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        return cookie;
    }
}
