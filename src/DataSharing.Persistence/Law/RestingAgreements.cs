using DataSharing.Domain.Agreements;
using DataSharing.Persistence.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Law;

/// <summary>
/// The agreements that rest on some provisions. Those in force are counted for everybody. Those in preparation are counted and shown only to
/// whoever may see them: even a bare number could tell others who plans what, where few organisations can use a provision.
/// </summary>
/// <param name="InForce">Whatever the asker may see.</param>
/// <param name="Organisations">How many take part in those in force; whatever the asker may see, for it is a number alone.</param>
/// <param name="InForceSeen">Those of them that the asker may see.</param>
/// <param name="OnTheirWaySeen">What may still come into force, as far as the asker may see it.</param>
/// <param name="Seen">At most <see cref="MostShown"/>, in order of their references.</param>
public sealed record RestingAgreements(
    int InForce,
    int Organisations,
    int InForceSeen,
    int OnTheirWaySeen,
    IReadOnlyList<RestingAgreement> Seen
)
{
    public const int MostShown = 50;

    private static readonly VersionStatus[] Living = [.. VersionStates.InPreparation, .. VersionStates.InForce];

    /// <summary>How many the asker may see.</summary>
    public int SeenInAll => InForceSeen + OnTheirWaySeen;

    /// <summary>How many are in force, whatever they rest on, and how many organisations take part in them.</summary>
    public static async Task<(int Agreements, int Organisations)> InForceAsync(
        DataSharingDbContext db,
        CancellationToken cancellationToken = default
    )
    {
        var organisations = OrganisationsOf(db, db.AgreementVersions);
        var counted = await db
            .AgreementVersions.Where(v => VersionStates.InForce.Contains(v.Status))
            .GroupBy(_ => 1)
            .Select(g => new { Agreements = g.Count(), Organisations = organisations.Count() })
            .SingleOrDefaultAsync(cancellationToken);
        return counted is null ? (0, 0) : (counted.Agreements, counted.Organisations);
    }

    /// <summary>Who takes part in those of the versions that are in force, each once.</summary>
    private static IQueryable<OrganisationId> OrganisationsOf(DataSharingDbContext db, IQueryable<AgreementVersion> versions)
    {
        var holding = versions.Where(v => VersionStates.InForce.Contains(v.Status)).Select(v => v.Id);
        return db.Set<AgreementAccess>()
            .Where(access => access.Relation == Relation.Party && holding.Contains(access.VersionId))
            .Select(access => access.Organisation)
            .Distinct();
    }

    public static async Task<RestingAgreements> OnAsync(
        DataSharingDbContext db,
        IReadOnlyCollection<string> codes,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        string[] sought = [.. codes];
        var resting = db
            .AgreementVersions.AsNoTracking()
            .Where(v => Living.Contains(v.Status) && v.ReliesOn.Any(code => sought.Contains(code)));
        var mayBeSeen = resting.VisibleTo(actor, db);

        // One row for each agreement: the version in force, or the one in preparation if the asker sees none in force.
        var seen = mayBeSeen.Where(v =>
            VersionStates.InForce.Contains(v.Status)
            || !mayBeSeen.Any(o => o.AgreementId == v.AgreementId && VersionStates.InForce.Contains(o.Status))
        );
        var visible =
            from v in seen
            join a in db.Agreements on v.AgreementId equals a.Id
            select new
            {
                a.Reference,
                v.Ordinal,
                v.Label,
                v.Title,
                v.Status,
                v.ReliesOn,
            };
        var rows = await visible.OrderBy(v => v.Reference).ThenBy(v => v.Ordinal).Take(MostShown).ToListAsync(cancellationToken);
        var seenIds = seen.Select(v => v.Id);
        var organisations = OrganisationsOf(db, resting);
        var counts = await resting
            .Select(v => new { Holds = VersionStates.InForce.Contains(v.Status), IsSeen = seenIds.Contains(v.Id) })
            .GroupBy(v => v)
            .Select(g => new
            {
                g.Key.Holds,
                g.Key.IsSeen,
                Count = g.Count(),
                Organisations = organisations.Count(),
            })
            .ToListAsync(cancellationToken);
        return new RestingAgreements(
            counts.Where(c => c.Holds).Sum(c => c.Count),
            counts is [var any, ..] ? any.Organisations : 0,
            counts.Where(c => c is { Holds: true, IsSeen: true }).Sum(c => c.Count),
            counts.Where(c => c is { Holds: false, IsSeen: true }).Sum(c => c.Count),
            [
                .. rows.Select(v => new RestingAgreement(
                    v.Reference.Value,
                    v.Ordinal,
                    v.Label.ToString(),
                    v.Title,
                    v.Status,
                    [.. v.ReliesOn.Intersect(sought)]
                )),
            ]
        );
    }
}

/// <param name="Codes">Those of the provisions sought on which it rests.</param>
public sealed record RestingAgreement(
    string Reference,
    int Ordinal,
    string Label,
    string? Title,
    VersionStatus Status,
    IReadOnlyList<string> Codes
);
