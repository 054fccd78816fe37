using DataSharing.Documents.Differences;
using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.History;

/// <summary>
/// What differs between two versions that the person sees; if they choose none, between the newest and the one that it was opened from; or
/// what changed since a party agreed the content.
/// </summary>
public sealed class DifferencesModel(DataSharingDbContext db, AgreementStore store, SignedIn signedIn)
    : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    /// <summary>The fingerprint of a content that somebody agreed, to be compared with the draft as it is now.</summary>
    [FromQuery]
    public string? Agreed { get; set; }

    /// <summary>An ordinal.</summary>
    [FromQuery(Name = "from")]
    public int? FromVersion { get; set; }

    /// <inheritdoc cref="FromVersion"/>
    [FromQuery(Name = "to")]
    public int? ToVersion { get; set; }

    public AgreementVersion? Older { get; private set; }

    public AgreementVersion? Newer { get; private set; }

    public AgreementDifferences Shown { get; private set; } = null!;

    /// <summary>Their word, if it is compared with what somebody agreed.</summary>
    public Assent? Assent { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Agreed is not null)
        {
            return await CompareWithAgreedAsync(cancellationToken) ? Page() : NotFound();
        }

        var versions = SeenVersions;
        Newer = ToVersion is null ? versions[0] : versions.FirstOrDefault(v => v.Ordinal == ToVersion);
        Older =
            FromVersion is not null ? versions.FirstOrDefault(v => v.Ordinal == FromVersion)
            : Newer is null ? null
            : Agreement.PredecessorsOf(Newer).FirstOrDefault(v => v.IsSeenBy(Actor));
        if (!ModelState.IsValid || Newer is null || (Older is null && FromVersion is not null))
        {
            return NotFound(); // no such version, or none that they may know of
        }

        if (Older is not null)
        {
            await ReadContentsAsync([Older, Newer], cancellationToken);
            Shown = AgreementDifferences.Of(
                Older.Document.Content,
                Newer.Document.Content,
                LawBook,
                $"Version {Older.Label}",
                $"Version {Newer.Label}"
            );
        }

        return Page();
    }

    private async Task<bool> CompareWithAgreedAsync(CancellationToken cancellationToken)
    {
        Newer = SeenVersions[0];
        Assent = SeenVersions.SelectMany(version => version.Assents).FirstOrDefault(assent => assent.ContentHash.Hex == Agreed);
        if (Assent is null || await store.AgreedContentAsync(Agreement.Id, Assent.ContentHash, cancellationToken) is not { } agreed)
        {
            return false;
        }

        await ReadContentsAsync([Newer], cancellationToken);
        Shown = AgreementDifferences.Of(agreed.Content, Newer.Document.Content, LawBook, "Agreed", "Now");
        return true;
    }
}
