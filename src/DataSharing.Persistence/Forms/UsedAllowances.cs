using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Forms;

/// <summary>Something that counts for somebody.</summary>
/// <param name="Deed">What it is.</param>
/// <param name="Holder">The person or organisation.</param>
public sealed record Use(string Deed, Guid Holder, int AtMost, TimeSpan Within);

/// <summary>What people and organisations have used up of what is allowed within a time, counted for all instances together.</summary>
public sealed class UsedAllowances(DataSharingDbContext db, TimeProvider clock)
{
    /// <summary>
    /// Counts them one after the other, each in a transaction of its own: what is refused afterwards counts as well. Whoever has nothing
    /// left of the first uses up nothing of the next, so that one person cannot use up what their organisation has.
    /// </summary>
    /// <returns>After what time there will be something left; null if there was something left of each.</returns>
    public async Task<TimeSpan?> TakeAsync(IReadOnlyList<Use> uses, CancellationToken cancellationToken = default)
    {
        foreach (var use in uses)
        {
            if (await TakeAsync(use, cancellationToken) is { } after)
            {
                return after;
            }
        }

        return null;
    }

    private async Task<TimeSpan?> TakeAsync(Use use, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var counted = await db
            .Database.SqlQuery<Counted>(
                $"""
                INSERT INTO allowances_used AS u (deed, holder_id, used, ends_at)
                VALUES ({use.Deed}, {use.Holder}, 1, {now + use.Within})
                ON CONFLICT (deed, holder_id) DO UPDATE SET
                    used = CASE WHEN u.ends_at <= {now} THEN 1 ELSE least(u.used, 1000000) + 1 END,
                    ends_at = CASE WHEN u.ends_at <= {now} THEN excluded.ends_at ELSE u.ends_at END
                RETURNING used, ends_at
                """
            )
            .ToListAsync(cancellationToken);
        return counted.Single() is var row && row.Used > use.AtMost ? row.EndsAt - now : null;
    }

    private sealed record Counted([property: Column("used")] int Used, [property: Column("ends_at")] DateTimeOffset EndsAt);
}
