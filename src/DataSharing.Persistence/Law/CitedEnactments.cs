using System.ComponentModel.DataAnnotations.Schema;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Law;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Law;

/// <summary>An enactment that the law book does not hold, and how many agreements in force cite it.</summary>
public sealed record CitedEnactment([property: Column("title")] string Title, [property: Column("agreements")] int Agreements);

/// <summary>What agreements in force cite as another enactment: what whoever writes the next law book may want to take in.</summary>
public static class CitedEnactments
{
    public const int MostShown = 20;

    /// <summary>The most cited first. Titles alone, so that whoever may read no agreement learns nothing of any.</summary>
    public static async Task<IReadOnlyList<CitedEnactment>> CitedEnactmentsAsync(
        this DataSharingDbContext db,
        CancellationToken cancellationToken
    )
    {
        string[] inForce = [.. VersionStates.InForce.Select(status => $"{status}")];
        string[] other = [Gateway.OtherEnactment];
        return await db
            .Database.SqlQuery<CitedEnactment>(
                $"""
                SELECT min(btrim(power ->> 'otherTitle')) AS title, count(DISTINCT v.agreement_id)::int AS agreements
                FROM agreement_versions v
                    JOIN version_contents c ON c.version_id = v.id
                    CROSS JOIN jsonb_array_elements(convert_from(c.canonical_content, 'UTF8')::jsonb -> 'legalLines') AS line
                    CROSS JOIN jsonb_array_elements(line -> 'gateways') AS power
                WHERE v.relies_on @> {other} AND v.status = ANY ({inForce}) AND power ->> 'code' = {other[
                    0
                ]} AND btrim(power ->> 'otherTitle') <> ''
                GROUP BY lower(btrim(power ->> 'otherTitle'))
                ORDER BY agreements DESC, title
                LIMIT {MostShown}
                """
            )
            .ToListAsync(cancellationToken);
    }
}
