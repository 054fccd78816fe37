using System.ComponentModel.DataAnnotations.Schema;
using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Lists;
using DataSharing.Domain.Rules;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Persistence.Lists;

/// <summary>The list of agreements that somebody sees, a page at a time: the soonest next date first, or what was changed last.</summary>
public sealed class AgreementList(DataSharingDbContext db)
{
    public const int PageSize = 25;

    /// <summary>No page looks at more rows than this to be filled. Where it ends before it is full, one may look further from there.</summary>
    private const int MostWalked = 400;

    /// <summary>A search begins with so many rows of each viewpoint: words that many say are found among them, and no more need be looked at.</summary>
    private const int WalkedFirst = 100;

    /// <summary>More versions than this are not collected by their words: where so many say them, walking finds some soon.</summary>
    private const int MostFound = 2000;

    private static readonly VersionStatus[] InForce = [.. VersionStates.InForce];

    /// <summary>A page of what the actor sees.</summary>
    /// <param name="words">That its words say, or its reference; null for all.</param>
    /// <param name="state">Of the version that is shown, or of the one in force; null for any.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    public async Task<AgreementPage> PageAsync(
        Actor actor,
        string? words = null,
        VersionStatus? state = null,
        ListKey? after = null,
        CancellationToken cancellationToken = default
    )
    {
        var asked = new Asked([.. Viewpoint.Of(actor)], words, state, after ?? ListKey.First);
        if (asked.Viewpoints.Count == 0)
        {
            return AgreementPage.Empty;
        }

        if (asked.Reference is { } reference)
        {
            return AgreementPage.Of(
                await ReadAsync(
                    asked,
                    $"SELECT * FROM agreement_sights s WHERE {Asked.IsMine} AND agreement_id = (SELECT id FROM agreements WHERE reference = @found)",
                    cancellationToken,
                    new NpgsqlParameter("found", reference.Value)
                )
            );
        }

        var rows = await ReadAsync(
            asked,
            Walk(asked, words is null ? MostWalked : Math.Min(WalkedFirst * asked.Viewpoints.Count, MostWalked)),
            cancellationToken
        );
        if (rows.Count > PageSize || !asked.LeavesOut)
        {
            return AgreementPage.Of(rows);
        }

        if (words is not null)
        {
            if (await FoundAsync(asked, cancellationToken) is not { Length: <= MostFound } found)
            {
                rows = await ReadAsync(asked, Walk(asked, MostWalked), cancellationToken);
                return AgreementPage.Of(rows) with
                {
                    LookFurther = rows.Count > PageSize ? null : await WhereWalkEndedAsync(asked, cancellationToken),
                };
            }

            return AgreementPage.Of(
                await ReadAsync(
                    asked,
                    $"SELECT * FROM agreement_sights s WHERE {Asked.IsMine} AND agreement_id = ANY (@found) ORDER BY due, reference OFFSET 0",
                    cancellationToken,
                    new NpgsqlParameter("found", found)
                )
            );
        }

        return AgreementPage.Of(rows) with
        {
            LookFurther = await WhereWalkEndedAsync(asked, cancellationToken),
        };
    }

    /// <summary>The agreements that were changed last, of those that the actor sees.</summary>
    public async Task<IReadOnlyList<AgreementRow>> ChangedLastAsync(Actor actor, int count, CancellationToken cancellationToken = default)
    {
        var asked = new Asked([.. Viewpoint.Of(actor)], Words: null, State: null, ListKey.First);
        return asked.Viewpoints.Count == 0
            ? []
            :
            [
                .. (
                    await ReadAsync(
                        asked with
                        {
                            Order = "s.changed_at DESC, s.reference DESC",
                        },
                        Streams.Merged("agreement_sights", asked.Ranges, "true", "changed_at DESC, agreement_id DESC", MostWalked),
                        cancellationToken
                    )
                ).Take(count),
            ];
    }

    private static string Walk(Asked asked, int limit) =>
        Streams.Merged("agreement_sights", asked.Ranges, "(due, reference) > (@due, @reference)", "due, reference", limit);

    private async Task<ListKey?> WhereWalkEndedAsync(Asked asked, CancellationToken cancellationToken)
    {
        var keys = await db.ReadAsync<Key>(
            $"SELECT due, reference FROM ({Walk(asked, MostWalked)}) AS walked ORDER BY due, reference OFFSET {MostWalked - 1}",
            asked.Parameters,
            cancellationToken
        );
        return keys is [var key] ? new ListKey(key.Due, AgreementReference.Parse(key.Reference)) : null;
    }

    private Task<Guid[]> FoundAsync(Asked asked, CancellationToken cancellationToken)
    {
        string[] organisations = [.. asked.Viewpoints.Select(viewpoint => VersionWords.Lexeme(viewpoint.Organisation)).Distinct()];
        return db
            .Database.SqlQuery<Guid>(
                $"""SELECT agreement_id AS "Value" FROM versions_mentioning({asked.Words}, {organisations}, {MostFound + 1})"""
            )
            .ToArrayAsync(cancellationToken);
    }

    /// <summary>Of the rows walked those that are shown, with what is shown of them.</summary>
    private async Task<List<AgreementRow>> ReadAsync(
        Asked asked,
        string walked,
        CancellationToken cancellationToken,
        params NpgsqlParameter[] more
    )
    {
        var rows = await db.ReadAsync<Row>(
            $"""
            WITH mine AS (SELECT * FROM unnest(@organisations, @viewers) AS m (organisation_id, viewer)),
            page AS (
                SELECT s.* FROM ({walked}) AS s
                WHERE (s.due, s.reference) > (@due, @reference) AND {asked.Conditions}
                ORDER BY {asked.Order} LIMIT {PageSize + 1}
            ),
            shown AS (
                SELECT p.due, p.reference, p.changed_at, {asked.Shown} AS version_id, {asked.InForce} AS in_force_id FROM page p
            )
            SELECT s.due, s.reference, v.title, v.party_names, v.status, v.risk_tier, v.next_date,
                f.ordinal AS in_force_ordinal, f.label AS in_force_label, f.status AS in_force_status, f.next_date AS in_force_date,
                found.errors, found.warnings
            FROM shown s
                JOIN agreement_versions v ON v.id = s.version_id
                LEFT JOIN agreement_versions f ON f.id = s.in_force_id AND f.id <> v.id
                CROSS JOIN LATERAL (
                    SELECT (count(*) FILTER (WHERE l.severity = 'Error'))::integer AS errors, (count(*) FILTER (WHERE l.severity = 'Warning'))::integer AS warnings
                    FROM live_findings l WHERE l.version_id = s.in_force_id AND l.cleared_at IS NULL) AS found
            ORDER BY {asked.Order}
            """,
            [.. asked.Parameters, .. more],
            cancellationToken
        );
        return [.. rows.Select(row => row.Read())];
    }

    /// <summary>What is asked for, as SQL and its parameters.</summary>
    private sealed record Asked(IReadOnlyList<Viewpoint> Viewpoints, string? Words, VersionStatus? State, ListKey After)
    {
        public string Order { get; init; } = "s.due, s.reference";

        /// <summary>What is asked for is one agreement, by its reference.</summary>
        public AgreementReference? Reference { get; } =
            AgreementReference.TryParse(Words?.Trim().ToUpperInvariant() ?? "", out var reference) ? reference : null;

        private bool IsOfOneViewpoint => Viewpoints.Count == 1;

        /// <summary>Some rows that are walked are not shown.</summary>
        public bool LeavesOut => !IsOfOneViewpoint || Words is not null;

        private bool IsInForce => State is { } state && AgreementList.InForce.Contains(state);

        public IEnumerable<string> Ranges =>
            Enumerable
                .Range(1, Viewpoints.Count)
                .Select(i => $"organisation_id = (@organisations)[{i}] AND viewer = (@viewers)[{i}]")
                .SelectMany(own =>
                    State is null ? new[] { own }
                    : IsInForce ? [$"{own} AND status = @state", $"{own} AND in_force_status = @state"]
                    : [$"{own} AND status = @state"]
                );

        /// <summary>A row is the agreement's only if none of my viewpoints shows another that goes before it.</summary>
        public string Conditions =>
            string.Join(" AND ", new[] { IsOfOneViewpoint ? null : IsFirst, OfState, Says }.OfType<string>().DefaultIfEmpty("true"));

        public const string IsMine = "(s.organisation_id, s.viewer) IN (SELECT organisation_id, viewer FROM mine)";

        // OFFSET 0 keeps the planner from joining, and so from sorting all that is walked before the first row comes.
        private string IsFirst =>
            $"""
                NOT EXISTS (
                    SELECT FROM agreement_sights o JOIN mine m ON m.organisation_id = o.organisation_id AND m.viewer = o.viewer
                    WHERE o.agreement_id = s.agreement_id AND (o.rank, o.viewer, o.organisation_id) > (s.rank, s.viewer, s.organisation_id)
                        {(IsInForce ? "AND (o.status = @state OR o.in_force_status = @state)" : "")} OFFSET 0)
                """;

        // What is found by its words is not walked by its state.
        private string? OfState =>
            State is null || Words is null ? null
            : IsInForce ? "(s.status = @state OR s.in_force_status = @state)"
            : "s.status = @state";

        private string? Says =>
            Words is null || Reference is not null
                ? null
                : "EXISTS (SELECT FROM version_words w WHERE w.version_id IN (s.version_id, s.in_force_id) AND w.words @@ websearch_to_tsquery('english', @words) OFFSET 0)";

        /// <summary>The version to show: of all viewpoints the one that goes first, whichever of them matched.</summary>
        public string Shown =>
            IsOfOneViewpoint
                ? "p.version_id"
                : """
                    (SELECT o.version_id FROM agreement_sights o JOIN mine m ON m.organisation_id = o.organisation_id AND m.viewer = o.viewer
                    WHERE o.agreement_id = p.agreement_id ORDER BY o.rank DESC LIMIT 1)
                    """;

        /// <summary>The version in force, which another viewpoint may show than the one that shows its next version.</summary>
        public string InForce =>
            IsOfOneViewpoint
                ? $"coalesce(p.in_force_id, CASE WHEN p.status IN ({InForceNames}) THEN p.version_id END)"
                : $"""
                    (SELECT coalesce(o.in_force_id, o.version_id) FROM agreement_sights o JOIN mine m ON m.organisation_id = o.organisation_id AND m.viewer = o.viewer
                    WHERE o.agreement_id = p.agreement_id AND (o.in_force_id IS NOT NULL OR o.status IN ({InForceNames})) LIMIT 1)
                    """;

        private static string InForceNames => string.Join(", ", AgreementList.InForce.Select(status => $"'{status}'"));

        // A parameter belongs to one command, so each gets its own.
        public NpgsqlParameter[] Parameters =>
            [
                new("organisations", Viewpoints.Select(viewpoint => viewpoint.Organisation.Value).ToArray()),
                new("viewers", Viewpoints.Select(viewpoint => viewpoint.Viewer).ToArray()),
                new("due", After.Due),
                new("reference", After.Reference?.Value ?? ""),
                .. State is { } state ? [new NpgsqlParameter("state", state.ToString())] : Array.Empty<NpgsqlParameter>(),
                .. Words is { } words ? [new NpgsqlParameter("words", words)] : Array.Empty<NpgsqlParameter>(),
            ];
    }

    private sealed record Key([property: Column("due")] DateOnly Due, [property: Column("reference")] string Reference);

    private sealed record Row(
        [property: Column("due")] DateOnly Due,
        [property: Column("reference")] string Reference,
        [property: Column("title")] string? Title,
        [property: Column("party_names")] string[] PartyNames,
        [property: Column("status")] string Status,
        [property: Column("risk_tier")] string? RiskTier,
        [property: Column("next_date")] DateOnly? NextDate,
        [property: Column("in_force_ordinal")] int? InForceOrdinal,
        [property: Column("in_force_label")] string? InForceLabel,
        [property: Column("in_force_status")] string? InForceStatus,
        [property: Column("in_force_date")] DateOnly? InForceDate,
        [property: Column("errors")] int Errors,
        [property: Column("warnings")] int Warnings
    )
    {
        public AgreementRow Read() =>
            new(
                new ListKey(Due, AgreementReference.Parse(Reference)),
                Title,
                PartyNames,
                Enum.Parse<VersionStatus>(Status),
                RiskTier is null ? null : Enum.Parse<RiskTier>(RiskTier),
                NextDate,
                InForceOrdinal is { } ordinal
                    ? new InForceBeside(ordinal, VersionLabel.Parse(InForceLabel!), Enum.Parse<VersionStatus>(InForceStatus!), InForceDate)
                    : null,
                Errors,
                Warnings
            );
    }
}
