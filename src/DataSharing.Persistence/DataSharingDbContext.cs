using DataSharing.Domain;
using DataSharing.Persistence.Sessions;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence;

public sealed class DataSharingDbContext(DbContextOptions<DataSharingDbContext> options) : DbContext(options)
{
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Business time, by the database's clock. Read it once per transaction and hand it to the domain.</summary>
    public Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken = default) =>
        Database.SqlQuery<DateTimeOffset>($"""SELECT portal_now() AS "Value" """).SingleAsync(cancellationToken);

    public Task<ClockReading> ReadClockAsync(CancellationToken cancellationToken = default) =>
        Database.SqlQuery<ClockReading>($"SELECT portal_now() AS now, EXISTS (SELECT FROM business_clock) AS is_shifted")
            .SingleAsync(cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DataSharingDbContext).Assembly);
        modelBuilder.UseSnakeCaseNames();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.IgnoreAny<DomainEvent>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }
}
