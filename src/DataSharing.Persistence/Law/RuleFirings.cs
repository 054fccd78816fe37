using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Law;

/// <summary>
/// How often each rule fires, over all agreements, whoever sees them: a number tells nothing of one. Counting reads every finding there is,
/// so it is done once for all who ask within some minutes, and whoever asks while it is done waits for it.
/// </summary>
public sealed class RuleFirings(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile KeptCount? _kept;

    public async Task<FiringCount> CountAsync(DataSharingDbContext db, CancellationToken cancellationToken = default)
    {
        if (Fresh() is { } counted)
        {
            return counted;
        }

        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } byAnother)
            {
                return byAnother;
            }

            var count = await AskAsync(db, cancellationToken);
            _kept = new(count, clock.GetUtcNow());
            return count;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private FiringCount? Fresh() => _kept is { } kept && clock.GetUtcNow() - kept.Since < KeptFor ? kept.Count : null;

    private static async Task<FiringCount> AskAsync(DataSharingDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db
            .Database.SqlQuery<Row>(
                $"""
                SELECT rule_id, count(DISTINCT version_id) FILTER (WHERE is_live) AS live,
                    count(DISTINCT version_id) FILTER (WHERE NOT is_live) AS submitted
                FROM (
                    SELECT rule_id, version_id, false AS is_live FROM submission_findings
                    UNION ALL SELECT rule_id, version_id, true FROM live_findings WHERE cleared_at IS NULL) AS findings
                GROUP BY rule_id
                """
            )
            .ToListAsync(cancellationToken);
        return new FiringCount(
            await db.NowAsync(cancellationToken),
            rows.ToDictionary(row => row.RuleId, row => new Firing(row.Submitted, row.Live), StringComparer.Ordinal)
        );
    }

    private sealed record KeptCount(FiringCount Count, DateTimeOffset Since);

    private sealed record Row(
        [property: Column("rule_id")] string RuleId,
        [property: Column("live")] long Live,
        [property: Column("submitted")] long Submitted
    );
}

/// <param name="At">Business time.</param>
/// <param name="ByRule">By the rule's id; a rule that never fired is not among them.</param>
public sealed record FiringCount(DateTimeOffset At, IReadOnlyDictionary<string, Firing> ByRule);

/// <param name="Submitted">In so many versions at their submission.</param>
/// <param name="Live">In so many agreements in force it is newly found and open.</param>
public sealed record Firing(long Submitted, long Live);
