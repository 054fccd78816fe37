using DataSharing.Domain.Content;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>Where the item stands: its list, what encloses it, what is said about it, and the ways back and on.</summary>
public sealed partial class ItemPageModel<T>
{
    public string List => ContentItems.ListOf(Part.Path);

    /// <summary>What such an item is called: "Data flow".</summary>
    public string Kind => ContentGuide.For(List + "/*").Label;

    /// <summary>People speak of these by their id, so they may choose it.</summary>
    public bool AsksForId =>
        IsNew
        && (typeof(T) == typeof(Party) || typeof(T) == typeof(DataField) || typeof(T) == typeof(Purpose) || typeof(T) == typeof(Dataset));

    public override IReadOnlyList<ItemList> Lists => IsNew ? [] : base.Lists;

    public override string Name => IsNew ? Kind : TitleOf(Path);

    public bool HasLists => Part.Lists.Count > 0;

    public string ParentName => ContentItems.ListOf(List) is { Length: > 0 } owner ? TitleOf(owner) : CodeLabels.Of(Part.Section);

    /// <summary>The page to which one goes back: the enclosing item, or the section.</summary>
    public string Parent =>
        ContentItems.ListOf(List) is { Length: > 0 } owner
            ? DraftAddress.OfItem(Reference, owner)
            : DraftAddress.Of(Reference, Part.Section);

    protected override string? EvidenceIsAbout => !IsNew && typeof(T) == typeof(LegalLine) ? Path : null;

    protected override string? CommentsAre => IsNew ? null : Path;

    protected override bool IsAboutThis(string path) => !IsNew && (path == Path || path.StartsWith(Path + "/", StringComparison.Ordinal));

    private string? Pointer => Request.Path.Value!.Split("/draft", 2) is [_, var pointer] ? pointer : null;

    private string TitleOf(string item) => new ItemWords(Answers).TitleOf(item);

    /// <summary>
    /// Back to where the item is listed; on to the item itself where it has lists of its own to fill. What led to a place of a new item
    /// leads to that place of the item that it became.
    /// </summary>
    private string Next(string path) =>
        Pressed
            .AddressAfter(Request.Path, Url)
            ?.Replace(DraftAddress.OfItem(Reference, Part.Path) + "/", DraftAddress.OfItem(Reference, path) + "/", StringComparison.Ordinal)
        ?? (IsNew && Part.Lists.Count > 0 ? $"{DraftAddress.OfItem(Reference, path)}?saved={path}" : $"{Parent}?saved={path}");
}
