using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.SignIn;

[PublicPage("Whoever has signed out is not signed in")]
public sealed class SignedOutModel : PageModel
{
    public void OnGet() { }
}
