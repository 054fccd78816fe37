using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations;

/// <summary>
/// A page about one organisation. Before any handler runs it answers 404 where there is none and 403 where the actor may
/// not take the page's action.
/// </summary>
[MembersOnly]
public abstract class OrganisationPageModel(DataSharingDbContext db, SignedIn signedIn, OrganisationAction action) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public Actor Actor { get; private set; } = null!;

    public string Name => Organisation.Details.Name;

    protected DataSharingDbContext Db => db;

    public bool May(OrganisationAction other) => Organisation.Consider(other, Actor) is Verdict.Permitted;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Actor = await signedIn.ActorAsync();
        var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Id == new OrganisationId(Id), HttpContext.RequestAborted);

        context.Result = organisation?.Consider(action, Actor) switch
        {
            Verdict.Permitted => null,
            Verdict.Forbidden => StatusCode(StatusCodes.Status403Forbidden),
            _ => NotFound(),
        };

        if (context.Result is null)
        {
            Organisation = organisation!;
            await next();
        }
    }

    protected RedirectToPageResult ToDetails() => RedirectToPage("/Organisations/Details", new { Id });
}
