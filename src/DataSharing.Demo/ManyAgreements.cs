using System.Globalization;
using DataSharing.Domain.Agreements.Lists;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Persistence.Lists;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace DataSharing.Demo;

/// <summary>
/// Brings as many agreements as are asked for, so that one can see how the portal does with them: the same ones each time. Each is a copy
/// of a sample with its stages, decisions, signatures and history, under a title of its own. A quarter are drafts of Kirklees Council with
/// its partner, a quarter wait for signatures at an Integrated Care Board; the others are spread over 400 further organisations.
/// </summary>
/// <remarks>
/// Straight into the tables, as the owner of the database, without its checks: the samples have passed them. What lists show is copied
/// too; it is what the portal's own rebuild makes of the copies.
/// </remarks>
public sealed class ManyAgreements : IAsyncDisposable
{
    /// <summary>From here on contents are cut to what a list and a search need: a million real ones are 15 gigabytes.</summary>
    private const int SmallContentsFrom = 200_000;

    private const int Organisations = 400;
    private const int Titles = 60;

    // A number that divides neither the titles nor the organisations, so that all pairs come up.
    private const int Groups = 397;

    private readonly DataSharingDbContext _db;
    private readonly Action<string> _say;
    private readonly CancellationToken _cancellationToken;

    private ManyAgreements(DataSharingDbContext db, Action<string> say, CancellationToken cancellationToken) =>
        (_db, _say, _cancellationToken) = (db, say, cancellationToken);

    /// <summary>Adds as many as are missing. The samples must be there.</summary>
    /// <param name="ownerConnectionString">The database, as its owner.</param>
    /// <param name="count">How many agreements there are in the end.</param>
    /// <param name="say">Told of each step.</param>
    public static async Task BringAsync(
        string ownerConnectionString,
        int count,
        Action<string> say,
        CancellationToken cancellationToken = default
    )
    {
        await using var many = new ManyAgreements(DataSharingDbContext.Open(ownerConnectionString), say, cancellationToken);
        await many.BringAsync(count);
    }

    private async Task BringAsync(int count)
    {
        var there = await _db.Agreements.CountAsync(_cancellationToken);
        if (there >= count)
        {
            return;
        }

        _db.Database.SetCommandTimeout(TimeSpan.Zero);
        await _db.Database.OpenConnectionAsync(_cancellationToken);
        await RunAsync("SET session_replication_role = replica; SET work_mem = '128MB'; SET jit = off");

        _say("People and organisations");
        await RunAsync(TemplatesSql);
        await RunAsync(PeopleSql);
        _say("Contents");
        await WriteContentsAsync(count >= SmallContentsFrom);
        _say($"{count - there:N0} agreements");
        await RunAsync(CopiesSql(count - there));
        foreach (var (table, replaced) in Tables)
        {
            await CopyAsync(table, replaced, table == "tasks" ? NotOfFindings : "true");
        }

        await RunAsync(PartnerSql);
        await RunAsync(WordsSql);
        await RunAsync("SET session_replication_role = origin");
        await ListRebuild.RunAsync(_db, only: await OfThePartnerAsync(), cancellationToken: _cancellationToken);
        _say("Statistics");
        await RunAsync("VACUUM ANALYZE");
    }

    private async Task<IReadOnlyCollection<AgreementReference>> OfThePartnerAsync() =>
        await _db
            .Database.SqlQuery<string>($"SELECT reference AS \"Value\" FROM copies WHERE n IN (4, 104, 204)")
            .Select(reference => AgreementReference.Parse(reference))
            .ToListAsync(_cancellationToken);

    // What is copied: the samples that are there, by their reference; "mine" are those whose organisations stay as they are.
    private const string TemplatesSql = """
        CREATE TEMP TABLE templates AS
        SELECT a.id AS agreement_id, s.place, s.place IN (1, 3) AS mine
            FROM (VALUES ('7-1', 0), ('7-2', 1), ('7-3', 2), ('7-4', 3), ('7-5', 4)) AS s (name, place)
        JOIN agreements a ON a.reference = (SELECT reference FROM agreements ORDER BY reference OFFSET s.place LIMIT 1);
        CREATE TEMP TABLE places AS
        SELECT organisation_id AS org, row_number() OVER (ORDER BY organisation_id) AS place FROM (
            SELECT x.organisation_id FROM agreement_access x JOIN agreement_versions v ON v.id = x.version_id
                JOIN templates t ON t.agreement_id = v.agreement_id
            UNION SELECT s.organisation_id FROM stages s JOIN agreement_versions v ON v.id = s.version_id
                JOIN templates t ON t.agreement_id = v.agreement_id) AS o
        """;

