using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>Puts a file in the place of the draft's content.</summary>
public sealed class ReplaceModel(DataSharingDbContext db, SignedIn signedIn)
    : AgreementPageModel(db, signedIn, AgreementAction.ReplaceContent)
{
    [BindProperty]
    public Input Form { get; set; } = new();

    public IReadOnlyList<ImportError> Problems { get; private set; } = [];

    public void OnGet() => Form.Hash = Version.ContentHash.Hex;

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

        if (!ContentHash.TryParse(Form.Hash, out var seen))
        {
            return BadRequest();
        }

        Agreement.ReplaceContent(file.Document, new Seen(Version.Ordinal, seen), Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Findings/Check");
    }

    public sealed class Input
    {
        public IFormFile? File { get; set; }

        /// <summary>The content that the person had before them.</summary>
        public string? Hash { get; set; }
    }
}
