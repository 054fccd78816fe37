using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations.People;

/// <summary>Withdraws an invitation: its link stops working.</summary>
public sealed class CancelModel(DataSharingDbContext db, SignedIn signedIn) : OrganisationPageModel(db, signedIn, OrganisationAction.View)
{
    [FromRoute]
    public Guid Invitation { get; set; }

    private bool MayCancelAny => May(OrganisationAction.ManagePeople) || May(OrganisationAction.InviteFirstAdministrator);

    public IActionResult OnGet() => MayCancelAny ? ToDetails() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!MayCancelAny)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var invitation = await Db.Invitations.SingleOrDefaultAsync(
            i => i.Id == new InvitationId(Invitation) && i.Organisation == Organisation.Id,
            cancellationToken
        );
        if (invitation is null)
        {
            return NotFound();
        }

        if (invitation.MayCancel(Actor) is null)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        invitation.Cancel(Actor, Now);
        await SaveAsync(cancellationToken);
        return ToDetails();
    }
}
