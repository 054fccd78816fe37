using DataSharing.Domain.Law;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Law;

/// <summary>One provision, with everything the book says about it.</summary>
[MembersOnly]
public sealed class EntryModel(DataSharingDbContext db, SignedIn signedIn, LawShelf shelf) : PageModel
{
    [FromRoute]
    public required string Code { get; set; }

    /// <summary>The number of an earlier law book; the one that counts if it is not said.</summary>
    [FromQuery(Name = "book")]
    public int? BookNumber { get; set; }

    /// <summary>The day whose law is asked for; today if it is not said.</summary>
    [FromQuery]
    public string? On { get; set; }

    public LawDay Asked => LawDay.Of(On);

    public DateOnly Day => Asked.Asked ?? Today;

    public LawBook Book { get; private set; } = null!;

    /// <summary>The number of the book that counts.</summary>
    public int Current { get; private set; }

    public Actor Reader { get; private set; } = null!;

    public RestingAgreements Resting { get; private set; } = null!;

    public LawEntry Entry { get; private set; } = null!;

    public LawKind Kind => LawKind.Of(Entry);

    public DateOnly Today { get; private set; }

    public StandingShown Standing => Entry.Shown(Day);

    /// <summary>Whatever day was asked for.</summary>
    public StandingShown StandingToday => Entry.Shown(Today);

    public bool MayBeReliedOn => Entry.InForceOn(Day);

    public IReadOnlyList<LawFact> Facts => LawEntryFacts.Of(Entry, Book);

    public IReadOnlyList<SpecifiedPerson> SpecifiedPersons => Entry is Gateway gateway ? gateway.SpecifiedPersons : [];

    public IReadOnlyList<RuleEntry> Rules => RulesAbout.Of(Entry, Book);

    /// <summary>When it holds, in words, whatever of it the book records.</summary>
    public string Validity =>
        (Entry.ValidFrom, Entry.ValidTo) switch
        {
            ({ } from, { } to) => $"From {from.InWords()} to {to.InWords()}, both included",
            ({ } from, null) => $"From {from.InWords()}, and no end is known",
            (null, { } to) => $"Until {to.InWords()}, that day included",
            _ when Entry.Status is LegalStatus.InForce => "No first day is recorded, and no end is known",
            _ => "No dates are recorded",
        };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Today = await signedIn.Clock.TodayAsync();
        Current = (await signedIn.Clock.CriteriaAsync()).LawBook.Number;
        if (await shelf.LawBookAsync(db, BookNumber ?? Current, cancellationToken) is not { } book)
        {
            return NotFound();
        }

        Book = book;

        // Addresses are lower case where the portal writes them, and as the agreements say the code where people do.
        var found = Book.Entries.FirstOrDefault(entry => entry.Code.Equals(Code, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            return NotFound();
        }

        Entry = found;
        Reader = await signedIn.ActorAsync();
        Resting = await RestingAgreements.OnAsync(db, [found.Code], Reader, cancellationToken);
        return Page();
    }
}
