using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>What the law book that is being prepared says of itself.</summary>
public sealed class AboutModel(EditionStore editions, SignedIn signedIn, IValidator<AboutModel.Input> validator)
    : EditionPageModel(editions, signedIn)
{
    [BindProperty]
    public Input Form { get; set; } = new();

    protected override EditionKind? KindOfAddress => EditionKind.LawBook;

    public void OnGet()
    {
        var book = Book;
        Show(book);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator) | !IsNear(Form.AsOf.Value))
        {
            return this.Invalid();
        }

        var (saved, mine) = (
            Book,
            Book.With(Form.Title!.Trim(), Form.AsOf.Value!.Value, LawMember.LinesOf((Form.OpenPoints ?? "").ReplaceLineEndings("\n")))
        );
        var met = Meet(FieldsOf(mine));
        var merged = Book.With(
            met.Kept.Contains(nameof(mine.Title)) ? saved.Title : mine.Title,
            met.Kept.Contains(nameof(mine.AsOf)) ? saved.AsOf : mine.AsOf,
            met.Kept.Contains(nameof(mine.OpenPoints)) ? saved.OpenPoints : mine.OpenPoints
        );
        Show(merged);
        try
        {
            return met.Conflicts.Count == 0
                ? await WriteAsync(Insisted(merged).Write(), EditionPart.About, cancellationToken)
                : await ConflictAsync([.. SavedOtherwise(saved, mine, met.Conflicts)], EditionPart.About, cancellationToken);
        }
        catch (InvalidLawBookException exception)
        {
            ModelState.AddModelError("", exception.Problems[0]);
            return this.Invalid();
        }
    }

    private bool IsNear(DateOnly? asOf)
    {
        if (asOf is { } day && AsOfObjection(day) is { } objection)
        {
            ModelState.AddModelError("Form.AsOf", objection);
            return false;
        }

        return true;
    }

    private void Show(LawBook book)
    {
        (Form.Title, Form.AsOf, Form.OpenPoints) = (book.Title, DateInput.Of(book.AsOf), string.Join('\n', book.OpenPoints));
        ModelState.Clear(); // a form shows what was sent before what the page says
    }

    protected override JsonObject? Fields(ReadOnlyMemory<byte> edition) => FieldsOf(BookIn(edition));

    private static JsonObject FieldsOf(LawBook book) =>
        JsonSerializer
            .SerializeToNode(
                new
                {
                    book.Title,
                    book.AsOf,
                    book.OpenPoints,
                }
            )!
            .AsObject();

    private static IEnumerable<(string Key, string Message)> SavedOtherwise(LawBook saved, LawBook mine, IReadOnlySet<string> conflicts) =>
        new[]
        {
            (Name: nameof(saved.Title), Message: $"Title: {LawDifferenceWords.SavedNow(saved.Title)}"),
            (Name: nameof(saved.AsOf), Message: $"The law as at: {LawDifferenceWords.SavedNow(saved.AsOf.InWords())}"),
            (Name: nameof(saved.OpenPoints), Message: $"Open points: {LawDifferenceWords.SavedNow(saved.OpenPoints, mine.OpenPoints)}"),
        }
            .Where(answer => conflicts.Contains(answer.Name))
            .Select(answer => ($"Form.{answer.Name}", answer.Message));

    public sealed class Input
    {
        public string? Title { get; set; }
        public DateInput AsOf { get; set; } = new();
        public string? OpenPoints { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(f => f.Title)
                .NotEmpty()
                .WithMessage("Enter a title")
                .MaximumLength(LawBook.TitleMaxLength)
                .WithMessage($"The title must be {LawBook.TitleMaxLength} characters or fewer");
            RuleFor(f => f.AsOf)
                .Must(date => date.Value is not null)
                .WithMessage(f => f.AsOf.IsBlank ? "Enter the date" : "Enter a real date, like 30 6 2027");
            RuleFor(f => f.OpenPoints)
                .MaximumLength(LawBook.OpenPointsMaxLength)
                .WithMessage($"The open points must be {LawBook.OpenPointsMaxLength:N0} characters or fewer");
        }
    }
}
