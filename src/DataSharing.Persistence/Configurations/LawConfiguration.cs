using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

internal sealed class EditionConfiguration : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition)
    {
        edition.ToTable("editions");
        edition.Ignore(e => e.Events);
        edition.Property(e => e.Id).ValueGeneratedNever();
        edition.Property(e => e.ChangeNote).HasMaxLength(Edition.ChangeNoteMaxLength);
        edition.Property(e => e.ReturnedBecause).HasMaxLength(Edition.ReasonMaxLength);
        edition.Property<uint>("RowVersion").HasColumnName("xmin").IsRowVersion();
        edition.HasOne<Person>().WithMany().HasForeignKey(e => e.ReleasedBy).OnDelete(DeleteBehavior.Restrict);
        edition.HasMany(e => e.Editors).WithOne().HasForeignKey(e => e.EditionId).OnDelete(DeleteBehavior.Restrict);
        edition.HasIndex(e => new { e.Kind, e.Number }, "ix_editions_kind_number").IsUnique().HasFilter("status <> 'Withdrawn'");
        edition.HasIndex(e => e.Kind, "ix_editions_one_open").IsUnique().HasFilter("status IN ('Draft', 'PutForward')");
    }
}

internal sealed class EditionEditorConfiguration : IEntityTypeConfiguration<EditionEditor>
{
    public void Configure(EntityTypeBuilder<EditionEditor> editor)
    {
        editor.ToTable("edition_editors");
        editor.HasKey(e => new { e.EditionId, e.Person });
        editor.Property(e => e.Person).HasColumnName("person_id");
        editor.HasOne<Person>().WithMany().HasForeignKey(e => e.Person).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecheckConfiguration : IEntityTypeConfiguration<Recheck>
{
    public void Configure(EntityTypeBuilder<Recheck> recheck)
    {
        recheck.ToTable("rechecks");
        recheck.Ignore(r => r.Events);
        recheck.Property(r => r.Id).ValueGeneratedNever();
        recheck.Property(r => r.Organisation).HasColumnName("organisation_id");
        recheck.HasOne<Organisation>().WithMany().HasForeignKey(r => r.Organisation).OnDelete(DeleteBehavior.Restrict);
        recheck.HasOne<Person>().WithMany().HasForeignKey(r => r.StoppedBy).OnDelete(DeleteBehavior.Restrict);
        recheck.Property(r => r.Trouble).HasMaxLength(Recheck.TroubleMaxLength);
        recheck
            .HasIndex(r => r.Reason, "ix_rechecks_one_asked")
            .IsUnique()
            .HasFilter("reason = 'Asked' AND organisation_id IS NULL AND finished_at IS NULL AND stopped_at IS NULL");
        recheck.HasIndex(r => r.Day, "ix_rechecks_one_a_night").IsUnique().HasFilter("reason = 'Night'");
        recheck.HasIndex(r => r.StartedAt, "ix_rechecks_unfinished").HasFilter("finished_at IS NULL");
    }
}

internal sealed class RecheckFailureConfiguration : IEntityTypeConfiguration<RecheckFailure>
{
    public void Configure(EntityTypeBuilder<RecheckFailure> failure)
    {
        failure.ToTable("recheck_failures");
        failure.HasKey(f => new { f.RecheckId, f.VersionId });
        failure.Property(f => f.Reason).HasMaxLength(RecheckFailure.ReasonMaxLength);
        failure.HasOne<Recheck>().WithMany().HasForeignKey(f => f.RecheckId).OnDelete(DeleteBehavior.Restrict);
        failure.HasOne<AgreementVersion>().WithMany().HasForeignKey(f => f.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LiveFindingConfiguration : IEntityTypeConfiguration<LiveFinding>
{
    public void Configure(EntityTypeBuilder<LiveFinding> finding)
    {
        finding.ToTable("live_findings");
        finding.Property(f => f.Id).ValueGeneratedNever();
        finding.Property(f => f.RuleId).HasMaxLength(20);
        finding.Property(f => f.Owner).HasColumnName("owner_id");
        finding.Property(f => f.Answer).HasMaxLength(LiveFinding.AnswerMaxLength);
        finding.HasOne<AgreementVersion>().WithMany().HasForeignKey(f => f.VersionId).OnDelete(DeleteBehavior.Restrict);
        finding.HasOne<Organisation>().WithMany().HasForeignKey(f => f.Owner).OnDelete(DeleteBehavior.Restrict);
        finding.HasOne<Person>().WithMany().HasForeignKey(f => f.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
        finding.HasIndex(f => f.VersionId, "ix_live_findings_version_id");
        finding
            .HasIndex(
                f => new
                {
                    f.VersionId,
                    f.RuleId,
                    f.Severity,
                    f.Path,
                    f.About,
                },
                "ix_live_findings_one_open"
            )
            .IsUnique()
            .HasFilter("cleared_at IS NULL");
        finding.HasIndex(f => new { f.Owner, f.Id }, "ix_live_findings_tasks").HasFilter("cleared_at IS NULL");
        finding.HasIndex(f => f.Id, "ix_live_findings_open").HasFilter("cleared_at IS NULL");
        finding.HasIndex(f => f.RuleId, "ix_live_findings_rule_id").HasFilter("cleared_at IS NULL");
    }
}
