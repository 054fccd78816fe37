using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>
/// The official handler, which would answer with an exception where a person signs out while the provider is away. The host ends its own
/// session beside this, so it is over even then.
/// </summary>
internal sealed class SignInHandler(IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory logger, HtmlEncoder html, UrlEncoder url)
    : OpenIdConnectHandler(options, logger, html, url)
{
    public override async Task SignOutAsync(AuthenticationProperties? properties)
    {
        properties ??= new AuthenticationProperties();
        properties.RedirectUri = ((OpenIdConnectChecks)Events).LocalOr(
            Options.SignedOutRedirectUri,
            properties.RedirectUri ?? Options.SignedOutRedirectUri
        );
        Response.Headers.CacheControl = "no-store";
        try
        {
            await base.SignOutAsync(properties);
        }
        catch (OpenIdProviderUnavailableException)
        {
            Logger.SignedOutHereOnly();
            Response.Redirect(properties.RedirectUri);
        }
    }
}
