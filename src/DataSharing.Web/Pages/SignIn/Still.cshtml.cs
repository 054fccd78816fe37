using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.SignIn;

/// <summary>Opened in a tab of its own to keep the session while a long form is filled in: any request renews it.</summary>
[SignedInOnly]
public sealed class StillModel : PageModel
{
    public void OnGet() { }
}
