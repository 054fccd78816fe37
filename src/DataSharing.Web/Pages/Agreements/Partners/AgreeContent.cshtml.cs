using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Partners;

/// <summary>An organisation says that it agrees the whole draft, as it stands.</summary>
public sealed class AgreeContentModel(DataSharingDbContext db, SignedIn signedIn)
    : AgreementPageModel(db, signedIn, AgreementAction.AgreeContent)
{
    [BindProperty]
    public Input Form { get; set; } = new();

    public Names Names { get; private set; } = null!;

    /// <summary>The organisation's word so far; null if it gave none.</summary>
    public Assent? Assent => Version.AssentOf(Actor.Organisation);

    public bool Agrees => Version.IsAgreedBy(Actor.Organisation);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Form.Hash = Version.ContentHash.Hex;
        Names = await Names.ReadAsync(Db, [Assent?.Person, Assent?.ChangedBy], [Actor.Organisation, Assent?.ChangedFor], cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ContentHash.TryParse(Form.Hash, out var hash))
        {
            return BadRequest();
        }

        Agreement.PartnerReview.Agree(new Seen(Version.Ordinal, hash), Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Reading/Details");
    }

    public sealed class Input
    {
        /// <summary>The content that the person had before them.</summary>
        public string? Hash { get; set; }
    }
}
