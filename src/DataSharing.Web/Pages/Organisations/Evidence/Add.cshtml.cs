using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Jobs;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations.Evidence;

public sealed class AddModel(DataSharingDbContext db, SignedIn signedIn, RecheckSignal recheck, IValidator<EvidenceForm> validator)
    : EvidencePageModel(db, signedIn, recheck), IEvidencePage
{
    private readonly SignedIn _signedIn = signedIn;

    [FromRoute]
    public string Kind { get; set; } = "";

    [BindProperty]
    public EvidenceForm Form { get; set; } = new();

    public EvidenceWords Words { get; private set; } = EvidenceWords.All[0];

    public IReadOnlyList<Choice> Conditions { get; private set; } = [];

    public bool IsRenewal => false;

    public async Task<IActionResult> OnGetAsync() => await PrepareAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await PrepareAsync())
        {
            return NotFound();
        }

        return this.IsValid(Form, validator)
            ? await SaveAsync(now => Organisation.RecordEvidence(OrganisationEvidence.Of(Form.Kind, Words.HasScheme ? Form.Scheme : null, Form.Term), Actor, now), cancellationToken)
            : this.Invalid();
    }

    private async Task<bool> PrepareAsync()
    {
        if (EvidenceWords.All.FirstOrDefault(words => words.Slug == Kind) is not { } found)
        {
            return false;
        }

        (Words, Form.Kind, Form.Today) = (found, found.Kind, await _signedIn.Clock.TodayAsync());
        Conditions = EvidenceForm.Conditions((await _signedIn.Clock.CriteriaAsync()).LawBook);
        return true;
    }
}
