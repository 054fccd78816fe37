using System.Security.Cryptography;
using System.Text.Json;
using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Organisations;

public sealed class EditModel(DataSharingDbContext db, SignedIn signedIn, IValidator<OrganisationForm> validator)
    : OrganisationPageModel(db, signedIn, OrganisationAction.Describe)
{
    [BindProperty]
    public OrganisationForm Form { get; set; } = new();

    /// <summary>The details as they were when the page was opened.</summary>
    [BindProperty]
    public string? Opened { get; set; }

    private string Now => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Organisation.Details)));

    public void OnGet()
    {
        Form = OrganisationForm.From(Organisation.Details);
        Opened = Now;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        if (Opened != Now && Form.ToDetails() != Organisation.Details)
        {
            ModelState.Remove(nameof(Opened));
            Opened = Now;
            ModelState.AddModelError(
                "",
                "Somebody else has changed these details since you opened them. Yours are below, not saved yet: compare, and save again to replace theirs"
            );
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        Organisation.Describe(Form.ToDetails(), Actor, await Db.NowAsync(cancellationToken));
        await Db.SaveChangesAsync(cancellationToken);
        return ToDetails();
    }
}
