using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.SignIn;

/// <summary>Ends the session here, then at the provider (OpenID Connect RP-Initiated Logout 1.0).</summary>
[SignedInOnly, WithoutFormId("Whoever wants to go must get out, from however old a page; ending a session twice ends it once")]
public sealed class SignOutModel : PageModel
{
    public void OnGet() { }

    public IActionResult OnPost()
    {
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return SignOut(CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme);
    }
}
