using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Partners;

/// <summary>T02: the parties are asked to look at the draft.</summary>
public sealed class InvitePartnersModel(DataSharingDbContext db, SignedIn signedIn)
    : AgreementPageModel(db, signedIn, AgreementAction.InvitePartners)
{
    private IReadOnlyDictionary<string, OrganisationId> _organisations = null!;

    /// <summary>Everybody but the drafting organisation itself.</summary>
    public IReadOnlyList<PartyStanding> Partners { get; private set; } = [];

    /// <summary>What is missing.</summary>
    public IReadOnlyList<SubmissionProblem> Problems { get; private set; } = [];

    public bool EverybodyReads => Partners.Count > 0 && Partners.All(partner => partner.Reads);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (SeenByForm is not { } seen)
        {
            return BadRequest();
        }

        await LoadAsync(cancellationToken);
        if (Problems.Count > 0)
        {
            return this.Invalid(); // it says what is missing
        }

        Agreement.PartnerReview.Invite(_organisations, seen, Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Reading/Details");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _organisations = await KnownPartiesAsync(cancellationToken);
        Partners = [.. Agreement.PartnerReview.Standings(_organisations).Where(standing => !standing.Drafts)];
        Problems = Agreement.PartnerReview.Problems(_organisations);
    }
}
