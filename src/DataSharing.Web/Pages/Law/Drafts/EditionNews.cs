using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>How an edition differs from what counts, and whom that touches.</summary>
/// <param name="Criteria">What counts now.</param>
/// <param name="Difference">Of a law book.</param>
/// <param name="Touched">The agreements that rest on what differs in a law book.</param>
/// <param name="Settings">Of a policy: only what differs.</param>
public sealed record EditionNews(
    Edition Edition,
    Criteria Criteria,
    LawBookDifference? Difference,
    RestingAgreements? Touched,
    IReadOnlyList<ShownSetting> Settings
)
{
    /// <summary>Objectives of gateways that no purpose of an agreement can name yet.</summary>
    public IReadOnlyList<string> NewObjectives =>
        Difference is null ? [] : LawBookDifference.NewObjectives(Criteria.LawBook, BookOf(Edition));

    /// <summary>What of the part that was changed differs from what counts; null where nothing was changed.</summary>
    public string? StillDiffers(ShownDeed deed) =>
        deed.Part is null ? null
        : Difference is { } difference ? DifferingPart.Of(deed.Part, difference, Criteria.LawBook, BookOf(Edition))
        : DifferingPart.Named(Settings.Select(shown => shown.Setting.Label));

    /// <summary>Nothing is new in it.</summary>
    public static bool IsNothing(Edition edition, Criteria criteria) =>
        edition.Kind is EditionKind.LawBook
            ? LawBookDifference.Between(criteria.LawBook, BookOf(edition)).IsEmpty && criteria.LawBook.AsOf == BookOf(edition).AsOf
            : PolicyOf(edition) == criteria.Policy with { Number = edition.Number };

    internal static async Task<EditionNews> ReadAsync(
        DataSharingDbContext db,
        Edition edition,
        Criteria criteria,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (edition.Kind is not EditionKind.LawBook)
        {
            return new EditionNews(edition, criteria, null, null, ShownSetting.Differing(criteria.Policy, PolicyOf(edition)));
        }

        var difference = LawBookDifference.Between(criteria.LawBook, BookOf(edition));
        return new EditionNews(
            edition,
            criteria,
            difference,
            await RestingAgreements.OnAsync(db, difference.Codes, actor, cancellationToken),
            []
        );
    }

    private static LawBook BookOf(Edition edition) => LawBook.ReadKept(edition.Bytes.Span);

    private static Policy PolicyOf(Edition edition) => Policy.ReadKept(edition.Bytes.Span);
}
