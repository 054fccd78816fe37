using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations.Audit;

/// <summary>Ends an auditor's access before its last day.</summary>
public sealed class EndModel(DataSharingDbContext db, SignedIn signedIn)
    : OrganisationPageModel(db, signedIn, OrganisationAction.ManageAuditScope)
{
    [FromRoute]
    public Guid Scope { get; set; }

    public IActionResult OnGet() => ToDetails();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var scope = await Db.AuditScopes.SingleOrDefaultAsync(s => s.Id == Scope && s.Organisation == Organisation.Id, cancellationToken);
        if (scope is null)
        {
            return NotFound();
        }

        scope.End(Actor, Now);
        await SaveAsync(cancellationToken);
        return ToDetails();
    }
}
