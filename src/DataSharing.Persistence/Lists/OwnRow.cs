using System.ComponentModel.DataAnnotations.Schema;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Lists;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Editions;

namespace DataSharing.Persistence.Lists;

/// <summary>A row of what somebody works at: of several kinds, so that all come by one query.</summary>
internal sealed record OwnRow(
    [property: Column("what")] string What,
    [property: Column("place")] int Place,
    [property: Column("at")] DateTimeOffset? At,
    [property: Column("reference")] string? Reference,
    [property: Column("ordinal")] int Ordinal,
    [property: Column("label")] string? Label,
    [property: Column("title")] string? Title,
    [property: Column("kind")] string? Kind,
    [property: Column("detail")] string? Detail,
    [property: Column("one")] int One,
    [property: Column("two")] int Two,
    [property: Column("three")] int Three,
    [property: Column("causes")] string[]? Causes
)
{
    public const string Draft = nameof(Draft);
    public const string Found = nameof(Found);
    public const string FoundInAll = nameof(FoundInAll);
    public const string Decided = nameof(Decided);
    public const string Audited = nameof(Audited);
    public const string Edition = nameof(Edition);
    public const string Changed = nameof(Changed);

    // The columns after the place, where a kind has none of them.
    private const string NoVersion = "NULL::timestamptz, NULL::text, 0, NULL::text, NULL::text";

    /// <summary>The parts that begin with rows "drafts (version_id, desk, since)".</summary>
    public const string DraftsSql = $"""
        SELECT '{Draft}'::text AS what, 0 AS place, d.since AS at, a.reference::text AS reference, v.ordinal AS ordinal,
            v.label::text AS label,
            v.title::text AS title, v.kind::text AS kind, d.desk::text AS detail,
            (SELECT count(*)::integer FROM comments c WHERE c.version_id = d.version_id AND c.resolved_at IS NULL
                AND (c.audience = 'AllParties' OR c.organisation_id = ANY (@all))) AS one,
            0 AS two, 0 AS three, NULL::text[] AS causes
        FROM drafts d JOIN agreement_versions v ON v.id = d.version_id JOIN agreements a ON a.id = v.agreement_id
        """;

    /// <summary>The part that begins with rows "found (version_id, press, since)" and shows some of them.</summary>
    public static string FoundSql(int shown) =>
        $"""
            SELECT '{Found}', f.place, f.since, a.reference, v.ordinal, v.label, v.title, NULL, NULL, l.errors, l.warnings, l.answered,
                l.causes
            FROM (
                SELECT f.*, (row_number() OVER (ORDER BY f.press, f.since, f.version_id))::integer AS place
                FROM found f ORDER BY f.press, f.since, f.version_id LIMIT {shown}) AS f
                JOIN agreement_versions v ON v.id = f.version_id JOIN agreements a ON a.id = v.agreement_id
                CROSS JOIN LATERAL (
                    SELECT (count(*) FILTER (WHERE l.severity = 'Error' AND l.answer IS NULL))::integer AS errors,
                        (count(*) FILTER (WHERE l.severity = 'Warning'))::integer AS warnings,
                        (count(*) FILTER (WHERE l.answer IS NOT NULL))::integer AS answered, array_agg(DISTINCT l.cause::text) AS causes
                    FROM live_findings l
                    WHERE l.version_id = f.version_id AND l.owner_id = ANY (@answering) AND l.cleared_at IS NULL
                        AND (l.answer IS NULL OR l.severity = 'Error')) AS l
            UNION ALL
            SELECT '{FoundInAll}', 0, {NoVersion}, NULL, NULL, (SELECT count(*)::integer FROM found), 0, 0, NULL
            """;

    /// <summary>The newest of each kind by its own index; of what somebody decided in years nothing else is read.</summary>
    public static string DecidedSql(int shown) =>
        $"""
            SELECT '{Decided}', 0, d.at, a.reference, v.ordinal, v.label, v.title, v.status, d.outcome, 0, 0, 0, NULL
            FROM (
                SELECT * FROM (
                    (SELECT version_id, outcome::text, at FROM decisions WHERE person_id = @person ORDER BY at DESC LIMIT {shown})
                    UNION ALL (SELECT version_id, NULL, at FROM signatures WHERE person_id = @person
                        ORDER BY at DESC LIMIT {shown})) AS each
                ORDER BY at DESC LIMIT {shown}) AS d
                JOIN agreement_versions v ON v.id = d.version_id JOIN agreements a ON a.id = v.agreement_id
            """;

    /// <summary>What is found on agreements that the person audits.</summary>
    public static string AuditedSql(int counted) =>
        $"""
            SELECT '{Audited}', 0, {NoVersion}, NULL, NULL,
                (SELECT count(*)::integer FROM live_findings f WHERE f.cleared_at IS NULL AND f.version_id = ANY (audited.versions)),
                    cardinality(audited.versions), 0, NULL
            FROM (
                SELECT ARRAY(
                    SELECT DISTINCT t.version_id FROM unnest(@audited) AS o (id) CROSS JOIN LATERAL (
                        SELECT version_id FROM tasks WHERE organisation_id = o.id AND desk = '{Desk.Audited}'
                        ORDER BY since, version_id, number LIMIT {counted}) AS t
                    LIMIT {counted}) AS versions) AS audited
            """;

    /// <summary>Editions that are put forward, and in which the person did not write.</summary>
    public const string EditionsSql = $"""
        SELECT '{Edition}', 0, NULL::timestamptz, NULL::text, e.number, NULL::text, NULL::text, e.kind, NULL, 0, 0, 0, NULL
        FROM editions e
        WHERE e.status = 'PutForward' AND NOT EXISTS (SELECT FROM edition_editors w WHERE w.edition_id = e.id AND w.person_id = @person)
        """;

    /// <summary>One row if an agreement has changed that is seen from one of the viewpoints.</summary>
    public const string ChangedSql = $"""
        SELECT '{Changed}', 0, {NoVersion}, NULL, NULL, 0, 0, 0, NULL
        WHERE EXISTS (
            SELECT FROM unnest(@organisations, @viewers) AS m (organisation_id, viewer)
            WHERE EXISTS (
                SELECT FROM agreement_sights s
                WHERE s.organisation_id = m.organisation_id AND s.viewer = m.viewer AND s.changed_at > @since OFFSET 0))
        """;

    public DraftItem AsDraft() =>
        new(
            Reference!,
            Label!,
            Title,
            At!.Value,
            Returned: Detail is Desk.Drafts && Kind == nameof(VersionKind.AfterReturn),
            Invited: Detail is Desk.Review,
            One
        );

    public FoundItem AsFound() =>
        new(Reference!, Ordinal, Label!, Title, One, Two, Three, [.. Causes!.Select(Enum.Parse<FindingCause>).Order()], At!.Value);

    public DecidedItem AsDecided() =>
        new(
            Reference!,
            Ordinal,
            Label!,
            Title,
            Enum.Parse<VersionStatus>(Kind!),
            Detail is null ? null : Enum.Parse<DecisionOutcome>(Detail),
            At!.Value
        );

    public EditionToRelease AsEdition() => new(Enum.Parse<EditionKind>(Kind!), Ordinal);
}
