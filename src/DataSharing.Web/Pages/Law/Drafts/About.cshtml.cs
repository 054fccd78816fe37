using System.Globalization;
using System.Text.Json;
using DataSharing.Domain.Law;
using DataSharing.Domain.Law.Editions;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>What the law book that is being prepared says of itself.</summary>
public sealed class AboutModel(EditionStore editions, SignedIn signedIn, IValidator<AboutModel.Input> validator) : EditionPageModel(editions, signedIn)
{
    [BindProperty]
    public Input Form { get; set; } = new();

    protected override EditionKind? KindOfAddress => EditionKind.LawBook;

    public void OnGet()
    {
        var book = Book;
        ShowNewest();
        Form = new Input
        {
            Title = book.Title,
            AsOf = new DateInput
            {
                Day = book.AsOf.Day.ToString(CultureInfo.InvariantCulture),
                Month = book.AsOf.Month.ToString(CultureInfo.InvariantCulture),
                Year = book.AsOf.Year.ToString(CultureInfo.InvariantCulture)
            },
            OpenPoints = string.Join('\n', book.OpenPoints)
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.IsValid(Form, validator)
        ? await ChangeAsync(
            Book.With(Form.Title!.Trim(), Form.AsOf.Value!.Value, LawMember.LinesOf((Form.OpenPoints ?? "").ReplaceLineEndings("\n"))).Write(), EditionPart.About, cancellationToken)
        : this.Invalid();

    protected override string Part(ReadOnlyMemory<byte> edition)
    {
        var book = LawBook.ReadKept(edition.Span);
        return JsonSerializer.Serialize(new { book.Title, book.AsOf, book.OpenPoints });
    }

    protected override IEnumerable<(string Key, string Message)> SavedOtherwise(ReadOnlyMemory<byte> typed)
    {
        var (saved, mine) = (Book, LawBook.ReadKept(typed.Span));
        (string, string, bool)[] answers =
        [
            ("Form.Title", $"Title: {LawDifferenceWords.SavedNow(saved.Title)}", saved.Title != mine.Title),
            ("Form.AsOf", $"The law as at: {LawDifferenceWords.SavedNow(saved.AsOf.InWords())}", saved.AsOf != mine.AsOf),
            ("Form.OpenPoints", $"Open points: {LawDifferenceWords.SavedNow(saved.OpenPoints, mine.OpenPoints)}", !saved.OpenPoints.SequenceEqual(mine.OpenPoints))
        ];
        return answers.Where(answer => answer.Item3).Select(answer => (answer.Item1, answer.Item2));
    }

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
            RuleFor(f => f.Title).NotEmpty().WithMessage("Enter a title").MaximumLength(LawBook.TitleMaxLength).WithMessage($"The title must be {LawBook.TitleMaxLength} characters or fewer");
            RuleFor(f => f.AsOf).Must(date => date.Value is not null).WithMessage(f => f.AsOf.IsBlank ? "Enter the date" : "Enter a real date, like 30 6 2027");
            RuleFor(f => f.OpenPoints).MaximumLength(LawBook.OpenPointsMaxLength).WithMessage($"The open points must be {LawBook.OpenPointsMaxLength:N0} characters or fewer");
        }
    }
}
