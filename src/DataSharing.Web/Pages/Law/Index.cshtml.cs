using System.Globalization;
using DataSharing.Domain;
using DataSharing.Domain.Law;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Law;

/// <summary>The law book: by kind, or what a search finds in it.</summary>
[MembersOnly]
public sealed class IndexModel(DataSharingDbContext db, BusinessClock clock, LawShelf shelf) : PageModel
{
    /// <summary>The kind that stands for the whole book on one page.</summary>
    public const string AllKinds = "all";

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public string? Kind { get; set; }

    [FromQuery]
    public string? Status { get; set; }

    /// <summary>Who may use it.</summary>
    [FromQuery]
    public string? Who { get; set; }

    /// <summary>"The law on 1 March 2026": what holds that day, as the book knows it. Today if it is not said.</summary>
    [FromQuery]
    public string? On { get; set; }

    /// <summary>The number of an earlier law book; the one that counts if it is not said.</summary>
    [FromQuery(Name = "book")]
    public int? BookNumber { get; set; }

    public LawBook Book { get; private set; } = null!;

    /// <summary>Those that were released.</summary>
    public IReadOnlyList<int> Books { get; private set; } = [];

    /// <summary>The day that was asked for; null if none was, or none that is one.</summary>
    public DateOnly? Asked { get; private set; }

    /// <summary>The day whose law is shown.</summary>
    public DateOnly Day => Asked ?? Today;

    /// <summary>What somebody who asked that day was told by: the book that then counted.</summary>
    public int? BookOfThatDay { get; private set; }

    public DateOnly Today { get; private set; }

    public LawSearch Search { get; private set; } = null!;

    /// <summary>Nothing is asked yet: the kinds are shown, not their entries.</summary>
    public bool IsOverview => Search.IsEmpty && Kind != AllKinds && Asked is null;

    public IReadOnlyList<LawSection> Sections { get; private set; } = [];

    public IReadOnlyList<AdequateCountry> Countries { get; private set; } = [];

    public int Found => Sections.Sum(section => section.Entries.Count);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Today = await clock.TodayAsync();
        var released = await LawShelf.ReleasedLawBooksAsync(db, cancellationToken);
        Books = [.. released.Select(book => book.Number)];
        if (!Books.Contains(BookNumber ?? 1))
        {
            return NotFound();
        }

        Book = (await shelf.LawBookAsync(db, BookNumber ?? Books[^1], cancellationToken))!;
        Asked = DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        BookOfThatDay = Asked <= Today ? released.Last(book => book.At is null || book.At.Value.UkDay() <= Asked).Number : null;
        Search = LawSearch.Of(Q, Kind, string.IsNullOrEmpty(Status) && Asked is not null ? nameof(Standing.InForce) : Status, Who);
        Sections = Search.In(Book, Day);
        Countries = Search.CountriesIn(Book, Day);
        return Page();
    }

    public static int ToBeConfirmed(IEnumerable<LawEntry> entries) => entries.Count(entry => entry.Unverified is not null);
}
