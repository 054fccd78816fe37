using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.SignIn;

[PublicPage("Whoever could not sign in is not signed in")]
public sealed class FailedModel : PageModel
{
    public void OnGet() { }
}
