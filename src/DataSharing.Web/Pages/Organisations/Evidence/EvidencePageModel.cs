using DataSharing.Domain;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations.Evidence;

/// <summary>A page that changes what an organisation's agreements rest on: they are checked again at once.</summary>
public abstract class EvidencePageModel(DataSharingDbContext db, SignedIn signedIn, RecheckSignal recheck)
    : OrganisationPageModel(db, signedIn, OrganisationAction.KeepEvidence)
{
    protected async Task<IActionResult> SaveAsync(Action<DateTimeOffset> change, CancellationToken cancellationToken)
    {
        var now = await Db.NowAsync(cancellationToken);
        change(now);
        Db.Rechecks.Add(Recheck.Because(RecheckReason.Evidence, now, new OrganisationId(Id)));
        await Db.SaveChangesAsync(cancellationToken);
        recheck.Wake();
        return ToDetails();
    }
}
