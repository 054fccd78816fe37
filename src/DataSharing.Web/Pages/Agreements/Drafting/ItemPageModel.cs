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
public sealed partial class ItemPageModel<T>(DataSharingDbContext db, SignedIn signedIn) : AnswersPageModel<T>(db, signedIn), IItemPage
    where T : class, IItem
{
    /// <summary>The id of a new item: given when the form is opened, so that sending it twice adds one item.</summary>
    [BindProperty]
    public string? Id { get; set; }

    /// <summary>The item that a new one begins as a copy of.</summary>
    [BindProperty(SupportsGet = true)]
    public string? CopyOf { get; set; }

    public bool IsNew { get; private set; }

    public override bool MayEditHere => MayEdit(IsNew ? List : Path);

    public override bool MayAnswer(string path) => MayEdit(IsNew ? List : path);

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
            (Id, var objection) = Added.ChooseId(Id, Form, AsksForId);
            if (objection is not null)
            {
                ModelState.AddModelError(nameof(Id), objection);
            }
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

        Pressed.Follow(Agreement, MayEdit, Actor, Now);
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

    protected override string PathOnceSaved => IsNew ? ContentPointer.Append(List, Id!) : Path;

    protected override void Write(JsonObject content, JsonObject answers)
    {
        if (!IsNew)
        {
            base.Write(content, answers);
        }
        else if (ContentPointer.Resolve(content, ContentPointer.Append(List, Id!)) is null)
        {
            ContentItems.Insert(content, List, Added.Of(Part, answers, Id!));
        }
    }

    private NewItem Added => new(Version, List, CopyOf);

    private void Keep(JsonObject answers)
    {
        if (!IsNew)
        {
            Agreement.ChangeAnswers(Part, answers, Asked, Actor, Now);
        }
        else if (!Added.IsThere(Id!, answers))
        {
            Id = Added.FreeId(Id!);
            Agreement.AddItem(List, Added.Of(Part, answers, Id), Actor, Now);
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
}
