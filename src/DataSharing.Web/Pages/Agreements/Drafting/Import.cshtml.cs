using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements.Drafting;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>A file becomes a draft (T01).</summary>
[MembersOnly]
[Counts(Deed.Import)]
public sealed class ImportModel(AgreementStore store, SignedIn signedIn) : PageModel
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

        if (
            await UploadedAgreement.ReadAsync(
                Form.File,
                (await signedIn.Clock.CriteriaAsync()).LawBook,
                ModelState,
                "Form.File",
                cancellationToken
            )
            is not { } upload
        )
        {
            return this.Invalid();
        }

        Problems = upload.Errors;
        if (upload.File is not { } file)
        {
            return this.Invalid();
        }

        var reference = await store.StartAsync(file.Document, file.ExternalReferences, actor, cancellationToken);
        return LocalRedirect(DraftAddress.Of(reference.Value));
    }

    public sealed class Input
    {
        public IFormFile? File { get; set; }
    }
}
