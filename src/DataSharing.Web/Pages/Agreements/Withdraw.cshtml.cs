using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>T10: ends the agreement before it is active.</summary>
public sealed class WithdrawModel(DataSharingDbContext db, SignedIn signedIn, IValidator<ReasonForm> validator)
    : AgreementPageModel(db, signedIn, AgreementAction.Withdraw)
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

        Agreement.Withdraw(Form.Reason!.Trim(), Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Details");
    }
}
