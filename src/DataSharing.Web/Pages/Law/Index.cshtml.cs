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

    /// <summary>The same, as addresses say it.</summary>
    public string? AskedSlug { get; private set; }

    /// <summary>The day whose law is shown.</summary>
    public DateOnly Day => Asked ?? Today;

    /// <summary>Why the day that was asked for is none; null if it is one, or none was.</summary>
    public string? DayObjection { get; private set; }

    /// <summary>
    /// What somebody who asked that day was told by: the book that then counted. Null before the first release, for since when book 1
    /// counts here is not known.
    /// </summary>
    public int? BookOfThatDay { get; private set; }

    public DateOnly Today { get; private set; }

    public LawSearch Search { get; private set; } = null!;

    /// <summary>Nothing is asked yet: the kinds are shown, not their entries.</summary>
    public bool IsOverview => Search.IsEmpty && Kind != AllKinds && Asked is null;

    public IReadOnlyList<LawSection> Sections { get; private set; } = [];

    public IReadOnlyList<AdequateCountry> Countries { get; private set; } = [];

    /// <summary>What was asked for besides kind and words, so that the rest of the form is shown open.</summary>
    public bool HasMore => Search.Status is not null || Search.User is not null || !string.IsNullOrEmpty(On) || Book.Number != Books[^1];

    /// <summary>" on 1 March 2019 with the status “In force”": what narrows it down that one may not have thought of.</summary>
    public string Narrowed =>
        (Asked is { } day ? $" on {day.InWords()}" : "")
        + (Search.Status is { } status ? $" with the status “{LawSearch.Statuses.Single(s => s.Value == status).Words}”" : "");

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
        var asked = LawDay.Of(On);
        (Asked, DayObjection, AskedSlug) = (asked.Asked, asked.Objection, asked.Slug);
        BookOfThatDay = Asked <= Today ? released.LastOrDefault(book => book.At is { } at && at.UkDay() <= Asked)?.Number : null;
        Search = LawSearch.Of(Q, Kind, string.IsNullOrEmpty(Status) && Asked is not null ? nameof(Standing.InForce) : Status, Who);
        Sections = Search.In(Book, Day);
        Countries = Search.CountriesIn(Book, Day);
        return Page();
    }

    public static int ToBeConfirmed(IEnumerable<LawEntry> entries) => entries.Count(entry => entry.Unverified is not null);
}
