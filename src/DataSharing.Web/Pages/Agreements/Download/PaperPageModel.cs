using DataSharing.Documents.Paper;
using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;

namespace DataSharing.Web.Pages.Agreements.Download;

/// <summary>A page that gives out a version as the document that people read and sign. Whoever may read the version may have it.</summary>
public abstract class PaperPageModel(DataSharingDbContext db, SignedIn signedIn, LawShelf shelf)
    : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    /// <summary>A submitted version is told by the law book that it was checked against, so that its document stays as it was.</summary>
    protected async Task<AgreementPaper> PaperAsync(CancellationToken cancellationToken)
    {
        var lawBook = Version.LawBookNumber is { } number ? await shelf.LawBookAsync(Db, number, cancellationToken) : null;
        var names = await Names.ReadAsync(
            Db,
            Version.Stages.SelectMany(stage => new PersonId?[] { stage.Standing?.Person, stage.Signature?.Person }),
            Version.Stages.Select(stage => (OrganisationId?)stage.Organisation),
            cancellationToken
        );
        return AgreementPaper.Of(Agreement.Reference, Version, lawBook ?? LawBook, names);
    }
}
