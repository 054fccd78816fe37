using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements.Drafting;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Organisations;

/// <summary>The portal's administrators make organisations known; what they are in law they may say, who is in them they may not.</summary>
[RoleOnly(Role.SystemAdmin)]
public sealed class NewModel(DataSharingDbContext db, SignedIn signedIn, IValidator<OrganisationForm> validator) : PageModel
{
    [BindProperty]
    public OrganisationForm Form { get; set; } = new();

    /// <summary>Said where there is a <see cref="Twin"/>: it is another organisation.</summary>
    [BindProperty]
    public bool GoOn { get; set; }

    public IReadOnlyList<Twin> Twins { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        var details = Form.ToDetails();
        if (!GoOn && (Twins = await Twin.OfAsync(details, besides: null, db, cancellationToken)).Count > 0)
        {
            ModelState.AddModelError("GoOn", "There is already an organisation of this name. Say whether this is another one");
            return this.Invalid();
        }

        var actor = await signedIn.ActorAsync();
        var organisation = Organisation.Register(details, [], actor.As(Role.SystemAdmin), await db.NowAsync(cancellationToken));
        db.Organisations.Add(organisation);
        await db.SaveChangesAsync(cancellationToken);
        return RedirectToPage("/Organisations/Details", new { id = organisation.Id.Value });
    }
}
