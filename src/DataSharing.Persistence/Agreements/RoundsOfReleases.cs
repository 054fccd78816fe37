using DataSharing.Domain.Agreements.Rechecks;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Agreements;

public static class RoundsOfReleases
{
    /// <summary>The rounds that releases began, by the moment of the release: an edition and its round are saved together.</summary>
    /// <param name="reason">That of a law book or of a policy.</param>
    public static async Task<IReadOnlyDictionary<DateTimeOffset, Recheck>> RoundsOfReleasesAsync(
        this DataSharingDbContext db,
        RecheckReason reason,
        CancellationToken cancellationToken = default
    ) =>
        (await db.Rechecks.AsNoTracking().Where(r => r.Reason == reason).OrderBy(r => r.Id).ToListAsync(cancellationToken))
            .GroupBy(r => r.StartedAt)
            .ToDictionary(same => same.Key, same => same.Last());
}
