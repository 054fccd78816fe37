using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages;

[SignedInOnly]
public sealed class IndexModel : PageModel
{
    public void OnGet()
    {
    }
}
