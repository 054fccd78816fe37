using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Download;

/// <summary>A version in the form in which it can be imported elsewhere.</summary>
public sealed class FileModel(DataSharingDbContext db, SignedIn signedIn) : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    public IActionResult OnGet() =>
        File(
            new AgreementFile(Reference, Version.Label.ToString(), Version.Document).Write(),
            "application/json",
            $"{Reference}-{Version.Label}.agreement.json"
        );
}
