using DataSharing.Domain.Agreements.Lists;
using Npgsql;

namespace DataSharing.Persistence.Lists;

/// <summary>What a person works at: drafts, agreements in force on which something is newly found, and what they look after.</summary>
public sealed partial class TaskList
{
    private const int ShownOfEach = 10;

    /// <summary>All that My work shows beside what waits, by one query. It is put together from what the person's roles ask for.</summary>
    /// <param name="actors">The person, once for each of their organisations.</param>
    /// <param name="newsSince">What changed later may be news.</param>
    public async Task<OwnWork> OwnAsync(
        IReadOnlyCollection<Actor> actors,
        DateTimeOffset newsSince,
        CancellationToken cancellationToken = default
    )
    {
        var drafting = actors.SelectMany(actor => Desk.WhereWritten(actor).Select(desk => (actor.Organisation.Value, desk))).ToArray();
        var answering = actors.Where(Desk.AnswersFindings).Select(actor => actor.Organisation.Value).ToArray();
        var audited = actors.SelectMany(actor => actor.AuditScope).Select(organisation => organisation.Value).Distinct().ToArray();
        Viewpoint[] viewpoints =
        [
            .. actors.SelectMany(Viewpoint.Of),
            .. actors.Select(actor => new Viewpoint(actor.Organisation, Viewer.TakenBack)),
        ];

        // The part of drafts gives the columns their names and types, so it is always there.
        string?[] parts =
        [
            OwnRow.DraftsSql,
            answering.Length > 0 ? OwnRow.FoundSql(ShownOfEach) : null,
            OwnRow.DecidedSql(ShownOfEach),
            audited.Length > 0 ? OwnRow.AuditedSql(MostCounted + 1) : null,
            actors.Any(actor => actor.Holds(Role.SystemAdmin)) ? OwnRow.EditionsSql : null,
            OwnRow.ChangedSql,
        ];
        var rows = (
            await db.ReadAsync<OwnRow>(
                $"""
                WITH drafts AS (
                    SELECT DISTINCT ON (version_id) * FROM ({DraftsOf(drafting.Length)}) AS d ORDER BY version_id, desk
                ), found AS (
                    SELECT version_id, min(press) AS press, min(since) AS since FROM (
                        {FoundBy(answering.Length)}
                    ) AS f GROUP BY version_id ORDER BY 2, 3, 1 LIMIT {MostCounted + 1}
                )
                {string.Join("\nUNION ALL\n", parts.OfType<string>())}
                """,
                [
                    new NpgsqlParameter("drafting", drafting.Select(desk => desk.Value).ToArray()),
                    new NpgsqlParameter("desks", drafting.Select(desk => desk.desk).ToArray()),
                    new NpgsqlParameter("answering", answering),
                    new NpgsqlParameter("all", actors.Select(actor => actor.Organisation.Value).ToArray()),
                    new NpgsqlParameter("audited", audited),
                    new NpgsqlParameter("person", actors.First().Person.Value),
                    new NpgsqlParameter("organisations", viewpoints.Select(viewpoint => viewpoint.Organisation.Value).ToArray()),
                    new NpgsqlParameter("viewers", viewpoints.Select(viewpoint => viewpoint.Viewer).ToArray()),
                    new NpgsqlParameter("since", newsSince),
                ],
                cancellationToken
            )
        ).ToLookup(row => row.What);
        return new OwnWork
        {
            Drafts = [.. rows[OwnRow.Draft].OrderByDescending(row => row.At).Select(row => row.AsDraft())],
            Found = [.. rows[OwnRow.Found].OrderBy(row => row.Place).Select(row => row.AsFound())],
            FoundInAll = rows[OwnRow.FoundInAll].SingleOrDefault()?.One ?? 0,
            Decided = [.. rows[OwnRow.Decided].OrderByDescending(row => row.At).Select(row => row.AsDecided())],
            Audited = rows[OwnRow.Audited].SingleOrDefault() is { } counted ? (counted.One, counted.Two) : null,
            ToRelease = [.. rows[OwnRow.Edition].Select(row => row.AsEdition()).OrderBy(edition => edition.Kind)],
            IsAnythingNew = rows[OwnRow.Changed].Any(),
        };
    }

    private static string DraftsOf(int desks) =>
        desks == 0
            ? "SELECT * FROM tasks WHERE false"
            : Streams.Merged(
                "tasks",
                Enumerable.Range(1, desks).Select(i => $"organisation_id = (@drafting)[{i}] AND desk = (@desks)[{i}]"),
                "true",
                "since DESC, version_id DESC, number DESC",
                ShownOfEach
            );

    private static string FoundBy(int organisations) =>
        organisations == 0
            ? "SELECT *, 0 AS press FROM tasks WHERE false"
            : string.Join(
                " UNION ALL ",
                Desk.Findings.Select(
                    (desk, press) =>
                        $"(SELECT *, {press} AS press FROM ({Streams.Merged(
                            "tasks",
                            Enumerable.Range(1, organisations).Select(i => $"organisation_id = (@answering)[{i}] AND desk = '{desk}'"),
                            "true",
                            "since, version_id, number",
                            MostCounted + 1
                        )}) AS of_{press})"
                )
            );
}
