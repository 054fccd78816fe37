using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Persistence;
using DataSharing.Web.Access;
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

    private string Seen => $"{Version.Ordinal} {Version.Status} {Version.ContentHash.Hex}";

    public void OnGet() => Form.Opened = Seen;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        if (Form.Opened != Seen)
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
