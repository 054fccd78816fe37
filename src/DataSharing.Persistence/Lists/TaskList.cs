using System.ComponentModel.DataAnnotations.Schema;
using System.Globalization;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Lists;
using DataSharing.Domain.Rules;

namespace DataSharing.Persistence.Lists;

/// <summary>What waits for a person's decision, signature or acceptance, in all their organisations, oldest first.</summary>
public sealed partial class TaskList(DataSharingDbContext db)
{
    public const int PageSize = 25;

    /// <summary>What waits is counted no further than this.</summary>
    public const int MostCounted = 100;

    /// <summary>Of the tasks at somebody's desks no more are looked at for a page, even where the person may take none of them.</summary>
    private const int MostWalked = 2000;

    // Separation of duties, by the function that the triggers ask too. Conditions are not a stage: who wrote the draft takes them on, and
    // nobody those that they set themselves.
    private const string MayTake = $"""
        broken_duty(t.mode, t.mandatory, t.organisation_id = ANY (@advising),
            t.drafted AND t.desk <> '{Desk.Conditions}', t.decided, t.decided_mandatory,
            CASE WHEN cardinality(@audited) > 0 THEN EXISTS (SELECT FROM agreement_access x WHERE x.version_id = t.version_id
                AND x.organisation_id = ANY (@audited) OFFSET 0) ELSE false END) IS NULL
        AND NOT (t.desk = '{Desk.Conditions}' AND EXISTS (
            SELECT FROM decisions d WHERE d.version_id = t.version_id AND d.stage_number = t.number AND d.person_id = @person OFFSET 0))
        """;

    /// <summary>A page of what waits for one person, who acts in several organisations.</summary>
    /// <param name="actors">The person, once for each of their organisations.</param>
    public async Task<WaitingPage> WaitingAsync(
        IReadOnlyCollection<Actor> actors,
        TaskKey? after = null,
        CancellationToken cancellationToken = default
    )
    {
        var desks = actors
            .SelectMany(actor => Desk.WhereDecided(actor).Select(desk => (actor.Organisation.Value, desk)))
            .Distinct()
            .ToArray();
        if (desks.Length == 0)
        {
            return WaitingPage.Empty;
        }

        var from = after ?? TaskKey.First;
        var walk = Streams.Merged(
            "tasks",
            Enumerable.Range(1, desks.Length).Select(i => $"organisation_id = (@organisations)[{i}] AND desk = (@desks)[{i}]"),
            "(since, version_id, number) > (@since, @version, @number)",
            "since, version_id, number",
            MostWalked
        );
        var rows = await db.ReadAsync<Row>(
            $"""
            WITH page AS MATERIALIZED (
                SELECT t.*, row_number() OVER (ORDER BY t.since, t.version_id, t.number) AS place FROM (
                    SELECT t.* FROM (
                        SELECT w.*, p.drafted, p.decided, p.decided_mandatory FROM ({walk}) AS w LEFT JOIN LATERAL (
                            SELECT * FROM version_people p WHERE p.version_id = w.version_id
                                AND p.person_id = @person OFFSET 0) AS p ON true) AS t
                    WHERE {MayTake} ORDER BY t.since, t.version_id, t.number LIMIT {MostCounted + 1}) AS t
            )
            SELECT p.place, p.since, p.version_id, p.number, p.desk, p.kind, p.mode, p.due_on,
                (SELECT a.reference FROM agreements a WHERE a.id = p.agreement_id AND p.place <= {PageSize}) AS reference, v.ordinal,
                    v.label, v.title, v.party_names, v.risk_tier
            FROM page p
                LEFT JOIN agreement_versions v ON p.place <= {PageSize} AND v.id = p.version_id
            UNION ALL
            SELECT NULL, w.since, w.version_id, w.number, w.desk, w.kind, w.mode, w.due_on, NULL, NULL, NULL, NULL, NULL, NULL
            FROM (SELECT * FROM ({walk}) AS walked ORDER BY since, version_id, number OFFSET {MostWalked - 1}) AS w
            WHERE (SELECT count(*) FROM page) <= {MostCounted}
            ORDER BY place
            """,
            [
                new("organisations", desks.Select(desk => desk.Value).ToArray()),
                new("desks", desks.Select(desk => desk.desk).ToArray()),
                new("since", from.Since),
                new("version", from.Version),
                new("number", from.Number),
                new("person", actors.First().Person.Value),
                new(
                    "advising",
                    actors.Where(actor => actor.Holds(Role.DataProtectionOfficer)).Select(actor => actor.Organisation.Value).ToArray()
                ),
                new(
                    "audited",
                    actors.SelectMany(actor => actor.AuditScope).Select(organisation => organisation.Value).Distinct().ToArray()
                ),
            ],
            cancellationToken
        );
        var tasks = rows.FindAll(row => row.Place is not null);
        return new WaitingPage(
            [.. tasks.Take(PageSize).Select(row => row.Read())],
            tasks.Count,
            tasks.Count > PageSize ? tasks[PageSize - 1].Key : null
        )
        {
            IsAtLeast = rows.Exists(row => row.Place is null),
            LookFurther = tasks.Count > PageSize ? null : rows.Find(row => row.Place is null)?.Key,
        };
    }

