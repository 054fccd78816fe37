using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations.Evidence;

public sealed class RemoveModel(DataSharingDbContext db, SignedIn signedIn) : EvidencePageModel(db, signedIn)
{
    [FromRoute]
    public Guid Evidence { get; set; }

    public OrganisationEvidence? ToRemove => Organisation.Evidence.SingleOrDefault(e => e.Id == Evidence);

    /// <summary>How many agreements in force name it.</summary>
    public int Named { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (ToRemove is not { } evidence)
        {
            return NotFound();
        }

        Named = await NamedInForceAsync(evidence, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        SaveAsync(now => Organisation.RemoveEvidence(Evidence, Actor, now), EvidenceDone.Removed, cancellationToken);
}
