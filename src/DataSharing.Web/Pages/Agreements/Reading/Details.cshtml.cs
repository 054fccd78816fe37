using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements.Findings;
using DataSharing.Web.Pages.Agreements.Partners;

namespace DataSharing.Web.Pages.Agreements.Reading;

/// <summary>The whole agreement, in plain order: the newest version that the person sees, or the one that the address names.</summary>
public sealed class DetailsModel(DataSharingDbContext db, SignedIn signedIn, LawShelf shelf)
    : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    public AgreementNarrative Reading { get; private set; } = null!;

    public IReadOnlyList<string> ExternalReferences => [.. Agreement.ExternalReferences.Where(r => r != Agreement.Reference.Value)];

    /// <summary>The version that has taken this one's place, if the person sees it.</summary>
    public AgreementVersion? Newer =>
        !Version.IsInForce && !Version.IsInPreparation && Agreement.ShownTo(Actor) is { } shown && shown.Ordinal > Version.Ordinal
            ? shown
            : null;

    /// <summary>Those before this one, but for the one that every page names beside it.</summary>
    public IReadOnlyList<AgreementVersion> OlderVersions => [.. SeenVersions.Where(v => v.Ordinal < Version.Ordinal && v != Beside)];

    /// <summary>
    /// The law book by which it was submitted, where another counts by now: it keeps what that one found, and what the newer one says can
    /// be read.
    /// </summary>
    public int? JudgedByEarlierBook =>
        Version.IsFrozen && Version.IsInPreparation && Version.LawBookNumber < LawBook.Number ? Version.LawBookNumber : null;

    /// <summary>How far the parties are with it, while it is a draft.</summary>
    public ShownPartnerReview? PartnerReview { get; private set; }

    /// <summary>What checks have found since, once it has come into force.</summary>
    public ShownLiveFindings? LiveFindings { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Reading = AgreementNarrative.Of(
            Version.Document.Content,
            LawBook,
            Version
                .Justifications.Where(j => j.ContentHash == Version.ContentHash)
                .SelectMany(j =>
                    Version
                        .Findings.Where(f => f.RuleId == j.RuleId)
                        .Select(f => new Note(f.Path, NoteKind.Done, $"{j.RuleId} justified: {j.Text}"))
                )
        );
        LiveFindings = Version.ActivatedAt is not null ? await ShownLiveFindings.OfAsync(this, Db, shelf, cancellationToken) : null;
        PartnerReview = Version.Status is VersionStatus.Draft or VersionStatus.InPartnerReview
            ? await ShownPartnerReview.OfAsync(this, Db, cancellationToken)
            : null;
    }
}
