using System.Text;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>The law book that is being prepared as a file, out and in.</summary>
[Counts(Deed.Import)]
public sealed class FileModel(EditionStore editions, SignedIn signedIn) : EditionPageModel(editions, signedIn)
{
    private const long LargestSize = 5 * 1024 * 1024;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public string? ErrorText => ModelState.TryGetValue(nameof(Upload), out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    protected override EditionKind? KindOfAddress => EditionKind.LawBook;

    protected override string AfterConflict =>
        "Your file was not brought in, for it would undo that. Take the book away again and put your changes into it; "
        + "or choose your file once more, and it takes the place of everything.";

    public void OnGet() { }

    public IActionResult OnGetDownload() => File(Book.Write(), "application/json", $"law-book-{Edition.Number}-draft.json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Upload is null or { Length: 0 } or { Length: > LargestSize })
        {
            ModelState.AddModelError(
                nameof(Upload),
                Upload is null ? "Choose a file"
                    : Upload.Length == 0 ? "The file is empty"
                    : "The file must be 5 MB or smaller"
            );
            return this.Invalid();
        }

        using var bytes = new MemoryStream();
        await Upload.CopyToAsync(bytes, cancellationToken);
        try
        {
            var book = LawBook.Read(bytes.ToArray());
            Problems =
            [
                .. book.Number == Edition.Number
                    ? Array.Empty<string>()
                    : [$"It says that it is law book {book.Number}; this is law book {Edition.Number}."],
                .. new[] { AsOfObjection(book.AsOf) }.OfType<string>(),
                .. LawBookDifference.Objections(Criteria.LawBook, book).Select(problem => problem.ToString()),
            ];
            if (Problems.Count == 0)
            {
                return await ChangeAsync(book.Write(), EditionPart.WholeBook, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is InvalidLawBookException or DecoderFallbackException)
        {
            Problems = exception is InvalidLawBookException invalid ? invalid.Problems : ["The file is not text in UTF-8."];
        }

        ModelState.AddModelError(nameof(Upload), "The file cannot be brought in. What is wrong is listed below");
        return this.Invalid();
    }
}
