using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.About;

[PublicPage("A statement for everyone")]
public sealed class PrivacyModel : PageModel
{
    public void OnGet() { }
}
