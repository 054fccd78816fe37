using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations;

public sealed class EditModel(DataSharingDbContext db, SignedIn signedIn, IValidator<OrganisationForm> validator)
    : OrganisationPageModel(db, signedIn, OrganisationAction.Describe)
{
    [BindProperty]
    public OrganisationForm Form { get; set; } = new();

    public void OnGet() => Form = OrganisationForm.From(Organisation.Details);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        Organisation.Describe(Form.ToDetails(), Actor, await Db.NowAsync(cancellationToken));
        await Db.SaveChangesAsync(cancellationToken);
        return ToDetails();
    }
}
