using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Evidence;

/// <summary>A page about one piece of evidence: who may not know of it is told what they are told of one that does not exist.</summary>
public abstract class EvidencePageModel(DataSharingDbContext db, SignedIn signedIn, AgreementAction action)
    : AgreementPageModel(db, signedIn, action)
{
    [FromRoute]
    public Guid Evidence { get; set; }

    public EvidenceItem Item { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // Before the agreement is locked; a change in between is noticed when it is saved.
        if (await Db.Evidence.SingleOrDefaultAsync(e => e.Id == new EvidenceId(Evidence), HttpContext.RequestAborted) is { } item)
        {
            Item = item;
            await base.OnPageHandlerExecutionAsync(context, next);
        }
        else
        {
            context.Result = NotFound();
        }
    }

    protected override Verdict Consider(Agreement agreement, AgreementVersion version, Actor actor) => Item.Consider(agreement, actor);

    protected RedirectToPageResult ToList() => To("Evidence/Index");
}
