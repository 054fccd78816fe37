using DataSharing.Persistence.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.HasKey(s => s.KeyHash);
        session.Property(s => s.Issuer).HasMaxLength(400);
        session.Property(s => s.Subject).HasMaxLength(255);
        session.Property(s => s.SessionId).HasMaxLength(255);
        session.HasIndex(s => s.ExpiresAt);
        session.HasIndex(s => new { s.Issuer, s.Subject });
        session.HasIndex(s => new { s.Issuer, s.SessionId });
        session.ToTable(t => t.HasCheckConstraint("ck_sessions_ended", "(ended_at IS NULL) = (ticket IS NOT NULL)"));
    }
}
