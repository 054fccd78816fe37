using System.Text.Json;
using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>Adds many fields at once from a table: name, type, category, reason.</summary>
public sealed class PasteFieldsModel(DataSharingDbContext db, SignedIn signedIn) : DraftPageModel(db, signedIn)
{
    [FromRoute]
    public string Dataset { get; set; } = "";

    [BindProperty]
    public string? Table { get; set; }

    /// <summary>The button: empty to see how the table is read, "add" to save it as shown, "change" to go back to it.</summary>
    [BindProperty]
    public string? Then { get; set; }

    /// <summary>How the table was read, before anything is saved.</summary>
    internal PastedFields? Preview { get; private set; }

    public string Parent => DraftAddress.OfItem(Reference, $"/datasets/{Dataset}");

    public string Name => DraftContent.Datasets.FirstOrDefault(d => d.Id == Dataset)?.Name ?? Dataset;

    private string List => $"/datasets/{Dataset}/fields";

    private bool HasDataset => DraftContent.Datasets.Any(d => d.Id == Dataset);

    public IActionResult OnGet() =>
        !HasDataset ? NotFound()
        : MayEdit(List) ? Page()
        : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!HasDataset)
        {
            return NotFound();
        }

        if (Then == "change")
        {
            return Page();
        }

        var pasted = PastedFields.Read(Table ?? "", DraftContent.Datasets.First(d => d.Id == Dataset), Version.UsedIds(List), LawBook);
        if (pasted.Errors.Count > 0)
        {
            // The first beside the box, the others above it.
            foreach (var (i, error) in pasted.Errors.Index())
            {
                ModelState.AddModelError(i == 0 ? nameof(Table) : "", error);
            }

            ViewData[ErrorsTagHelper.Sequence] = new[] { nameof(Table), "" };
            return this.Invalid();
        }

        if (Then != "add")
        {
            Preview = pasted;
            return Page();
        }

        var fields = pasted.Fields.Select(field => JsonSerializer.SerializeToNode(field, AgreementJson.Options)!.AsObject());
        if (!TryChange(() => Agreement.AddItems(List, [.. fields], Actor, Now)))
        {
            return this.Invalid();
        }

        await SaveAsync(cancellationToken);
        return LocalRedirect($"{Parent}?saved={List}#{Anchor.Of(List)}");
    }

    protected override Verdict ConsiderPost(Agreement agreement, Actor actor) => agreement.ConsiderEdit(List, actor);
}
