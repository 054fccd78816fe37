using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Lists;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements.Drafting;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>T01: a draft from a blank page, or as a copy of an agreement that the person may see.</summary>
[MembersOnly]
[Counts(Deed.Draft)]
public sealed class NewModel(AgreementList list, AgreementStore store, SignedIn signedIn, IValidator<NewModel.Input> validator) : PageModel
{
    private const int Shown = 10;

    [BindProperty]
    public Input Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Row? Original { get; private set; }

    public IReadOnlyList<Row> Found { get; private set; } = [];

    /// <summary>The search ended before all was looked at, and there may be more.</summary>
    public bool IsCutShort { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? from, CancellationToken cancellationToken)
    {
        var actor = await signedIn.ActorAsync();
        if (!Agreement.MayDraft(actor))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Form.CopyOf = from;
        if (from is not null && await ToCopyAsync(actor, cancellationToken) is null)
        {
            return NotFound();
        }

        Form.Title = Original?.Title;
        if (from is null)
        {
            var found = Q?.Trim() is { Length: > 0 and <= 200 } words
                ? await list.PageAsync(actor, words, cancellationToken: cancellationToken)
                : new AgreementPage(await list.ChangedLastAsync(actor, Shown, cancellationToken), Next: null);
            Found = [.. found.Rows.Take(Shown).Select(row => new Row(row.Reference, row.Title, row.PartyNames))];
            IsCutShort = found.LookFurther is not null;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var actor = await signedIn.ActorAsync();
        if (!Agreement.MayDraft(actor))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var original = Form.CopyOf is null ? null : await ToCopyAsync(actor, cancellationToken);
        if (Form.CopyOf is not null && original is null)
        {
            return NotFound();
        }

        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        var content = original is null ? new AgreementContent() : AgreementCopy.Of(original.Document.Content).Content;
        var document = AgreementDocument.Of(content with { Title = Form.Title });
        var reference = await store.StartAsync(document, [], actor, cancellationToken);
        return LocalRedirect(DraftAddress.Of(reference.Value));
    }

    /// <summary>The version of the agreement to be copied that its page shows the person.</summary>
    private async Task<AgreementVersion?> ToCopyAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (
            !AgreementReference.TryParse(Form.CopyOf!.ToUpperInvariant(), out var reference)
            || await store.FindAsync(reference, cancellationToken) is not { } agreement
            || agreement.ShownTo(actor) is not { } seen
        )
        {
            return null;
        }

        await store.ReadContentsAsync([seen], cancellationToken);
        Original = new Row(reference.Value, seen.Title, seen.PartyNames);
        return seen;
    }

    public sealed record Row(string Reference, string? Title, IReadOnlyList<string> Parties);

    public sealed class Input
    {
        public string? CopyOf { get; set; }

        public string? Title { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Input>
    {
        public Validator() =>
            RuleFor(f => f.Title)
                .NotEmpty()
                .WithMessage("Give the agreement a title")
                .MaximumLength(AgreementContent.TitleMaxLength)
                .WithMessage($"The title must be {AgreementContent.TitleMaxLength} characters or fewer");
    }
}
