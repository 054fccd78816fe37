using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Evidence;

/// <summary>Takes evidence out of use, with a reason. It stays to be seen.</summary>
public sealed class RemoveModel(DataSharingDbContext db, SignedIn signedIn, IValidator<EvidenceReasonForm> validator)
    : EvidencePageModel(db, signedIn, AgreementAction.KeepEvidence)
{
    [BindProperty]
    public EvidenceReasonForm Form { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        Item.Remove(Agreement, PlainText.Normalise(Form.Reason!), Actor, Now);
        await SaveAsync(cancellationToken);
        return ToList();
    }
}
