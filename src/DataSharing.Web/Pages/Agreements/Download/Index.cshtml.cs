using DataSharing.Documents.Paper;
using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Access;

namespace DataSharing.Web.Pages.Agreements.Download;

/// <summary>The forms in which a version can be taken away.</summary>
public sealed class IndexModel(DataSharingDbContext db, SignedIn signedIn) : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    /// <summary>What is printed across the document; null if nothing is.</summary>
    public string? Mark { get; private set; }

    public void OnGet() => Mark = AgreementPaper.MarkOf(Version.Status);
}
