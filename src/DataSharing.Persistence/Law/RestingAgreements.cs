using DataSharing.Domain.Agreements;
using DataSharing.Persistence.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Law;

/// <summary>
/// The agreements that rest on some provisions. Those in force are counted for everybody. Those in preparation are counted and shown only
/// to whoever may see them: even a bare number could tell others who plans what, where few organisations can use a provision.
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

    /// <summary>
    /// Counted no further than this and one more; so are organisations, which are those of the agreements that are counted.
    /// </summary>
    public const int MostCounted = 100;

    private static readonly VersionStatus[] Living = [.. VersionStates.InPreparation, .. VersionStates.InForce];

    /// <summary>How many the asker may see.</summary>
    public int SeenInAll => InForceSeen + OnTheirWaySeen;

    /// <summary>
    /// How many are in force, whatever they rest on, and how many organisations take part in them, each up to <see cref="MostCounted"/> and
    /// one more.
    /// </summary>
    public static async Task<(int Agreements, int Organisations)> InForceAsync(
        DataSharingDbContext db,
        CancellationToken cancellationToken = default
    )
    {
        var inForce = db.AgreementVersions.Where(v => VersionStates.InForce.Contains(v.Status)).Select(v => v.Id);
        var organisations = OrganisationsOf(db, inForce);
        var counted = await db
            .Clock.Select(_ => new { Agreements = inForce.Take(MostCounted + 1).Count(), Organisations = organisations.Count() })
            .SingleAsync(cancellationToken);
        return (counted.Agreements, counted.Organisations);
    }

    /// <summary>Who takes part in the first of the versions, as many as are counted: each once.</summary>
    private static IQueryable<OrganisationId> OrganisationsOf(DataSharingDbContext db, IQueryable<AgreementVersionId> versions)
    {
        var counted = versions.Take(MostCounted + 1);
        return db.Set<AgreementAccess>()
            .Where(access => access.Relation == Relation.Party && counted.Contains(access.VersionId))
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
        var inForce = resting.Where(v => VersionStates.InForce.Contains(v.Status)).Select(v => v.Id);
        var organisations = OrganisationsOf(db, inForce);
        var counts = await db
            .Clock.Select(_ => new
            {
                InForce = inForce.Take(MostCounted + 1).Count(),
                Organisations = organisations.Count(),
                InForceSeen = seen.Where(v => VersionStates.InForce.Contains(v.Status)).Take(MostCounted + 1).Count(),
                OnTheirWaySeen = seen.Where(v => !VersionStates.InForce.Contains(v.Status)).Take(MostCounted + 1).Count(),
            })
            .SingleAsync(cancellationToken);
        return new RestingAgreements(
            counts.InForce,
            counts.Organisations,
            counts.InForceSeen,
            counts.OnTheirWaySeen,
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