    private static string PeopleSql =>
        $"""
            INSERT INTO organisations (id, name, sector, nation, is_public_authority, is_public_body, is_competent_authority,
                exercises_official_authority)
            SELECT md5('organisation ' || n)::uuid, 'Organisation ' || lpad(n::text, 3, '0'), 'LocalGov', 'England', true, true,
                false, false
            FROM generate_series(1, {Organisations}) AS n ON CONFLICT DO NOTHING;
            CREATE TEMP TABLE orgs AS
            SELECT g, p.org, CASE WHEN g < 0 THEN p.org
                ELSE md5('organisation ' || (1 + (g + p.place * 17) % {Organisations}))::uuid END AS mapped
            FROM generate_series(-1, {Groups - 1}) AS g, places p;
            CREATE UNIQUE INDEX ON orgs (g, org);
            CREATE TEMP TABLE persons AS
            SELECT DISTINCT o.g, m.person_id AS person, CASE WHEN o.g < 0 THEN m.person_id
                ELSE md5(m.person_id::text || o.mapped::text)::uuid END AS mapped
            FROM orgs o JOIN memberships m ON m.organisation_id = o.org;
            CREATE UNIQUE INDEX ON persons (g, person);
            INSERT INTO people (id, issuer, subject, name)
            SELECT DISTINCT ON (p.mapped) p.mapped, o.issuer, p.mapped::text, o.name FROM persons p JOIN people o ON o.id = p.person
                ON CONFLICT DO NOTHING;
            INSERT INTO memberships (id, person_id, organisation_id, role, since)
            SELECT DISTINCT ON (p.mapped, m.role) md5(p.mapped::text || m.role)::uuid, p.mapped, o.mapped, m.role, m.since
            FROM persons p JOIN memberships m ON m.person_id = p.person JOIN orgs o ON o.g = p.g AND o.org = m.organisation_id
                WHERE p.g >= 0 ON CONFLICT DO NOTHING;
            ANALYZE orgs; ANALYZE persons
            """;

    // The samples' contents under some hundred titles; the words of each title come up in many, its number in one.
    private async Task WriteContentsAsync(bool small)
    {
        await RunAsync(
            "CREATE TEMP TABLE variants (source uuid, variant integer, bytes bytea, hash text, title text, PRIMARY KEY (source, variant))"
        );
        var sources = await _db
            .AgreementVersions.AsNoTracking()
            .Include(v => v.Stored)
            .Where(v => v.Stored != null)
            .OrderBy(v => v.Id)
            .ToListAsync(_cancellationToken);
        await using var copy = await Connection.BeginBinaryImportAsync("COPY variants FROM STDIN (FORMAT binary)", _cancellationToken);
        foreach (var source in sources)
        {
            for (var variant = 0; variant < Titles; variant++)
            {
                var title = $"{source.Title}, {Topic(variant)}";
                var content = small
                    ? new AgreementContent
                    {
                        Title = title,
                        LaySummary = source.Content.LaySummary?[..Math.Min(300, source.Content.LaySummary.Length)],
                    }
                    : source.Content with
                    {
                        Title = title,
                    };
                var document = AgreementDocument.Of(content);
                await copy.StartRowAsync(_cancellationToken);
                await copy.WriteAsync(source.Id.Value, _cancellationToken);
                await copy.WriteAsync(variant, _cancellationToken);
                await copy.WriteAsync(document.Bytes.ToArray(), NpgsqlDbType.Bytea, _cancellationToken);
                await copy.WriteAsync(document.Hash.Hex, _cancellationToken);
                await copy.WriteAsync(title, _cancellationToken);
            }
        }

        await copy.CompleteAsync(_cancellationToken);
    }

    private static string Topic(int variant)
    {
        string[] places = ["north", "south", "east", "west", "coast", "valley"];
        string[] kinds =
        [
            "pilot",
            "renewal",
            "follow-up",
            "extension",
            "review",
            "successor",
            "trial",
            "evaluation",
            "appendix",
            "rollout",
        ];
        return string.Create(CultureInfo.InvariantCulture, $"{places[variant % 6]} {kinds[variant / 6]} {Words[variant % Words.Length]}");
    }

