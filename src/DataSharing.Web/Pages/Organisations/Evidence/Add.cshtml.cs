using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations.Evidence;

public sealed class AddModel(DataSharingDbContext db, SignedIn signedIn, IValidator<EvidenceForm> validator)
    : EvidencePageModel(db, signedIn),
        IEvidencePage
{
    [FromRoute]
    public string Kind { get; set; } = "";

    public EvidenceWords Words { get; private set; } = EvidenceWords.All[0];

    public bool IsRenewal => false;

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        if (
            Organisation.Evidence.Any(e =>
                e.Kind == Form.Kind && e.Assurance == (Words.HasScheme ? Form.Scheme : null) && e.IsNamed(Form.Term.Reference)
            )
        )
        {
            ModelState.AddModelError("Form.Reference", "This is recorded already: renew it on the organisation’s page");
            return this.Invalid();
        }

        return await SaveAsync(
            now =>
                Organisation.RecordEvidence(
                    OrganisationEvidence.Of(Form.Kind, Words.HasScheme ? Form.Scheme : null, Form.Term),
                    Actor,
                    now
                ),
            EvidenceDone.Recorded,
            cancellationToken
        );
    }

    private async Task<bool> FindAsync()
    {
        if (EvidenceWords.All.FirstOrDefault(words => words.Slug == Kind) is not { } found)
        {
            return false;
        }

        Words = found;
        await PrepareAsync(found.Kind);
        return true;
    }
}
