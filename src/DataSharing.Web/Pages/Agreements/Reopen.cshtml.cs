using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>T26: a controller's asset owner or signatory asks for a change after all have signed.</summary>
public sealed class ReopenModel(DataSharingDbContext db, SignedIn signedIn, IValidator<ReasonForm> validator)
    : AgreementPageModel(db, signedIn, AgreementAction.Reopen)
{
    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        Agreement.Reopen(Form.Reason!.Trim(), Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Route");
    }
}
