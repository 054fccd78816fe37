using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Law;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>A file becomes a draft (T01).</summary>
[MembersOnly]
public sealed class ImportModel(DataSharingDbContext db, SignedIn signedIn) : PageModel
{
    [BindProperty]
    public Input Form { get; set; } = new();

    public IReadOnlyList<ImportError> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() =>
        Agreement.MayDraft(await signedIn.ActorAsync()) ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var actor = await signedIn.ActorAsync();
        if (!Agreement.MayDraft(actor))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await UploadedAgreement.ReadAsync(Form.File, ModelState, "Form.File", cancellationToken) is not { } upload)
        {
            return this.Invalid();
        }

        Problems = upload.Errors;
        if (upload.File is not { } file)
        {
            return this.Invalid();
        }

        var agreement = await new AgreementStore(db).DraftAsync(file, actor, cancellationToken);
        return RedirectToPage("/Agreements/Check", new { reference = agreement.Reference.Value });
    }

    public sealed class Input
    {
        public IFormFile? File { get; set; }
    }
}
