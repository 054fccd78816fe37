using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations.People;

/// <summary>Withdraws an invitation: its link stops working.</summary>
public sealed class CancelModel(DataSharingDbContext db, SignedIn signedIn)
    : OrganisationPageModel(db, signedIn, OrganisationAction.ManagePeople)
{
    [FromRoute]
    public Guid Invitation { get; set; }

    public IActionResult OnGet() => ToDetails();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var invitation = await Db.Invitations.SingleOrDefaultAsync(
            i => i.Id == new InvitationId(Invitation) && i.Organisation == Organisation.Id,
            cancellationToken
        );
        if (invitation is null)
        {
            return NotFound();
        }

        invitation.Cancel(Actor, await Db.NowAsync(cancellationToken));
        await Db.SaveChangesAsync(cancellationToken);
        return ToDetails();
    }
}
