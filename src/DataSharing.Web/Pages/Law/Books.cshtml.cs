using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Law;

/// <summary>Every state of the law that agreements were judged by, and the one that is being prepared.</summary>
[MembersOnly]
public sealed class BooksModel(DataSharingDbContext db, SignedIn signedIn, EditionStore editions, LawShelf shelf) : PageModel
{
    public int Current { get; private set; }

    public IReadOnlyList<BookRow> Books { get; private set; } = [];

    public ShownOpenEdition Open { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Current = (await signedIn.Clock.CriteriaAsync()).LawBook.Number;
        var released = await editions.ReleasedAsync(EditionKind.LawBook, cancellationToken);
        var open = await editions.FindOpenAsync(EditionKind.LawBook, cancellationToken);
        var names = await Names.ReadAsync(
            db,
            ShownOpenEdition.People([.. released, .. open is null ? [] : new[] { open }]),
            [],
            cancellationToken
        );
        Open = new ShownOpenEdition(
            EditionKind.LawBook,
            open,
            names,
            await signedIn.ActorAsync(),
            Current + 1,
            OfferedBook.For((await signedIn.Clock.CriteriaAsync()).LawBook)
        );

        var books = new Dictionary<int, LawBook>();
        foreach (var number in released.Select(e => e.Number).Append(LawBook.First.Number))
        {
            books[number] = (await shelf.LawBookAsync(db, number, cancellationToken))!;
        }

        var rounds = await db.RoundsOfReleasesAsync(RecheckReason.LawBook, cancellationToken);
        Books =
        [
            .. released.Select(e => new BookRow(
                e.Number,
                books[e.Number].AsOf,
                e.ChangeNote,
                ShownOpenEdition.Released(e, names),
                Count(LawBookDifference.Between(books[e.Number - 1], books[e.Number]).Entries.Count),
                rounds.GetValueOrDefault(e.ReleasedAt!.Value)?.Outcome()
            )),
            new BookRow(LawBook.First.Number, LawBook.First.AsOf, "The first law book.", "It came with the portal.", "", null),
        ];
    }

    private static string Count(int differences) => differences == 1 ? "1 difference" : $"{differences} differences";

    /// <param name="Outcome">What the check of its release has found.</param>
    public sealed record BookRow(int Number, DateOnly AsOf, string ChangeNote, string Released, string Differences, string? Outcome);
}
