using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace DataSharing.Web.Pages.SignIn;

[PublicPage("People sign in here")]
public sealed class SignInModel : PageModel
{
    [FromQuery]
    public string? ReturnUrl { get; set; }

    /// <summary>A form was sent after the session had ended, and waits for its person.</summary>
    public bool IsSomethingKept =>
        LocalAddress.IsLocal(ReturnUrl)
        && QueryHelpers.ParseQuery(ReturnUrl!.Split('?', 2).ElementAtOrDefault(1)).ContainsKey(ParkedPosts.Parameter);

    public IActionResult OnGet() =>
        User.Identity?.IsAuthenticated is true ? LocalRedirect(LocalAddress.IsLocal(ReturnUrl) ? ReturnUrl! : "/") : Page();
}
