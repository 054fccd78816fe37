using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations.Evidence;

public sealed class RemoveModel(DataSharingDbContext db, SignedIn signedIn, RecheckSignal recheck) : EvidencePageModel(db, signedIn, recheck)
{
    [FromRoute]
    public Guid Evidence { get; set; }

    public OrganisationEvidence? ToRemove => Organisation.Evidence.SingleOrDefault(e => e.Id == Evidence);

    public IActionResult OnGet() => ToRemove is null ? NotFound() : Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        SaveAsync(now => Organisation.RemoveEvidence(Evidence, Actor, now), cancellationToken);
}
