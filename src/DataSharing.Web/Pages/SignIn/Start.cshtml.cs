using DataSharing.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.SignIn;

/// <summary>Off to the identity provider, and afterwards back to where the person wanted to be.</summary>
[PublicPage("People sign in here")]
public sealed class StartModel : PageModel
{
    [FromQuery]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() =>
        Challenge(
            new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/" },
            OpenIdConnectDefaults.AuthenticationScheme
        );
}
