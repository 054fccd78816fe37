using DataSharing.Domain.Law;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Law;

/// <summary>What one released law book says otherwise than another, and the agreements that this touches.</summary>
[MembersOnly]
public sealed class CompareModel(DataSharingDbContext db, SignedIn signedIn, LawShelf shelf) : PageModel
{
    [FromQuery]
    public int? From { get; set; }

    [FromQuery]
    public int? To { get; set; }

    public LawBook Earlier { get; private set; } = null!;

    public LawBook Later { get; private set; } = null!;

    /// <summary>The newer book was asked for first.</summary>
    public bool IsTurnedRound { get; private set; }

    public IReadOnlyList<int> Numbers { get; private set; } = [];

    public LawBookDifference Difference { get; private set; } = null!;

    public Actor Reader { get; private set; } = null!;

    public RestingAgreements Touched { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Numbers = [.. (await LawShelf.ReleasedLawBooksAsync(db, cancellationToken)).Select(book => book.Number)];
        var later = To ?? Numbers[^1];
        var earlier = From ?? Math.Max(1, later - 1);
        if (!Numbers.Contains(earlier) || !Numbers.Contains(later))
        {
            return NotFound();
        }

        // Read backwards, what a book adds would look like what it takes away.
        IsTurnedRound = earlier > later;
        (earlier, later) = (Math.Min(earlier, later), Math.Max(earlier, later));
        Earlier = (await shelf.LawBookAsync(db, earlier, cancellationToken))!;
        Later = (await shelf.LawBookAsync(db, later, cancellationToken))!;
        Difference = LawBookDifference.Between(Earlier, Later);
        Reader = await signedIn.ActorAsync();
        Touched = await RestingAgreements.OnAsync(db, Difference.Codes, Reader, cancellationToken);
        return Page();
    }
}
