using System.ComponentModel.DataAnnotations.Schema;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Lists;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Persistence.Lists;

/// <summary>The list of agreements that somebody sees, a page at a time: the soonest next date first, or what was changed last.</summary>
public sealed class AgreementList(DataSharingDbContext db)
{
    public const int PageSize = 25;

    /// <summary>
    /// No page looks at more rows than this to be filled. Where it ends before it is full, one may look further from there.
    /// </summary>
    private const int MostWalked = 400;

    /// <summary>
    /// A search begins with so many rows of each viewpoint: words that many say are found among them, and no more need be looked at.
    /// </summary>
    private const int WalkedFirst = 100;

    private const int MostWalkedFirst = 200;

    /// <summary>More versions than this are not collected by their words: where so many say them, walking finds some soon.</summary>
    private const int MostFound = 2000;

    /// <summary>More agreements than this are not looked up one by one: it is quicker to walk and pick them out.</summary>
    private const int MostLookedUp = 500;

    /// <summary>A walk that knows by their ids which rows to show reads no words, and goes so much further in the same time.</summary>
    private const int MostWalkedByMentions = 5000;

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
        var asked = new ListQuestion([.. Viewpoint.Of(actor)], words, state, after ?? ListKey.First);
        if (asked.Viewpoints.Count == 0)
        {
            return AgreementPage.Empty;
        }

        if (asked.Reference is { } reference)
        {
            return AgreementPage.Of(
                await ReadAsync(
                    asked,
                    $"SELECT * FROM agreement_sights s WHERE {ListQuestion.IsMine} "
                        + "AND agreement_id = (SELECT id FROM agreements WHERE reference = @found)",
                    cancellationToken,
                    new NpgsqlParameter("found", reference.Value)
                )
            );
        }

        if (words is not null)
        {
            return await SearchAsync(asked, cancellationToken);
        }

        return await WalkAsync(asked, MostWalked, cancellationToken);
    }

    /// <summary>
    /// Words that many say are found among the first rows. Else the versions that say them are collected: few are looked up one by one, of
    /// more the list is walked, and they tell which rows to show. What more say than are collected is found soon by walking and reading.
    /// </summary>
    private async Task<AgreementPage> SearchAsync(ListQuestion asked, CancellationToken cancellationToken)
    {
        var first = await ReadAsync(asked, Walk(asked, Math.Min(WalkedFirst * asked.Viewpoints.Count, MostWalkedFirst)), cancellationToken);
        if (first.Count > PageSize)
        {
            return AgreementPage.Of(first);
        }

        var mentions = await MentionsAsync(asked, cancellationToken);
        if (mentions.Count > MostFound)
        {
            return await WalkAsync(asked, MostWalked, cancellationToken);
        }

        asked = asked with { Mentioning = [.. mentions.Select(mention => mention.Version)] };
        return mentions.Count > MostLookedUp
            ? await WalkAsync(asked, MostWalkedByMentions, cancellationToken)
            : AgreementPage.Of(
                await ReadAsync(
                    asked,
                    $"SELECT * FROM agreement_sights s WHERE {ListQuestion.IsMine} AND agreement_id = ANY (@found) "
                        + "ORDER BY due, reference OFFSET 0",
                    cancellationToken,
                    new NpgsqlParameter("found", mentions.Select(mention => mention.Agreement).Distinct().ToArray())
                )
            );
    }

    private async Task<AgreementPage> WalkAsync(ListQuestion asked, int most, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(asked, Walk(asked, most), cancellationToken);
        return AgreementPage.Of(rows) with
        {
            LookFurther = rows.Count > PageSize || !asked.LeavesOut ? null : await WhereWalkEndedAsync(asked, most, cancellationToken),
        };
    }

    /// <summary>The agreements that were changed last, of those that the actor sees.</summary>
    public async Task<IReadOnlyList<AgreementRow>> ChangedLastAsync(Actor actor, int count, CancellationToken cancellationToken = default)
    {
        var asked = new ListQuestion([.. Viewpoint.Of(actor)], Words: null, State: null, ListKey.First);
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

    private static string Walk(ListQuestion asked, int limit) =>
        Streams.Merged("agreement_sights", asked.Ranges, "(due, reference) > (@due, @reference)", "due, reference", limit);

    private async Task<ListKey?> WhereWalkEndedAsync(ListQuestion asked, int most, CancellationToken cancellationToken)
    {
        var keys = await db.ReadAsync<Key>(
            $"SELECT due, reference FROM ({Walk(asked, most)}) AS walked ORDER BY due, reference OFFSET {most - 1}",
            asked.Parameters,
            cancellationToken
        );
        return keys is [var key] ? new ListKey(key.Due, AgreementReference.Parse(key.Reference)) : null;
    }

    private Task<List<Mention>> MentionsAsync(ListQuestion asked, CancellationToken cancellationToken)
    {
        string[] organisations = [.. asked.Viewpoints.Select(viewpoint => VersionWords.Lexeme(viewpoint.Organisation)).Distinct()];
        return db
            .Database.SqlQuery<Mention>(
                $"SELECT version_id, agreement_id FROM versions_mentioning({asked.Words}, {organisations}, {MostFound + 1})"
            )
            .AsPrepared()
            .ToListAsync(cancellationToken);
    }

    /// <summary>Of the rows walked those that are shown, with what is shown of them.</summary>
    private async Task<List<AgreementRow>> ReadAsync(
        ListQuestion asked,
        string walked,
        CancellationToken cancellationToken,
        params NpgsqlParameter[] more
    )
    {
        var rows = await db.ReadAsync<ListedRow>(
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
            SELECT s.due, s.reference, v.title, v.party_names, v.status, v.kind, v.risk_tier, v.next_date,
                f.ordinal AS in_force_ordinal, f.label AS in_force_label, f.status AS in_force_status, f.next_date AS in_force_date,
                found.errors, found.warnings
            FROM shown s
                JOIN agreement_versions v ON v.id = s.version_id
                LEFT JOIN agreement_versions f ON f.id = s.in_force_id AND f.id <> v.id
                CROSS JOIN LATERAL (
                    SELECT (count(*) FILTER (WHERE l.severity = 'Error'))::integer AS errors,
                        (count(*) FILTER (WHERE l.severity = 'Warning'))::integer AS warnings
                    FROM live_findings l WHERE l.version_id = s.in_force_id AND l.cleared_at IS NULL) AS found
            ORDER BY {asked.Order}
            """,
            [.. asked.Parameters, .. more],
            cancellationToken
        );
        return [.. rows.Select(row => row.Read())];
    }

    private sealed record Mention([property: Column("version_id")] Guid Version, [property: Column("agreement_id")] Guid Agreement);

    private sealed record Key([property: Column("due")] DateOnly Due, [property: Column("reference")] string Reference);
}
