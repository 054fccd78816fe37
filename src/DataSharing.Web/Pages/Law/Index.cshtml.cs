using DataSharing.Domain.Law;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Law;

/// <summary>The law book: by kind, or what a search finds in it.</summary>
[MembersOnly]
public sealed class IndexModel(BusinessClock clock) : PageModel
{
    /// <summary>The kind that stands for the whole book on one page.</summary>
    public const string AllKinds = "all";

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public string? Kind { get; set; }

    [FromQuery]
    public string? Status { get; set; }

    public LawBook Book { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public LawSearch Search { get; private set; } = null!;

    /// <summary>Nothing is asked yet: the kinds are shown, not their entries.</summary>
    public bool IsOverview => Search is { Words: "", Kind: null, Status: null } && Kind != AllKinds;

    public IReadOnlyList<LawSection> Sections { get; private set; } = [];

    public IReadOnlyList<AdequateCountry> Countries { get; private set; } = [];

    public int Found => Sections.Sum(section => section.Entries.Count);

    public async Task OnGetAsync()
    {
        Today = await clock.TodayAsync();
        Book = (await clock.CriteriaAsync()).LawBook;
        Search = LawSearch.Of(Q, Kind, Status);
        Sections = Search.In(Book, Today);
        Countries = Search.CountriesIn(Book, Today);
    }

    public static int ToBeConfirmed(IEnumerable<LawEntry> entries) => entries.Count(entry => entry.Unverified is not null);
}
