using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>A page on which an agreement is ended or sent back, with one question: why?</summary>
public abstract class ReasonPageModel(DataSharingDbContext db, SignedIn signedIn, IValidator<ReasonForm> validator, AgreementAction action)
    : AgreementPageModel(db, signedIn, action)
{
    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    // What is ended or sent back is the version in the state that the person saw.
    protected override Opened AsItIs => new($"{base.AsItIs!.State} {Version.Status}");

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        if (IsOvertaken)
        {
            throw new StaleDecisionException("The agreement has moved on since this page was opened.");
        }

        Act(Form.Reason!.Trim());
        await SaveAsync(cancellationToken);
        return Done();
    }

    protected abstract void Act(string reason);

    /// <summary>Where the person goes on to.</summary>
    protected virtual IActionResult Done() => To("Reading/Details");
}
