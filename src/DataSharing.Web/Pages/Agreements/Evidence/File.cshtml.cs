using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Evidence;

/// <summary>
/// An uploaded document, to be kept and opened elsewhere: never shown by the browser within the portal, whatever is in it (RFC 6266).
/// </summary>
public sealed class FileModel(DataSharingDbContext db, SignedIn signedIn) : EvidencePageModel(db, signedIn, AgreementAction.View)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var bytes = await Db
            .EvidenceFiles.AsNoTracking()
            .Where(f => f.Evidence == Item.Id)
            .Select(f => f.Bytes)
            .SingleAsync(cancellationToken);
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(bytes.ToArray(), "application/octet-stream", Item.FileName);
    }

    protected override Verdict Consider(Agreement agreement, AgreementVersion version, Actor actor) => Item.ConsiderFile(agreement, actor);
}