    /// <param name="Place">In the page; null of the row at which the page ended before it was full.</param>
    private sealed record Row(
        [property: Column("place")] long? Place,
        [property: Column("since")] DateTimeOffset Since,
        [property: Column("version_id")] Guid VersionId,
        [property: Column("number")] int Number,
        [property: Column("desk")] string Desk,
        [property: Column("kind")] string Kind,
        [property: Column("mode")] string? Mode,
        [property: Column("due_on")] DateOnly? DueOn,
        [property: Column("reference")] string? Reference,
        [property: Column("ordinal")] int? Ordinal,
        [property: Column("label")] string? Label,
        [property: Column("title")] string? Title,
        [property: Column("party_names")] string[]? PartyNames,
        [property: Column("risk_tier")] string? RiskTier
    )
    {
        public TaskKey Key => new(Since, VersionId, Number);

        public WaitingTask Read() =>
            new(
                Key,
                Reference!,
                Ordinal!.Value,
                Label!,
                Enum.Parse<StageKind>(Kind),
                Desk is Domain.Agreements.Lists.Desk.Conditions ? null : Enum.Parse<Role>(Desk),
                Mode is null ? null : Enum.Parse<StageMode>(Mode),
                Title,
                PartyNames!,
                RiskTier is null ? null : Enum.Parse<RiskTier>(RiskTier),
                DueOn
            );
    }
}

/// <summary>A page of what waits.</summary>
/// <param name="Count">How much waits from here on, this page included; more than <see cref="TaskList.MostCounted"/> is not told
/// apart.</param>
/// <param name="Next">Where the next page begins; null if this is the last.</param>
public sealed record WaitingPage(IReadOnlyList<WaitingTask> Tasks, int Count, TaskKey? Next)
{
    public static WaitingPage Empty { get; } = new([], 0, null);

    /// <summary>Not all that waits was looked at, so that there may be more than <see cref="Count"/>.</summary>
    public bool IsAtLeast { get; init; }

    /// <summary>Where to look further, if so much waits that this person may not take that the page ended before it was full.</summary>
    public TaskKey? LookFurther { get; init; }
}

/// <summary>A place in the list: since when a task waits, and which it is.</summary>
public sealed record TaskKey(DateTimeOffset Since, Guid Version, int Number)
{
    /// <summary>Before all tasks.</summary>
    public static TaskKey First { get; } = new(DateTimeOffset.UnixEpoch, Guid.Empty, 0);

    /// <summary>As it stands in an address. The time to the microsecond, as the database keeps it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Since.UtcDateTime:yyyyMMddHHmmssffffff}_{Version:N}_{Number}");

    /// <returns>Null if the text is no place.</returns>
    public static TaskKey? TryParse(string? text) =>
        text?.Split('_') is [var since, var version, var number]
        && DateTimeOffset.TryParseExact(
            since,
            "yyyyMMddHHmmssffffff",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
        && Guid.TryParseExact(version, "N", out var id)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var stage)
            ? new TaskKey(at, id, stage)
            : null;
}

/// <summary>A decision, a signature or an acceptance that waits.</summary>
/// <param name="Role">In which it is decided; null where conditions are to be accepted.</param>
/// <param name="Mode">Null where conditions are to be accepted.</param>
public sealed record WaitingTask(
    TaskKey Key,
    string Reference,
    int Ordinal,
    string Label,
    StageKind Kind,
    Role? Role,
    StageMode? Mode,
    string? Title,
    IReadOnlyList<string> PartyNames,
    RiskTier? RiskTier,
    DateOnly? DueOn
);
