using DataSharing.Documents.Narrative;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>A list of items on a page of the draft.</summary>
/// <param name="Path">Its pointer.</param>
/// <param name="Items">In their order.</param>
/// <param name="IsWholePage">The page is about nothing else, so that its heading says what the list is.</param>
/// <param name="ComesLater">It belongs to an item that is not added yet.</param>
/// <param name="SavesFirst">The page has a form, so that everything done here saves it first.</param>
public sealed record ItemList(
    string Reference,
    string Path,
    string Label,
    string? Hint,
    string Kind,
    IReadOnlyList<ListedItem> Items,
    bool MayAdd,
    bool ComesLater,
    bool SavesFirst,
    bool IsWholePage
)
{
    /// <summary>Where the list stands on its page.</summary>
    public string Anchor => DataSharing.Documents.Narrative.Anchor.Of(Path);

    internal static ItemList Of(PartPageModel page, string path)
    {
        var node = page.Version.Document.ToNode();
        var words = new ItemWords(page.Answers);
        var items = ContentItems.In(node, path).ToList();
        var guide = ContentGuide.For(path);
        var comesLater = ContentPointer.Steps(path).Contains(DraftAddress.New);
        return new ItemList(
            page.Reference,
            path,
            guide.Label,
            PolicyWords.Fill(guide.Hint, page.Policy),
            ContentGuide.For(path + "/*").Label,
            [
                .. items.Select(
                    (item, i) =>
                        new ListedItem(
                            item.Path,
                            words.TitleOf(item.Path),
                            words.LawOf(item.Path),
                            words.DetailsOf(item.Path, item.Item),
                            page.TakeFindings(item.Path),
                            page.MayEdit(item.Path + "/id"),
                            page.Version.Locks.HolderOf(item.Path)?.Name,
                            i == 0,
                            i == items.Count - 1
                        )
                ),
            ],
            !comesLater && page.MayEdit(path),
            comesLater,
            page.Part.Questions.Count > 0 && page.MayEditHere,
            page.Part.Questions.Count == 0 && page.Part.Lists.Count == 1
        );
    }
}

/// <param name="Law">Where the provision that it cites is read.</param>
/// <param name="Details">The answers by which one knows it, each of one phrase or more.</param>
/// <param name="CompletedBy">The partner who alone changes it now.</param>
public sealed record ListedItem(
    string Path,
    string Title,
    string? Law,
    IReadOnlyList<IReadOnlyList<Phrase>> Details,
    IReadOnlyList<Finding> Findings,
    bool MayEdit,
    string? CompletedBy,
    bool IsFirst,
    bool IsLast
)
{
    public string Anchor => DataSharing.Documents.Narrative.Anchor.Of(Path);
}
