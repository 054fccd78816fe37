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
    public Names Names { get; private set; } = null!;

    /// <summary>The organisation's word so far; null if it gave none.</summary>
    public Assent? Assent => Version.AssentOf(Actor.Organisation);

    public bool Agrees => Version.IsAgreedBy(Actor.Organisation);

    /// <summary>For which other organisation the person has agreed this content; null if for none.</summary>
    public OrganisationId? AgreedFor => Agrees ? null : Version.AssentForAnother(Actor)?.Organisation;

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadNamesAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (SeenByForm is not { } seen)
        {
            return BadRequest();
        }

        if (AgreedFor is not null)
        {
            await ReadNamesAsync(cancellationToken);
            return Conflicting(); // the page says why
        }

        Agreement.PartnerReview.Agree(seen, Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Reading/Details");
    }

    private async Task ReadNamesAsync(CancellationToken cancellationToken) =>
        Names = await Names.ReadAsync(
            Db,
            [Assent?.Person, Assent?.ChangedBy],
            [Actor.Organisation, Assent?.ChangedFor, AgreedFor],
            cancellationToken
        );
}
