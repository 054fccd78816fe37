using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.SignIn;

[SignedInOnly]
public sealed class NoMembershipModel : PageModel
{
    public string? Name => User.FindFirst(PersonClaims.Name)?.Value;

    public void OnGet() { }
}