    // Some rarer than others.
    private static readonly string[] Words =
    [
        .. Enumerable
            .Range(0, Titles)
            .Select(i =>
                i < 40 ? "programme"
                : i < 55 ? "network"
                : $"marmalade{i}"
            ),
    ];

    // References from 900,000 on, a hundred thousand a year, so that those that the portal issues stay free.
    private static string CopiesSql(int copies) =>
        $"""
            CREATE TEMP TABLE copies AS
            SELECT n, md5('agreement ' || n)::uuid AS aid, 'DSA-' || 2030 + n / 100000 || '-' || 900000 + n % 100000 AS reference,
                t.agreement_id AS source, n % {Titles} AS variant, make_interval(days => n % 90, secs => n % 86400) AS earlier,
                CASE WHEN t.mine OR n % 16 = 0 THEN -1 ELSE n % {Groups} END AS g
            FROM generate_series(1, {copies}) AS n
                JOIN templates t ON t.place = CASE n % 4 WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN CASE WHEN n % 8 = 2 THEN 2 ELSE 4 END
                    ELSE 3 END;
            CREATE TEMP TABLE copied AS
            SELECT c.*, v.id AS version, md5('version ' || c.n || ' ' || v.ordinal)::uuid AS vid FROM copies c
                JOIN agreement_versions v ON v.agreement_id = c.source;
            CREATE INDEX ON copied (version, n);
            ANALYZE copies; ANALYZE copied;
            INSERT INTO agreements (id, reference, external_references, drafting_organisation_id, changed_at, changes)
            SELECT c.aid, c.reference, '{"{}"}', o.mapped, a.changed_at - c.earlier, a.changes
            FROM copies c JOIN agreements a ON a.id = c.source JOIN orgs o ON o.g = c.g AND o.org = a.drafting_organisation_id
            """;

    private const string Hash = "(SELECT w.hash FROM variants w WHERE w.source = c.version AND w.variant = c.variant)";

    private static string Copied(string column) => $"(SELECT o.vid FROM copied o WHERE o.version = x.{column} AND o.n = c.n)";

    private static string Organisation(string column) => $"(SELECT o.mapped FROM orgs o WHERE o.g = c.g AND o.org = x.{column})";

    private static string Person(string column) => $"(SELECT p.mapped FROM persons p WHERE p.g = c.g AND p.person = x.{column})";

    /// <summary>Each table with the columns that are not taken over; they join the copies by their version.</summary>
    private static readonly (string Table, (string Column, string Value)[] Replaced)[] Tables =
    [
        (
            "agreement_versions",
            [
                ("id", "c.vid"),
                ("agreement_id", "c.aid"),
                ("predecessor_id", Copied("predecessor_id")),
                ("content_hash", Hash),
                ("title", "(SELECT w.title FROM variants w WHERE w.source = c.version AND w.variant = c.variant)"),
                ("next_date", "x.next_date + c.n % 700"),
                ("signing_due_at", "'infinity'"), // looked at by nobody: a content that was cut has errors
            ]
        ),
        (
            "version_contents",
            [
                ("version_id", "c.vid"),
                ("content_hash", Hash),
                ("canonical_content", "(SELECT w.bytes FROM variants w WHERE w.source = c.version AND w.variant = c.variant)"),
            ]
        ),
        ("agreement_access", [("version_id", "c.vid"), ("organisation_id", Organisation("organisation_id"))]),
        (
            "version_editors",
            [("version_id", "c.vid"), ("person_id", Person("person_id")), ("organisation_id", Organisation("organisation_id"))]
        ),
        ("submission_findings", [("version_id", "c.vid")]),
        (
            "stages",
            [
                ("version_id", "c.vid"),
                ("organisation_id", Organisation("organisation_id")),
                ("opened_at", "x.opened_at - c.earlier"),
                ("carried_version_id", Copied("carried_version_id")),
            ]
        ),
        (
            "decisions",
            [
                ("version_id", "c.vid"),
                ("at", "x.at - c.earlier"),
                ("person_id", Person("person_id")),
                ("organisation_id", Organisation("organisation_id")),
                ("content_hash", Hash),
            ]
        ),
        (
            "signatures",
            [
                ("version_id", "c.vid"),
                ("at", "x.at - c.earlier"),
                ("person_id", Person("person_id")),
                ("organisation_id", Organisation("organisation_id")),
                ("content_hash", Hash),
            ]
        ),
        (
            "agreement_sights",
            [
                ("agreement_id", "c.aid"),
                ("version_id", "c.vid"),
                ("in_force_id", Copied("in_force_id")),
                ("organisation_id", Organisation("organisation_id")),
                ("reference", "c.reference"),
                ("due", "x.due + c.n % 700"),
                ("changed_at", "x.changed_at - c.earlier"),
            ]
        ),
        (
            "tasks",
            [
                ("agreement_id", "c.aid"),
                ("version_id", "c.vid"),
                ("organisation_id", Organisation("organisation_id")),
                ("since", "x.since - c.earlier"),
            ]
        ),
        ("version_people", [("version_id", "c.vid"), ("person_id", Person("person_id"))]),
    ];

