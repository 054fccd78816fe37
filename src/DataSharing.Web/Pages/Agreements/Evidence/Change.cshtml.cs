using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Evidence;

/// <summary>Says the title or the validity of evidence better.</summary>
public sealed class ChangeModel(DataSharingDbContext db, SignedIn signedIn, IValidator<EvidenceSaidForm> validator)
    : EvidencePageModel(db, signedIn, AgreementAction.KeepEvidence)
{
    [BindProperty]
    public EvidenceSaidForm Form { get; set; } = new();

    private string Seen => FormattableString.Invariant($"{Item.Title} {Item.ValidFrom:O} {Item.ValidTo:O}");

    public void OnGet() =>
        Form = new EvidenceSaidForm
        {
            Title = Item.Title,
            ValidFrom = DateInput.Of(Item.ValidFrom),
            ValidTo = DateInput.Of(Item.ValidTo),
            Opened = Seen,
        };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        var title = PlainText.Normalise(Form.Title!);
        if ((title, Form.ValidFrom.Value, Form.ValidTo.Value) == (Item.Title, Item.ValidFrom, Item.ValidTo))
        {
            return ToList(); // nothing to save, or saved by the first of two presses
        }

        if (Form.Opened != Seen)
        {
            throw new StaleDecisionException("The evidence was changed since this page was opened.");
        }

        Item.Change(Agreement, title, Form.ValidFrom.Value, Form.ValidTo.Value, Actor, Now);
        await SaveAsync(cancellationToken);
        return ToList();
    }
}
