using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Demo;

/// <summary>Puts the demo's world into an empty database. What an earlier run left is kept as it is.</summary>
public static class SampleLoader
{
    /// <summary>The demo's first day: its sample agreements were written for it.</summary>
    private static readonly DateTimeOffset FirstMorning = new(2026, 9, 1, 9, 0, 0, TimeSpan.FromHours(1));

    public static async Task LoadAsync(string ownerConnectionString, CancellationToken cancellationToken = default)
    {
        var options = new DbContextOptionsBuilder<DataSharingDbContext>();
        options.UsePortalDatabase(ownerConnectionString);
        await using var db = new DataSharingDbContext(options.Options);

        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO business_clock (id, ahead_by) VALUES (true, {FirstMorning.ToUniversalTime()} - clock_timestamp()) ON CONFLICT (id) DO NOTHING",
            cancellationToken);
    }
}
