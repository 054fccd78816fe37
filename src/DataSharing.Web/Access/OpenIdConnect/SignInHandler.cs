using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>
/// The official handler, which would answer with an exception where a person signs out while the provider is away or offers no sign-out.
/// The host ends its own session beside this, so it is over even then.
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
        if (await OffersSignOutAsync())
        {
            await base.SignOutAsync(properties);
            return;
        }

        Logger.SignedOutHereOnly();
        Response.Redirect(properties.RedirectUri);
    }

    private async Task<bool> OffersSignOutAsync()
    {
        try
        {
            var metadata = await Options.ConfigurationManager!.GetConfigurationAsync(Context.RequestAborted);
            return !string.IsNullOrEmpty(metadata.EndSessionEndpoint);
        }
        catch (OpenIdProviderUnavailableException)
        {
            return false;
        }
    }
}
