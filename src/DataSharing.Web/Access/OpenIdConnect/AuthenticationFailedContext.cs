using Microsoft.AspNetCore.Authentication;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>The provider's response was refused. The exception is for the log, never for the browser.</summary>
public sealed class AuthenticationFailedContext(
    HttpContext context,
    AuthenticationScheme scheme,
    OpenIdConnectOptions options,
    Exception exception
) : RemoteAuthenticationContext<OpenIdConnectOptions>(context, scheme, options, new AuthenticationProperties())
{
    public Exception Exception { get; set; } = exception;
}
