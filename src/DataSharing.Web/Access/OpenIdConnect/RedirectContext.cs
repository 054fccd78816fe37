using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>The browser is about to be sent to the provider, to sign in or to sign out.</summary>
public sealed class RedirectContext(
    HttpContext context,
    AuthenticationScheme scheme,
    OpenIdConnectOptions options,
    AuthenticationProperties properties,
    OpenIdConnectMessage protocolMessage
) : PropertiesContext<OpenIdConnectOptions>(context, scheme, options, properties)
{
    public OpenIdConnectMessage ProtocolMessage { get; set; } = protocolMessage;

    public bool Handled { get; private set; }

    /// <summary>The event has written the response itself; nothing more is sent.</summary>
    public void HandleResponse() => Handled = true;
}
