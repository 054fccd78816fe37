using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Jobs;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations.Evidence;

/// <summary>Evidence holds longer, perhaps under a new reference. What it was called before is kept, for agreements still call it so.</summary>
public sealed class RenewModel(DataSharingDbContext db, SignedIn signedIn, RecheckSignal recheck, IValidator<EvidenceForm> validator)
    : EvidencePageModel(db, signedIn, recheck), IEvidencePage
{
    private readonly SignedIn _signedIn = signedIn;

    [FromRoute]
    public Guid Evidence { get; set; }

    [BindProperty]
    public EvidenceForm Form { get; set; } = new();

    public OrganisationEvidence? ToRenew => Organisation.Evidence.SingleOrDefault(e => e.Id == Evidence);

    public EvidenceWords Words => EvidenceWords.Of(ToRenew!.Kind);

    public IReadOnlyList<Choice> Conditions { get; private set; } = [];

    public bool IsRenewal => true;

    public async Task<IActionResult> OnGetAsync()
    {
        if (ToRenew is null)
        {
            return NotFound();
        }

        Form = EvidenceForm.From(ToRenew);
        await PrepareAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ToRenew is null)
        {
            return NotFound();
        }

        await PrepareAsync();
        return this.IsValid(Form, validator)
            ? await SaveAsync(now => Organisation.RenewEvidence(Evidence, Form.Term, Actor, now), cancellationToken)
            : this.Invalid();
    }

    private async Task PrepareAsync()
    {
        (Form.Kind, Form.Scheme, Form.Today) = (ToRenew!.Kind, ToRenew.Assurance, await _signedIn.Clock.TodayAsync());
        Conditions = EvidenceForm.Conditions((await _signedIn.Clock.CriteriaAsync()).LawBook);
    }
}
