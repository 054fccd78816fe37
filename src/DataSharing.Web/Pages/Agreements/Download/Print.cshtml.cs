using DataSharing.Documents.Paper;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;

namespace DataSharing.Web.Pages.Agreements.Download;

/// <summary>The text of the Word document as a page to print.</summary>
public sealed class PrintModel(DataSharingDbContext db, SignedIn signedIn, LawShelf shelf) : PaperPageModel(db, signedIn, shelf)
{
    public AgreementPaper Paper { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Paper = await PaperAsync(cancellationToken);
}
