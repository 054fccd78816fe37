using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Partners;

/// <summary>The drafting organisation calls its draft back from the partners.</summary>
public sealed class StopPartnerReviewModel(DataSharingDbContext db, SignedIn signedIn)
    : AgreementPageModel(db, signedIn, AgreementAction.StopPartnerReview)
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Agreement.PartnerReview.Stop(Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Reading/Details");
    }
}
