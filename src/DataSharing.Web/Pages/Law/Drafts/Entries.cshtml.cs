using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>The provisions of the law book that is being prepared, to be chosen from.</summary>
public sealed class EntriesModel(DataSharingDbContext db, EditionStore editions, SignedIn signedIn) : EditionPageModel(editions, signedIn)
{
    [FromQuery]
    public string? Q { get; set; }

    public IReadOnlyList<LawSection> Found { get; private set; } = [];

    /// <summary>The codes that differ from the book that counts now.</summary>
    public IReadOnlySet<string> Changed { get; private set; } = new HashSet<string>();

    /// <summary>What agreements in force cite though no law book holds it.</summary>
    public IReadOnlyList<CitedEnactment> CitedElsewhere { get; private set; } = [];

    protected override EditionKind? KindOfAddress => EditionKind.LawBook;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var book = Book;
        Found = LawSearch.Of(Q, null, null).In(book, Now.UkDay());
        Changed = LawBookDifference.Between(Criteria.LawBook, book).Codes.ToHashSet();
        CitedElsewhere = await db.CitedEnactmentsAsync(cancellationToken);
    }
}
