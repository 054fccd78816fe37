using DataSharing.Persistence.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> entry)
    {
        entry.ToTable("audit_events");
        entry.Ignore(e => e.Happened);
        entry.Property(e => e.Id).UseIdentityAlwaysColumn();
        entry.Property(e => e.Name).HasMaxLength(100);
        entry.Property(e => e.OnlyFor).HasColumnName("only_for");
        entry.HasIndex(e => new { e.SubjectId, e.Id }, "ix_audit_events_subject_id");
        entry.HasIndex(e => e.EventId, "ix_audit_events_event_id").IsUnique();
    }
}
