using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>Puts a file in the place of the draft's content.</summary>
[Counts(Deed.Import)]
public sealed class ReplaceModel(DataSharingDbContext db, SignedIn signedIn)
    : AgreementPageModel(db, signedIn, AgreementAction.ReplaceContent)
{
    [BindProperty]
    public Input Form { get; set; } = new();

    public IReadOnlyList<ImportError> Problems { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await UploadedAgreement.ReadAsync(Form.File, LawBook, ModelState, "Form.File", cancellationToken) is not { } upload)
        {
            return this.Invalid();
        }

        Problems = upload.Errors;
        if (upload.File is not { } file)
        {
            return this.Invalid();
        }

        if (SeenByForm is not { } seen)
        {
            return BadRequest();
        }

        Agreement.ReplaceContent(file.Document, seen, Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Findings/Check");
    }

    public sealed class Input
    {
        public IFormFile? File { get; set; }
    }
}
