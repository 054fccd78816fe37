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

    [BindProperty]
    public Input Form { get; set; } = new();

    /// <summary>Everybody but the drafting organisation itself.</summary>
    public IReadOnlyList<PartyStanding> Partners { get; private set; } = [];

    /// <summary>What is missing.</summary>
    public IReadOnlyList<SubmissionProblem> Problems { get; private set; } = [];

    public bool EverybodyReads => Partners.Count > 0 && Partners.All(partner => partner.Reads);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form.Hash = Version.ContentHash.Hex;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ContentHash.TryParse(Form.Hash, out var hash))
        {
            return BadRequest();
        }

        await LoadAsync(cancellationToken);
        if (Problems.Count > 0)
        {
            return this.Invalid(); // it says what is missing
        }

        Agreement.PartnerReview.Invite(_organisations, new Seen(Version.Ordinal, hash), Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Reading/Details");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _organisations = await KnownPartiesAsync(cancellationToken);
        Partners = [.. Agreement.PartnerReview.Standings(_organisations).Where(standing => !standing.Drafts)];
        Problems = Agreement.PartnerReview.Problems(_organisations);
    }

    public sealed class Input
    {
        /// <summary>The content that the person had before them.</summary>
        public string? Hash { get; set; }
    }
}
