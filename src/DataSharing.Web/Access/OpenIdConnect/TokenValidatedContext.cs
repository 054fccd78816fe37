using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>The ID token has passed every check; the event may still refuse, or replace the principal.</summary>
public sealed class TokenValidatedContext : RemoteAuthenticationContext<OpenIdConnectOptions>
{
    public TokenValidatedContext(
        HttpContext context,
        AuthenticationScheme scheme,
        OpenIdConnectOptions options,
        ClaimsPrincipal principal,
        AuthenticationProperties properties
    )
        : base(context, scheme, options, properties) => Principal = principal;

    public required JwtSecurityToken SecurityToken { get; init; }
}
