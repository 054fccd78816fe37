using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations.Evidence;

/// <summary>
/// Evidence holds longer, perhaps under a new reference. What it was called before is kept, for agreements still call it so.
/// </summary>
public sealed class RenewModel(DataSharingDbContext db, SignedIn signedIn, IValidator<EvidenceForm> validator)
    : EvidencePageModel(db, signedIn),
        IEvidencePage
{
    [FromRoute]
    public Guid Evidence { get; set; }

    public OrganisationEvidence? ToRenew => Organisation.Evidence.SingleOrDefault(e => e.Id == Evidence);

    public EvidenceWords Words => EvidenceWords.Of(ToRenew!.Kind);

    public bool IsRenewal => true;

    /// <summary>How many agreements in force name it.</summary>
    public int Named { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (ToRenew is null)
        {
            return NotFound();
        }

        Form = EvidenceForm.From(ToRenew);
        Named = await NamedInForceAsync(ToRenew, cancellationToken);
        await PrepareAsync(ToRenew.Kind);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ToRenew is null)
        {
            return NotFound();
        }

        await PrepareAsync(ToRenew.Kind);
        Form.Scheme = ToRenew.Assurance;
        if (!this.IsValid(Form, validator))
        {
            Named = await NamedInForceAsync(ToRenew, cancellationToken);
            return this.Invalid();
        }

        return await SaveAsync(now => Organisation.RenewEvidence(Evidence, Form.Term, Actor, now), EvidenceDone.Renewed, cancellationToken);
    }
}
