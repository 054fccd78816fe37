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
    /// <summary>Counts each of them, in one statement that is its own transaction: what is refused afterwards counts as well.</summary>
    /// <returns>After what time there will be something left of all; null if there was something left of each.</returns>
    public async Task<TimeSpan?> TakeAsync(IReadOnlyList<Use> uses, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var (deeds, holders, ends) = (
            uses.Select(use => use.Deed).ToArray(),
            uses.Select(use => use.Holder).ToArray(),
            uses.Select(use => now + use.Within).ToArray()
        );
        var counted = await db
            .Database.SqlQuery<Counted>(
                $"""
                INSERT INTO allowances_used AS u (deed, holder_id, used, ends_at)
                SELECT deed, holder, 1, ends FROM unnest({deeds}, {holders}, {ends}) AS taken (deed, holder, ends) ORDER BY holder
                ON CONFLICT (deed, holder_id) DO UPDATE SET
                    used = CASE WHEN u.ends_at <= {now} THEN 1 ELSE least(u.used, 1000000) + 1 END,
                    ends_at = CASE WHEN u.ends_at <= {now} THEN excluded.ends_at ELSE u.ends_at END
                RETURNING holder_id, used, ends_at
                """
            )
            .ToListAsync(cancellationToken);
        return counted
            .Where(row => row.Used > uses.Single(use => use.Holder == row.Holder).AtMost)
            .Select(row => (TimeSpan?)(row.EndsAt - now))
            .Max();
    }

    private sealed record Counted(
        [property: Column("holder_id")] Guid Holder,
        [property: Column("used")] int Used,
        [property: Column("ends_at")] DateTimeOffset EndsAt
    );
}
