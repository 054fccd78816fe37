using DataSharing.Domain.Agreements.Lists;
using DataSharing.Domain.Editions;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages;

/// <summary>
/// What there is for those who look after everybody: law books and policies for an administrator to release, findings for an auditor to
/// know of. One query for both.
/// </summary>
internal static class OversightWork
{
    /// <summary>Agreements are counted no further than this.</summary>
    internal const int MostCounted = 100;

    /// <returns>What may be released, by somebody who did not write in it; how many findings are open on how many agreements, null for who
    /// audits nothing.</returns>
    internal static async Task<(IReadOnlyList<EditionToRelease> ToRelease, (int Findings, int Agreements)? Audited)> ForAsync(
        SignedInPerson person,
        DataSharingDbContext db,
        CancellationToken cancellationToken
    )
    {
        var isAdministrator = person.Actors.Any(actor => actor.Holds(Role.SystemAdmin));
        Guid[] audited = [.. person.AuditScope.Select(organisation => organisation.Value)];
        if (!isAdministrator && audited.Length == 0)
        {
            return ([], null);
        }

        var rows = await db
            .Database.SqlQuery<Row>(
                $"""
                WITH found AS (
                    SELECT DISTINCT t.version_id FROM unnest({audited}) AS o (id) CROSS JOIN LATERAL (
                        SELECT version_id FROM tasks WHERE organisation_id = o.id AND desk = {Desk.Audited}
                        ORDER BY since, version_id, number LIMIT {MostCounted + 1}) AS t
                    LIMIT {MostCounted + 1}
                )
                SELECT e.kind AS "Kind", e.number AS "Number", 0 AS "Agreements"
                FROM editions e
                WHERE {isAdministrator} AND e.status = 'PutForward'
                    AND NOT EXISTS (SELECT FROM edition_editors w WHERE w.edition_id = e.id AND w.person_id = {person.Id.Value})
                UNION ALL
                SELECT NULL, (SELECT count(*)::integer FROM live_findings f WHERE f.cleared_at IS NULL
                    AND f.version_id IN (SELECT version_id FROM found)),
                    (SELECT count(*)::integer FROM found)
                """
            )
            .ToListAsync(cancellationToken);
        var counted = rows.Single(row => row.Kind is null);
        return (
            [
                .. rows.Where(row => row.Kind is not null)
                    .Select(row => new EditionToRelease(Enum.Parse<EditionKind>(row.Kind!), row.Number))
                    .OrderBy(edition => edition.Kind),
            ],
            audited.Length > 0 ? (counted.Number, counted.Agreements) : null
        );
    }

    /// <param name="Kind">Null in the row that counts findings.</param>
    private sealed record Row(string? Kind, int Number, int Agreements);
}

public sealed record EditionToRelease(EditionKind Kind, int Number);
