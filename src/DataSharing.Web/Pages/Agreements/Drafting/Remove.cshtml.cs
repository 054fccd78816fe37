using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>Takes an item out of the draft, unless other parts name it: then it says which.</summary>
public sealed class RemoveModel(DataSharingDbContext db, SignedIn signedIn) : DraftPageModel(db, signedIn)
{
    /// <summary>The item's pointer without its first slash.</summary>
    [FromRoute]
    public string Item { get; set; } = "";

    public string Path => "/" + Item;

    public string Name { get; private set; } = "";

    public IReadOnlyList<string> Details { get; private set; } = [];

    /// <summary>The places that name it.</summary>
    public IReadOnlyList<string> Uses { get; private set; } = [];

    /// <summary>Where it is listed.</summary>
    public string Parent =>
        ContentItems.ListOf(ContentItems.ListOf(Path)) is { Length: > 0 } owner
            ? DraftAddress.OfItem(Reference, owner)
            : DraftAddress.Of(Reference, ContentGuide.For(Path).Section);

    public IActionResult OnGet() =>
        !Find() ? NotFound()
        : MayEdit(Path) ? Page()
        : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Find())
        {
            // Sent twice: it is out already.
            return ContentPart.OfItem(Path) is not null && Version.RestorableItem(Path) is not null
                ? LocalRedirect($"{Parent}?removed={Path}")
                : NotFound();
        }

        if (Uses.Count > 0)
        {
            return new Microsoft.AspNetCore.Mvc.RazorPages.PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        Agreement.RemoveItem(Path, Actor, Now);
        await SaveAsync(cancellationToken);
        return LocalRedirect($"{Parent}?removed={Path}");
    }

    protected override Verdict ConsiderPost(Agreement agreement, Actor actor) =>
        ContentPart.OfItem(Path) is null ? Verdict.Hidden : agreement.ConsiderEdit(Path, actor);

    /// <summary>The question that names it; an element of a set has no question of its own.</summary>
    private static string QuestionOf(string path) =>
        ContentItems.ListOf(path) is var set && ContentShape.At(set) is ListShape { Element: TextShape } ? set : path;

    private bool Find()
    {
        var content = Version.Document.ToNode();
        if (ContentPart.OfItem(Path) is null || ContentPointer.Resolve(content, Path) is not JsonObject node)
        {
            return false;
        }

        var words = new ItemWords(Answers);
        (Name, Details) = (
            words.TitleOf(Path),
            [.. words.DetailsOf(Path, node).Select(detail => string.Join("; ", detail.Select(phrase => phrase.Text)))]
        );
        Uses = [.. ContentReferences.UsesOf(DraftContent, Path).Select(QuestionOf).Distinct()];
        return true;
    }
}