    private async Task CopyAsync(string table, (string Column, string Value)[] replaced, string which)
    {
        var columns = await _db
            .Database.SqlQuery<string>(
                $"""
                SELECT column_name AS "Value" FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name = {table} AND is_generated = 'NEVER' AND is_identity = 'NO'
                    ORDER BY ordinal_position
                """
            )
            .ToListAsync(_cancellationToken);
        var values = replaced.ToDictionary(r => r.Column, r => r.Value);
        var key = table == "agreement_versions" ? "id" : "version_id";
        await RunAsync(
            $"""
            INSERT INTO {table} ({string.Join(", ", columns.Select(Quoted))})
            SELECT {string.Join(", ", columns.Select(column => values.GetValueOrDefault(column, $"x.{Quoted(column)}")))}
            FROM copied c JOIN {table} x ON x.{key} = c.version
            WHERE {which}
            """
        );
    }

    // Findings are not copied, so nothing waits because of them.
    private static string NotOfFindings =>
        $"x.desk NOT IN ({string.Join(", ", Desk.Findings.Append(Desk.Audited).Select(desk => $"'{desk}'"))})";

    // The newest three lines of each history, and a partner with three agreements among all.
    private const string PartnerSql = """
        INSERT INTO audit_events (subject_id, person_id, organisation_id, role, reason, agreement_version, content_hash, only_for, at,
            event_id, name, number, body)
        SELECT c.aid, e.person_id, e.organisation_id, e.role, e.reason, e.agreement_version, e.content_hash, e.only_for,
            e.at - c.earlier, gen_random_uuid(), e.name, e.number, e.body
        FROM copies c CROSS JOIN LATERAL (SELECT * FROM audit_events e WHERE e.subject_id = c.source ORDER BY e.id DESC LIMIT 3) AS e
            ORDER BY c.n;
        INSERT INTO agreement_access (version_id, organisation_id, relation)
        SELECT c.vid, o.id, 'Party' FROM copied c
            CROSS JOIN (SELECT id FROM organisations WHERE name = 'Driver and Vehicle Licensing Agency') AS o
        WHERE c.n IN (4, 104, 204)
        """;

    // As the portal would write them: the words of the sample under the title of the copy.
    private const string WordsSql = """
        INSERT INTO version_words (version_id, agreement_id, search_text, organisations)
        SELECT c.vid, c.aid, v.title || substr(w.search_text, length(o.title) + 1), ARRAY(
            SELECT 'org' || replace(x.organisation_id::text, '-', '') FROM agreement_access x WHERE x.version_id = c.vid
            UNION SELECT 'org' || replace(s.organisation_id::text, '-', '') FROM stages s WHERE s.version_id = c.vid ORDER BY 1)
        FROM copied c JOIN agreement_versions v ON v.id = c.vid JOIN agreement_versions o ON o.id = c.version
            JOIN version_words w ON w.version_id = c.version
        """;

    private NpgsqlConnection Connection => (NpgsqlConnection)_db.Database.GetDbConnection();

    private static string Quoted(string column) => $"\"{column}\"";

    // Names and constants of this file only.
    private async Task RunAsync(string sql)
    {
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand(sql, Connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(_cancellationToken);
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();
}
