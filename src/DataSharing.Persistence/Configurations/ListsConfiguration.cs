using DataSharing.Domain.Agreements.Lists;
using DataSharing.Persistence.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

internal sealed class AgreementSightConfiguration : IEntityTypeConfiguration<AgreementSight>
{
    public void Configure(EntityTypeBuilder<AgreementSight> sight)
    {
        sight.ToTable("agreement_sights");
        sight.HasKey(s => new
        {
            s.AgreementId,
            s.Viewer,
            s.Organisation,
        });
        sight.Property(s => s.Viewer).HasMaxLength(40);
        sight.Property(s => s.Organisation).HasColumnName("organisation_id");
        sight.HasIndex(
            s => new
            {
                s.Organisation,
                s.Viewer,
                s.Due,
                s.Reference,
            },
            "ix_agreement_sights_due"
        );
        sight.HasIndex(
            s => new
            {
                s.Organisation,
                s.Viewer,
                s.Status,
                s.Due,
                s.Reference,
            },
            "ix_agreement_sights_status"
        );
        sight
            .HasIndex(
                s => new
                {
                    s.Organisation,
                    s.Viewer,
                    s.InForceStatus,
                    s.Due,
                    s.Reference,
                },
                "ix_agreement_sights_in_force"
            )
            .HasFilter("in_force_status IS NOT NULL");
        sight.HasIndex(
            s => new
            {
                s.Organisation,
                s.Viewer,
                s.ChangedAt,
                s.AgreementId,
            },
            "ix_agreement_sights_changed_at"
        );
    }
}

internal sealed class WorkTaskConfiguration : IEntityTypeConfiguration<WorkTask>
{
    public void Configure(EntityTypeBuilder<WorkTask> task)
    {
        task.ToTable("tasks");
        task.HasKey(t => new
        {
            t.VersionId,
            t.Organisation,
            t.Desk,
            t.Number,
        });
        task.Property(t => t.Organisation).HasColumnName("organisation_id");
        task.Property(t => t.Desk).HasMaxLength(40);
        task.Property(t => t.Number).ValueGeneratedNever();
        task.HasIndex(
            t => new
            {
                t.Organisation,
                t.Desk,
                t.Since,
                t.VersionId,
                t.Number,
            },
            "ix_tasks_since"
        );
    }
}

internal sealed class VersionPersonConfiguration : IEntityTypeConfiguration<VersionPerson>
{
    public void Configure(EntityTypeBuilder<VersionPerson> person)
    {
        person.ToTable("version_people");
        person.HasKey(p => new { p.VersionId, p.Person });
        person.Property(p => p.Person).HasColumnName("person_id");
    }
}

internal sealed class VersionWordsConfiguration : IEntityTypeConfiguration<VersionWords>
{
    public void Configure(EntityTypeBuilder<VersionWords> words)
    {
        words.ToTable("version_words");
        words.HasKey(w => w.VersionId);
        words.Property(w => w.Organisations).HasColumnType("text[]");
        words
            .Property(w => w.Words)
            .HasComputedColumnSql("to_tsvector('english', folded(search_text)) || array_to_tsvector(organisations)", stored: true);
        words.HasIndex(w => w.Words, "ix_version_words_words").HasMethod("gin");
    }
}
