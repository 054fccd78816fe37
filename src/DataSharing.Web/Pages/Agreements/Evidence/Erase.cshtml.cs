using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Evidence;

/// <summary>Erases a file that should not be here: at once, or as a second person who was asked.</summary>
public sealed class EraseModel(
    DataSharingDbContext db,
    SignedIn signedIn,
    PortalSettings settings,
    IValidator<EvidenceReasonForm> validator
) : EvidencePageModel(db, signedIn, AgreementAction.EraseEvidence)
{
    [BindProperty]
    public EvidenceReasonForm Form { get; set; } = new();

    public bool TakesTwo => Item.WasSubmittedWith(Agreement);

    public DateOnly GoneFromBackups => Today.AddDays(settings.BackupsKeptDays);

    public string AskedBy { get; private set; } = "";

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await base.PrepareAsync(cancellationToken);
        AskedBy = Item.ErasureAskedBy is { } asker
            ? await Db.People.Where(person => person.Id == asker).Select(person => person.Name).FirstAsync(cancellationToken)
            : "";
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Item.AwaitsErasure)
        {
            ModelState.AddModelError("", "Choose whether to erase it or to keep it");
            return this.Invalid();
        }

        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        Item.Erase(Agreement, PlainText.Normalise(Form.Reason!), Actor, Now);
        return await SavedAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        Item.ConfirmErasureOf(Agreement, Actor, Now);
        return SavedAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        Item.RefuseErasure(Agreement, PlainText.Normalise(Form.Reason!), Actor, Now);
        return await SavedAsync(cancellationToken);
    }

    /// <summary>Whoever may ask, and whoever was asked.</summary>
    protected override Verdict Consider(Agreement agreement, AgreementVersion version, Actor actor) =>
        (
            Item.ConsiderErasure(agreement, AgreementAction.EraseEvidence, actor),
            Item.ConsiderErasure(agreement, AgreementAction.ConfirmErasure, actor)
        ) switch
        {
            (Verdict.Permitted, _) or (_, Verdict.Permitted) => Verdict.Permitted,
            (Verdict.NotNow, _) or (_, Verdict.NotNow) => Verdict.NotNow,
            var (verdict, _) => verdict,
        };

    private async Task<IActionResult> SavedAsync(CancellationToken cancellationToken)
    {
        if (Item.IsErased)
        {
            Db.EvidenceFiles.Remove(await Db.EvidenceFiles.SingleAsync(file => file.Evidence == Item.Id, cancellationToken));
        }

        await SaveAsync(cancellationToken);
        return ToList();
    }
}
