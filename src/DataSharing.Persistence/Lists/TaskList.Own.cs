using System.ComponentModel.DataAnnotations.Schema;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Lists;
using DataSharing.Domain.Agreements.Rechecks;
using Npgsql;

namespace DataSharing.Persistence.Lists;

/// <summary>What a person works at: drafts, and agreements in force on which something is newly found.</summary>
public sealed partial class TaskList
{
    private const int ShownOfEach = 10;

    /// <summary>The drafts changed last, and the findings that press most; one takes no place from the other.</summary>
    /// <param name="actors">The person, once for each of their organisations.</param>
    public async Task<OwnWork> OwnAsync(IReadOnlyCollection<Actor> actors, CancellationToken cancellationToken = default)
    {
        var drafting = actors.SelectMany(actor => Desk.WhereWritten(actor).Select(desk => (actor.Organisation.Value, desk))).ToArray();
        var answering = actors.Where(Desk.AnswersFindings).Select(actor => actor.Organisation.Value).ToArray();
        if (drafting.Length + answering.Length == 0)
        {
            return new OwnWork([], [], 0);
        }

        var rows = await db.ReadAsync<OwnRow>(
            $"""
            WITH drafts AS (
                SELECT DISTINCT ON (version_id) * FROM ({DraftsOf(drafting.Length)}) AS d ORDER BY version_id, desk
            ), found AS (
                SELECT version_id, min(press) AS press, min(since) AS since FROM (
                    {FoundBy(answering.Length)}
                ) AS f GROUP BY version_id ORDER BY 2, 3, 1 LIMIT {MostCounted + 1}
            )
            SELECT d.desk, d.since, a.reference, v.ordinal, v.label, v.title, v.kind,
                (SELECT count(*)::integer FROM comments c WHERE c.version_id = d.version_id AND c.resolved_at IS NULL
                    AND (c.audience = 'AllParties' OR c.organisation_id = ANY (@all))) AS comments,
                0 AS errors, 0 AS warnings, 0 AS answered, NULL::text[] AS causes, 0 AS counted, 0 AS place
            FROM drafts d JOIN agreement_versions v ON v.id = d.version_id JOIN agreements a ON a.id = v.agreement_id
            UNION ALL
            SELECT NULL, f.since, a.reference, v.ordinal, v.label, v.title, v.kind, 0,
                l.errors, l.warnings, l.answered, l.causes, f.counted, f.place
            FROM (
                SELECT f.*, (SELECT count(*)::integer FROM found) AS counted, (row_number() OVER (ORDER BY f.press, f.since, f.version_id))::integer AS place
                FROM found f ORDER BY f.press, f.since, f.version_id LIMIT {ShownOfEach}) AS f
                JOIN agreement_versions v ON v.id = f.version_id JOIN agreements a ON a.id = v.agreement_id
                CROSS JOIN LATERAL (
                    SELECT (count(*) FILTER (WHERE l.severity = 'Error' AND l.answer IS NULL))::integer AS errors,
                        (count(*) FILTER (WHERE l.severity = 'Warning'))::integer AS warnings,
                        (count(*) FILTER (WHERE l.answer IS NOT NULL))::integer AS answered, array_agg(DISTINCT l.cause) AS causes
                    FROM live_findings l
                    WHERE l.version_id = f.version_id AND l.owner_id = ANY (@answering) AND l.cleared_at IS NULL
                        AND (l.answer IS NULL OR l.severity = 'Error')) AS l
            """,
            [
                new("drafting", drafting.Select(desk => desk.Value).ToArray()),
                new("desks", drafting.Select(desk => desk.desk).ToArray()),
                new("answering", answering),
                new("all", actors.Select(actor => actor.Organisation.Value).ToArray()),
            ],
            cancellationToken
        );
        return new OwnWork(
            [.. rows.Where(row => row.Desk is not null).OrderByDescending(row => row.Since).Select(row => row.AsDraft())],
            [.. rows.Where(row => row.Desk is null).OrderBy(row => row.Place).Select(row => row.AsFound())],
            rows.Max(row => (int?)row.Counted) ?? 0
        );
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

    private sealed record OwnRow(
        [property: Column("desk")] string? Desk,
        [property: Column("since")] DateTimeOffset Since,
        [property: Column("reference")] string Reference,
        [property: Column("ordinal")] int Ordinal,
        [property: Column("label")] string Label,
        [property: Column("title")] string? Title,
        [property: Column("kind")] string Kind,
        [property: Column("comments")] int Comments,
        [property: Column("errors")] int Errors,
        [property: Column("warnings")] int Warnings,
        [property: Column("answered")] int Answered,
        [property: Column("causes")] string[]? Causes,
        [property: Column("counted")] int Counted,
        [property: Column("place")] int Place
    )
    {
        public DraftItem AsDraft() =>
            new(
                Reference,
                Label,
                Title,
                Since,
                Returned: Desk is Domain.Agreements.Lists.Desk.Drafts && Kind == nameof(VersionKind.AfterReturn),
                Invited: Desk is Domain.Agreements.Lists.Desk.Review,
                Comments
            );

        public FoundItem AsFound() =>
            new(Reference, Ordinal, Label, Title, Errors, Warnings, Answered, [.. Causes!.Select(Enum.Parse<FindingCause>).Order()], Since);
    }
}

/// <param name="FoundInAll">On how many agreements something is found, shown here or not; more than <see cref="TaskList.MostCounted"/> is not told apart.</param>
public sealed record OwnWork(IReadOnlyList<DraftItem> Drafts, IReadOnlyList<FoundItem> Found, int FoundInAll);

public sealed record DraftItem(
    string Reference,
    string Label,
    string? Title,
    DateTimeOffset ChangedAt,
    bool Returned,
    bool Invited,
    int OpenComments
);

/// <param name="Ordinal">Of the version in force: the agreement's own page may show its next version.</param>
/// <param name="Errors">That nobody has answered yet.</param>
/// <param name="Answered">Errors that somebody has answered and that are still there.</param>
public sealed record FoundItem(
    string Reference,
    int Ordinal,
    string Label,
    string? Title,
    int Errors,
    int Warnings,
    int Answered,
    IReadOnlyList<FindingCause> Causes,
    DateTimeOffset Since
);
