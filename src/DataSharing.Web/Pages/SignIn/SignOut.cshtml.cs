using DataSharing.Web.Access;
using DataSharing.Web.Access.OpenIdConnect;
using DataSharing.Web.Forms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.SignIn;

/// <summary>Ends the session here, then at the provider (OpenID Connect RP-Initiated Logout 1.0).</summary>
[SignedInOnly, WithoutFormId("Whoever wants to go must get out, from however old a page; ending a session twice ends it once")]
public sealed class SignOutModel(ILogger<SignOutModel> logger) : PageModel
{
    public void OnGet() { }

    /// <summary>A provider that is away, or that offers no sign-out, ends no session of ours; ours is over even then.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        try
        {
            var back = new AuthenticationProperties { RedirectUri = SignInPaths.SignedOut };
            await HttpContext.SignOutAsync(OpenIdConnectDefaults.AuthenticationScheme, back);
            return new EmptyResult(); // the handler redirects
        }
        catch (OpenIdProviderUnavailableException exception)
        {
            logger.LogWarning("Signed out here only: {Reason}", exception.Message);
            return LocalRedirect(SignInPaths.SignedOut);
        }
    }
}
