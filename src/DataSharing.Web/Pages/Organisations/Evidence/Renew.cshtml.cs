using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Jobs;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations.Evidence;

/// <summary>Evidence holds longer, perhaps under a new reference. What it was called before is kept, for agreements still call it so.</summary>
public sealed class RenewModel(DataSharingDbContext db, SignedIn signedIn, RecheckSignal recheck, IValidator<EvidenceForm> validator)
    : EvidencePageModel(db, signedIn, recheck), IEvidencePage
{
    [FromRoute]
    public Guid Evidence { get; set; }

    public OrganisationEvidence? ToRenew => Organisation.Evidence.SingleOrDefault(e => e.Id == Evidence);

    public EvidenceWords Words => EvidenceWords.Of(ToRenew!.Kind);

    public bool IsRenewal => true;

    public async Task<IActionResult> OnGetAsync()
    {
        if (ToRenew is null)
        {
            return NotFound();
        }

        Form = EvidenceForm.From(ToRenew);
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
        return this.IsValid(Form, validator)
            ? await SaveAsync(now => Organisation.RenewEvidence(Evidence, Form.Term, Actor, now), cancellationToken)
            : this.Invalid();
    }
}
