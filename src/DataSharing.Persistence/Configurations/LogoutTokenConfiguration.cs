using DataSharing.Persistence.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

internal sealed class LogoutTokenConfiguration : IEntityTypeConfiguration<LogoutToken>
{
    public void Configure(EntityTypeBuilder<LogoutToken> token)
    {
        token.ToTable("logout_tokens");
        token.HasKey(t => new { t.Issuer, t.IdHash });
        token.Property(t => t.Issuer).HasMaxLength(400);
        token.HasIndex(t => t.ExpiresAt);
    }
}
