using DataSharing.Persistence;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Access;

/// <summary>The table of the keys, alone: the rest of the database must not know of ASP.NET Core.</summary>
internal sealed class ProtectionKeys(DbContextOptions<ProtectionKeys> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        modelBuilder.UseSnakeCaseNames();
    }
}
