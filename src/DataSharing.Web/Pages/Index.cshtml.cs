using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages;

[MembersOnly]
public sealed class IndexModel : PageModel
{
    public void OnGet()
    {
    }
}
