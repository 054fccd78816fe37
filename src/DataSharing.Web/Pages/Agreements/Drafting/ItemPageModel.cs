using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>
/// Adds or changes one item of a list. The address is the item's pointer below /draft, so that findings and differences lead here; a new
/// item is at <c>-</c>. What kind of item it is follows from the record that the form is bound to.
/// </summary>
public sealed class ItemPageModel<T>(DataSharingDbContext db, SignedIn signedIn) : AnswersPageModel<T>(db, signedIn), IItemPage
    where T : class, IItem
{
    /// <summary>The id of a new item: given when the form is opened, so that sending it twice adds one item.</summary>
    [BindProperty]
    public string? Id { get; set; }

    /// <summary>The item that a new one begins as a copy of.</summary>
    [BindProperty(SupportsGet = true)]
    public string? CopyOf { get; set; }

    public bool IsNew { get; private set; }

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

    public override bool MayEditHere => MayEdit(IsNew ? List : Path);

    public override bool MayAnswer(string path) => MayEdit(IsNew ? List : path);

    protected override string? EvidenceIsAbout => !IsNew && typeof(T) == typeof(LegalLine) ? Path : null;

    protected override string? CommentsAre => IsNew ? null : Path;

    protected override JsonObject Current => IsNew ? [] : base.Current;

    public IActionResult OnGet()
    {
        if (!Find())
        {
            return NotFound();
        }

        if (!MayEditHere)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (IsNew && CopyOf is not null)
        {
            Show(ContentPart.OfItem(ContentPointer.Append(List, CopyOf))?.Read(Version.Document.ToNode()) ?? []);
        }
        else
        {
            Show(Current);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Find())
        {
            return NotFound();
        }

        if (IsNew)
        {
            ChooseId();
        }

        if (Understand(out var shown) is not { } answers)
        {
            return shown;
        }

        if (TellEffect(answers))
        {
            return Page();
        }

        if (!TryChange(() => Keep(answers)))
        {
            return this.Invalid();
        }

        Follow();
        await SaveAsync(cancellationToken);
        return LocalRedirect(Next(IsNew ? ContentPointer.Append(List, Id!) : Path));
    }

    protected override Verdict ConsiderPost(Agreement agreement, Actor actor) =>
        agreement.ConsiderEdit(
            Pointer is { } pointer && pointer.EndsWith("/" + DraftAddress.New, StringComparison.Ordinal)
                ? ContentItems.ListOf(pointer)
                : Pointer ?? "",
            actor
        );

    protected override bool IsAboutThis(string path) => !IsNew && (path == Path || path.StartsWith(Path + "/", StringComparison.Ordinal));

    protected override string PathOnceSaved => IsNew ? ContentPointer.Append(List, Id!) : Path;

    protected override void Write(JsonObject content, JsonObject answers)
    {
        if (!IsNew)
        {
            base.Write(content, answers);
        }
        else if (ContentPointer.Resolve(content, ContentPointer.Append(List, Id!)) is null)
        {
            ContentItems.Insert(content, List, WithId(answers, Id!));
        }
    }

    private string? Pointer => Request.Path.Value!.Split("/draft", 2) is [_, var pointer] ? pointer : null;

    private void Keep(JsonObject answers)
    {
        if (!IsNew)
        {
            Agreement.ChangeAnswers(Part, answers, Asked, Actor, Now);
        }
        else if (!IsThereAlready(ContentPointer.Append(List, Id!), answers))
        {
            Agreement.AddItem(List, WithId(answers, Id!), Actor, Now);
        }
    }

    private bool Find()
    {
        if (Pointer is not { Length: > 0 } pointer || ContentPart.OfItem(pointer) is not { } part)
        {
            return false;
        }

        Part = part;
        var content = Version.Document.ToNode();
        IsNew = pointer.EndsWith("/" + DraftAddress.New, StringComparison.Ordinal);
        var owner = ContentItems.ListOf(List);
        if (IsNew)
        {
            Id ??= ContentItems.HaveChosenIds(List) ? null : ContentItems.NextId(List, Version.UsedIds(List));
            return owner.Length == 0 || ContentPointer.Resolve(content, owner) is not null;
        }

        return ContentPointer.Resolve(content, pointer) is JsonObject;
    }

    /// <summary>A chosen id is checked; a missing one is made of the name.</summary>
    private void ChooseId()
    {
        var used = Version.UsedIds(List).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = (Form as DataField)?.Name ?? (Form as Party)?.Name;
        if (string.IsNullOrWhiteSpace(Id))
        {
            Id = ContentItems.HaveChosenIds(List) ? ContentItems.IdFor(name ?? Kind, used) : ContentItems.NextId(List, used);
        }
        else if (!ContentItems.IsId(Id = Id.Trim()))
        {
            ModelState.AddModelError(nameof(Id), "The short code begins with a letter and has at most 40 letters, digits and hyphens");
        }
        else if (used.Contains(Id) && ContentPointer.Resolve(Version.Document.ToNode(), ContentPointer.Append(List, Id)) is null)
        {
            ModelState.AddModelError(nameof(Id), $"“{Id}” was the code of an item that was removed. Choose another");
        }
        else if (used.Contains(Id) && !SaysTheSame(Id) && AsksForId)
        {
            ModelState.AddModelError(nameof(Id), $"“{Id}” is taken. Choose another short code");
        }
    }

    private string TitleOf(string item) => new ItemWords(Answers).TitleOf(item);

    private bool SaysTheSame(string id) =>
        ContentPart.OfItem(ContentPointer.Append(List, id)) is { } part
        && AgreementAnswers.AreEqual(
            part.Read(Version.Document.ToNode()),
            ContentPart.Only(part.Questions, JsonSerializer.SerializeToNode(Form, AgreementJson.Options)!.AsObject())
        );

    /// <summary>The same form sent twice adds one item. Another person’s item under the same id gives this one the next.</summary>
    private bool IsThereAlready(string path, JsonObject answers)
    {
        if (ContentPart.OfItem(path) is not { } part || ContentPointer.Resolve(Version.Document.ToNode(), path) is not JsonObject)
        {
            return false;
        }

        if (AgreementAnswers.AreEqual(part.Read(Version.Document.ToNode()), answers))
        {
            return true;
        }

        if (!ContentItems.HaveChosenIds(List))
        {
            Id = ContentItems.NextId(List, Version.UsedIds(List));
        }

        return false;
    }

    /// <summary>A copy brings the items along that are in it.</summary>
    private JsonObject WithId(JsonObject answers, string id)
    {
        var item =
            CopyOf is not null
            && ContentPointer.Resolve(Version.Document.ToNode(), ContentPointer.Append(List, CopyOf)) is JsonObject original
                ? original.DeepClone().AsObject()
                : [];
        foreach (var question in Part.Questions)
        {
            ContentPointer.Set(item, question, ContentPointer.Resolve(answers, question));
        }

        item["id"] = id;
        return item;
    }

    /// <summary>
    /// Back to where the item is listed; on to the item itself where it has lists of its own to fill. What led to a place of a new item
    /// leads to that place of the item that it became.
    /// </summary>
    private string Next(string path) =>
        ThenAddress()
            ?.Replace(DraftAddress.OfItem(Reference, Part.Path) + "/", DraftAddress.OfItem(Reference, path) + "/", StringComparison.Ordinal)
        ?? (IsNew && Part.Lists.Count > 0 ? $"{DraftAddress.OfItem(Reference, path)}?saved={path}" : $"{Parent}?saved={path}");
}

/// <summary>What the frame around an item’s form needs of its page.</summary>
public interface IItemPage : IAnswersPage
{
    bool IsNew { get; }

    bool AsksForId { get; }

    string? Id { get; }

    string? CopyOf { get; }

    string Kind { get; }

    string Parent { get; }

    string ParentName { get; }

    bool HasLists { get; }

    IReadOnlyList<ItemList> Lists { get; }
}
