using DataSharing.Documents.Word;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Download;

/// <summary>A version as a Word document.</summary>
public sealed class WordModel(DataSharingDbContext db, SignedIn signedIn, LawShelf shelf) : PaperPageModel(db, signedIn, shelf)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        File(WordFile.Write(await PaperAsync(cancellationToken)), WordFile.MediaType, $"{Reference}-{Version.Label}.docx");
}
