using System.Globalization;
using System.Text.Json;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Lists;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Lists;

/// <summary>
/// Writes the rows that lists are read from, in the transaction of what caused them. What the rows are, the domain says
/// (<see cref="Agreement.Sights"/>, <see cref="Agreement.Tasks"/>, <see cref="AgreementVersion.People"/>); here they take the place of
/// those that stand.
/// </summary>
internal static class ListProjections
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Writes all that lists show of agreements, which were loaded whole. Their findings are read from the database.</summary>
    public static Task WriteAsync(
        DataSharingDbContext db,
        IReadOnlyCollection<Agreement> agreements,
        CancellationToken cancellationToken
    ) =>
        agreements.Count == 0
            ? Task.CompletedTask
            : db.Database.ExecuteSqlRawAsync(
                // What never was in force was never checked again, and has no findings.
                agreements.Any(agreement => agreement.Versions.Any(version => version.ActivatedAt is not null))
                    ? OfAgreementsSql
                    : OfDraftsSql,
                [
                    agreements.Select(agreement => agreement.Id.Value).ToArray(),
                    JsonSerializer.Serialize(agreements.SelectMany(agreement => agreement.Sights()).Select(Row), Json),
                    agreements.SelectMany(agreement => agreement.Versions).Select(version => version.Id.Value).ToArray(),
                    JsonSerializer.Serialize(agreements.SelectMany(agreement => agreement.Tasks()).Select(Row), Json),
                    JsonSerializer.Serialize(
                        agreements.SelectMany(agreement => agreement.Versions).SelectMany(version => version.People()).Select(Row),
                        Json
                    ),
                    JsonSerializer.Serialize(agreements.SelectMany(agreement => agreement.Versions).Select(Row), Json),
                ],
                cancellationToken
            );

    /// <summary>Writes what lists show of findings, and that their agreements have changed.</summary>
    public static Task WriteFindingsAsync(
        DataSharingDbContext db,
        IReadOnlyCollection<AgreementVersionId> versions,
        IReadOnlyDictionary<AgreementId, DateTimeOffset> changed,
        CancellationToken cancellationToken
    ) =>
        db.Database.ExecuteSqlRawAsync(
            OfFindingsSql,
            [changed.Keys.Select(id => id.Value).ToArray(), changed.Values.ToArray(), versions.Select(id => id.Value).ToArray()],
            cancellationToken
        );

    private const string SightsSql = """
        DELETE FROM agreement_sights s WHERE s.agreement_id = ANY ({0}) AND NOT EXISTS (
            SELECT FROM jsonb_to_recordset({1}::jsonb) AS w (agreement_id uuid, viewer text, organisation_id uuid)
            WHERE (w.agreement_id, w.viewer, w.organisation_id) = (s.agreement_id, s.viewer, s.organisation_id));
        INSERT INTO agreement_sights SELECT w.* FROM jsonb_to_recordset({1}::jsonb) AS w (
            agreement_id uuid, viewer text, organisation_id uuid, version_id uuid, rank integer, status text, in_force_id uuid,
            in_force_status text, due date, reference text, changed_at timestamptz)
        ON CONFLICT ON CONSTRAINT pk_agreement_sights DO UPDATE SET
            version_id = excluded.version_id, rank = excluded.rank, status = excluded.status, in_force_id = excluded.in_force_id,
            in_force_status = excluded.in_force_status, due = excluded.due,
            changed_at = greatest(agreement_sights.changed_at, excluded.changed_at)
        """;

    // Findings are no part of the agreement; theirs are written after these.
    private const string TasksSql = """
        DELETE FROM tasks t WHERE t.version_id = ANY ({2}) AND NOT EXISTS (
            SELECT FROM jsonb_to_recordset({3}::jsonb) AS w (version_id uuid, organisation_id uuid, desk text, number integer)
            WHERE (w.version_id, w.organisation_id, w.desk, w.number) = (t.version_id, t.organisation_id, t.desk, t.number));
        INSERT INTO tasks SELECT w.* FROM jsonb_to_recordset({3}::jsonb) AS w (
            version_id uuid, organisation_id uuid, desk text, number integer, agreement_id uuid, since timestamptz, kind text, mode text,
            mandatory boolean, due_on date)
        ON CONFLICT ON CONSTRAINT pk_tasks DO UPDATE SET
            since = excluded.since, due_on = excluded.due_on, kind = excluded.kind, mode = excluded.mode, mandatory = excluded.mandatory
        WHERE (tasks.since, tasks.due_on, tasks.kind, tasks.mode, tasks.mandatory)
            IS DISTINCT FROM (excluded.since, excluded.due_on, excluded.kind, excluded.mode, excluded.mandatory)
        """;

    private const string PeopleSql = """
        DELETE FROM version_people p WHERE p.version_id = ANY ({2}) AND NOT EXISTS (
            SELECT FROM jsonb_to_recordset({4}::jsonb) AS w (version_id uuid, person_id uuid)
            WHERE (w.version_id, w.person_id) = (p.version_id, p.person_id));
        INSERT INTO version_people SELECT w.* FROM jsonb_to_recordset({4}::jsonb) AS w (
            version_id uuid, person_id uuid, drafted boolean, decided boolean, decided_mandatory boolean)
        ON CONFLICT ON CONSTRAINT pk_version_people DO UPDATE SET
            drafted = excluded.drafted, decided = excluded.decided, decided_mandatory = excluded.decided_mandatory
        WHERE (version_people.drafted, version_people.decided, version_people.decided_mandatory)
            IS DISTINCT FROM (excluded.drafted, excluded.decided, excluded.decided_mandatory)
        """;

    // The words of a version whose content was not read have not changed.
    private const string WordsSql = """
        INSERT INTO version_words (version_id, agreement_id, search_text, organisations)
        SELECT w.version_id, w.agreement_id, coalesce(w.search_text, o.search_text), w.organisations
        FROM jsonb_to_recordset({5}::jsonb) AS w (version_id uuid, agreement_id uuid, search_text text, organisations text[])
            LEFT JOIN version_words o ON o.version_id = w.version_id
        WHERE coalesce(w.search_text, o.search_text) IS DISTINCT FROM o.search_text OR w.organisations IS DISTINCT FROM o.organisations
        ON CONFLICT ON CONSTRAINT pk_version_words DO UPDATE SET search_text = excluded.search_text, organisations = excluded.organisations
        """;

    private const string ChangedSql = """
        UPDATE agreement_sights s SET changed_at = greatest(s.changed_at, w.at) FROM unnest({0}, {1}) AS w (id, at)
            WHERE s.agreement_id = w.id AND s.changed_at < w.at
        """;

    // An answer makes an error nobody's task, but does not put it right: it stays in sight until it is gone.
    private static readonly string FindingsSql = $$"""
        DELETE FROM tasks t WHERE t.version_id = ANY ({2})
            AND t.desk IN ('{{Desk.FindingErrors}}', '{{Desk.FindingWarnings}}', '{{Desk.FindingsAnswered}}', '{{Desk.Audited}}');
        INSERT INTO tasks (version_id, organisation_id, desk, number, agreement_id, since, mandatory)
        SELECT f.version_id, f.owner_id,
            CASE WHEN bool_and(f.answer IS NOT NULL) THEN '{{Desk.FindingsAnswered}}'
                 WHEN bool_or(f.severity = 'Error' AND f.answer IS NULL) THEN '{{Desk.FindingErrors}}' ELSE '{{Desk.FindingWarnings}}' END,
            0, v.agreement_id, min(f.found_at), false
        FROM live_findings f JOIN agreement_versions v ON v.id = f.version_id
        WHERE f.version_id = ANY ({2}) AND f.cleared_at IS NULL AND (f.answer IS NULL OR f.severity = 'Error')
        GROUP BY f.version_id, f.owner_id, v.agreement_id
        UNION ALL
        SELECT f.version_id, x.organisation_id, '{{Desk.Audited}}', 0, v.agreement_id, min(f.found_at), false
        FROM live_findings f JOIN agreement_versions v ON v.id = f.version_id
            JOIN agreement_access x ON x.version_id = f.version_id
        WHERE f.version_id = ANY ({2}) AND f.cleared_at IS NULL
        GROUP BY f.version_id, x.organisation_id, v.agreement_id
        """;

    // What was changed may end a signing too, evidence for example: the timer looks at its next turn.
    private const string SigningsSql = """
        UPDATE agreement_versions SET signing_due_at = portal_now() WHERE agreement_id = ANY ({0}) AND status = 'AwaitingSignatures'
            AND signing_due_at > portal_now()
        """;

    private const string OfDraftsSql = $"{SightsSql};{TasksSql};{PeopleSql};{WordsSql};{SigningsSql}";

    private static readonly string OfAgreementsSql = $"{OfDraftsSql};{FindingsSql}";

    private static readonly string OfFindingsSql = $"{ChangedSql};{FindingsSql}";

    private static object Row(AgreementSight sight) =>
        new
        {
            AgreementId = sight.AgreementId.Value,
            sight.Viewer,
            OrganisationId = sight.Organisation.Value,
            VersionId = sight.VersionId.Value,
            sight.Rank,
            Status = sight.Status.ToString(),
            InForceId = sight.InForceId?.Value,
            InForceStatus = sight.InForceStatus?.ToString(),
            Due = sight.Due == DateOnly.MaxValue ? "infinity" : sight.Due.ToString("O", CultureInfo.InvariantCulture),
            Reference = sight.Reference.Value,
            sight.ChangedAt,
        };

    private static object Row(WorkTask task) =>
        new
        {
            VersionId = task.VersionId.Value,
            OrganisationId = task.Organisation.Value,
            task.Desk,
            task.Number,
            AgreementId = task.AgreementId.Value,
            task.Since,
            Kind = task.Kind?.ToString(),
            Mode = task.Mode?.ToString(),
            task.Mandatory,
            task.DueOn,
        };

    private static object Row(VersionPerson person) =>
        new
        {
            VersionId = person.VersionId.Value,
            PersonId = person.Person.Value,
            person.Drafted,
            person.Decided,
            person.DecidedMandatory,
        };

    private static object Row(AgreementVersion version) =>
        new
        {
            VersionId = version.Id.Value,
            AgreementId = version.AgreementId.Value,
            SearchText = version.Stored is null ? null : version.SearchText,
            Organisations = version.Organisations().Select(VersionWords.Lexeme).Order(StringComparer.Ordinal).ToArray(),
        };
}
