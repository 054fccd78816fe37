using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations;

public sealed class EditModel(DataSharingDbContext db, SignedIn signedIn, IValidator<OrganisationForm> validator)
    : OrganisationPageModel(db, signedIn, OrganisationAction.Describe)
{
    [BindProperty]
    public OrganisationForm Form { get; set; } = new();

    protected override Opened AsItIs => new("", Fields(Organisation.Details));

    public void OnGet() => Form = OrganisationForm.From(Organisation.Details);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        var met = Meet(Fields(Form.ToDetails()));
        var merged = met.Fields.Deserialize<OrganisationDetails>()!;
        if (met.Conflicts.Count > 0)
        {
            ModelState.Clear(); // a form shows what was sent before what the page says
            Form = OrganisationForm.From(merged);
            foreach (var field in met.Conflicts)
            {
                ModelState.AddModelError(
                    $"Form.{OrganisationForm.QuestionOf(field)}",
                    OrganisationForm.SavedNow(field, Organisation.Details)
                );
            }

            ModelState.AddModelError(
                "",
                "Somebody else has changed these details since you opened them. "
                    + "Yours are below, not saved yet: compare, and save again to replace theirs"
            );
            ShowAsItIs();
            return Conflicting();
        }

        Organisation.Describe(merged, Actor, Now);
        await SaveAsync(cancellationToken);
        return ToDetails();
    }

    private static JsonObject Fields(OrganisationDetails details) => JsonSerializer.SerializeToNode(details)!.AsObject();
}
