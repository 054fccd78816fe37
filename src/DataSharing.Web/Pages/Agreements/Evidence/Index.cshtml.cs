using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Access;

namespace DataSharing.Web.Pages.Agreements.Evidence;

/// <summary>The documents beside an agreement: what is current, what runs out, what was removed.</summary>
public sealed class IndexModel(DataSharingDbContext db, SignedIn signedIn) : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    public EvidenceList Evidence { get; private set; } = null!;

    public bool MayAdd => Agreement.Consider(AgreementAction.KeepEvidence, Actor, Agreement.Newest) is Verdict.Permitted;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Evidence = await EvidenceList.ReadAsync(Db, Agreement, Version, Actor, Today, Criteria.Policy, cancellationToken);
}
