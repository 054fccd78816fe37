using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Persistence.Organisations;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations.People;

/// <summary>A second person confirms a role that decides or signs, or the inviter approves who accepted an invitation.</summary>
[FreshSignIn]
public sealed class ConfirmModel(DataSharingDbContext db, SignedIn signedIn) : OrganisationPageModel(db, signedIn, OrganisationAction.View)
{
    [FromRoute]
    public Guid Waiting { get; set; }

    [BindProperty]
    public string? Verdict { get; set; }

    public RoleToConfirm Asked { get; private set; } = null!;

    public Role Role => Asked.Waiting.Role;

    /// <summary>Whoever granted it may only take it back: somebody else confirms it.</summary>
    public bool MayConfirm => Asked.Waiting.MayBeConfirmedBy(Asked.Seconding(Actor));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await RefusalAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await RefusalAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (Verdict is not ("Confirm" or "Refuse"))
        {
            ModelState.AddModelError(nameof(Verdict), "Confirm the role or refuse it");
            return this.Invalid();
        }

        if (Verdict is "Confirm" && !MayConfirm)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        // What they have already is not given twice.
        if (Verdict is "Refuse" || Asked.IsHeld)
        {
            Asked.Waiting.Refuse(Asked.Seconding(Actor), Now);
        }
        else
        {
            Db.Memberships.Add(Asked.Waiting.Confirm(Asked.Seconding(Actor), Now));
        }

        await SaveAsync(cancellationToken);
        return ToDetails();
    }

    private async Task<IActionResult?> RefusalAsync(CancellationToken cancellationToken)
    {
        if (await Db.FindWaitingRoleAsync(Organisation.Id, Waiting, cancellationToken) is not { } asked)
        {
            return NotFound();
        }

        Asked = asked;
        return !asked.Waiting.MayBeRefusedBy(asked.Seconding(Actor)) ? StatusCode(StatusCodes.Status403Forbidden)
            : !asked.Waiting.IsOpen ? StatusCode(StatusCodes.Status409Conflict)
            : null;
    }
}
