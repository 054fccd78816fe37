using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>Changes the draft rather than taking on a condition.</summary>
public sealed class TakeBackModel(DataSharingDbContext db, SignedIn signedIn, IValidator<ReasonForm> validator)
    : AgreementPageModel(db, signedIn, AgreementAction.TakeBack)
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

        Agreement.TakeBack(Form.Reason!.Trim(), Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Route");
    }
}
