using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.SignIn;

[PublicPage("People sign in here")]
public sealed class SignInModel : PageModel
{
    [FromQuery]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() =>
        User.Identity?.IsAuthenticated is true ? LocalRedirect(LocalAddress.IsLocal(ReturnUrl) ? ReturnUrl! : "/") : Page();
}
