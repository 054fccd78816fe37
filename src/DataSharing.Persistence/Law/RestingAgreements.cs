using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Persistence.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Law;

/// <summary>The agreements that rest on some provisions: how many in all, and those that the asker may see.</summary>
/// <param name="ByStatus">Whatever the asker may see: a number tells nothing of an agreement.</param>
/// <param name="Seen">At most <see cref="MostShown"/>, in order of their references.</param>
/// <param name="SeenInAll">How many the asker may see.</param>
public sealed record RestingAgreements(IReadOnlyDictionary<VersionStatus, int> ByStatus, IReadOnlyList<RestingAgreement> Seen, int SeenInAll)
{
    public const int MostShown = 50;

    /// <summary>What may still come into force, or is.</summary>
    private static readonly VersionStatus[] Living =
    [
        VersionStatus.Draft, VersionStatus.InPartnerReview, VersionStatus.Submitted, VersionStatus.InApproval, VersionStatus.AwaitingSignatures,
        VersionStatus.Approved, VersionStatus.Active, VersionStatus.Suspended
    ];

    public int InForce => ByStatus.Where(s => s.Key is VersionStatus.Active or VersionStatus.Suspended).Sum(s => s.Value);

    public int OnTheirWay => ByStatus.Values.Sum() - InForce;

    public static async Task<RestingAgreements> OnAsync(
        DataSharingDbContext db, IReadOnlyCollection<string> codes, Actor actor, CancellationToken cancellationToken = default)
    {
        string[] sought = [.. codes];
        var resting = db.AgreementVersions.AsNoTracking().Where(v => Living.Contains(v.Status) && v.ReliesOn.Any(code => sought.Contains(code)));
        var byStatus = await resting.GroupBy(v => v.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        if (byStatus.Count == 0)
        {
            return new RestingAgreements(byStatus, [], 0);
        }

        var visible =
            from v in resting.VisibleTo(actor, db)
            join a in db.Agreements on v.AgreementId equals a.Id
            select new { a.Reference, v.Ordinal, v.Label, v.Title, v.Status, v.ReliesOn };
        var rows = await visible.OrderBy(v => v.Reference).ThenBy(v => v.Ordinal).Take(MostShown + 1).ToListAsync(cancellationToken);
        var all = rows.Count <= MostShown ? rows.Count : await visible.CountAsync(cancellationToken);
        return new RestingAgreements(
            byStatus,
            [.. rows.Take(MostShown).Select(v => new RestingAgreement(v.Reference.Value, v.Ordinal, v.Label.ToString(), v.Title, v.Status, [.. v.ReliesOn.Intersect(sought)]))],
            all);
    }
}

/// <param name="Codes">Those of the provisions sought on which it rests.</param>
public sealed record RestingAgreement(string Reference, int Ordinal, string Label, string? Title, VersionStatus Status, IReadOnlyList<string> Codes);
