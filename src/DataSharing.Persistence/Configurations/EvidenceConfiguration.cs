using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DataSharing.Persistence.Configurations;

internal sealed class EvidenceConfiguration : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> evidence)
    {
        evidence.ToTable("evidence");
        evidence.Property(e => e.Id).ValueGeneratedNever();
        evidence.Ignore(e => e.OnlyFor);
        evidence.Property(e => e.Title).HasMaxLength(EvidenceDetails.TitleMaxLength);
        evidence.Property(e => e.Link).HasMaxLength(EvidenceDetails.LinkMaxLength);
        evidence.Property(e => e.Reference).HasMaxLength(EvidenceDetails.ReferenceMaxLength);
        evidence.Property(e => e.Place).HasConversion<PlaceConverter>().HasMaxLength(EvidencePlace.MaxLength);
        evidence.Property(e => e.FileName).HasMaxLength(CleanFileName.MaxLength);
        evidence.Property(e => e.Organisation).HasColumnName("organisation_id");
        evidence.Property(e => e.RemovedBecause).HasMaxLength(EvidenceItem.ReasonMaxLength);
        evidence.Property(e => e.ErasureBecause).HasMaxLength(EvidenceItem.ReasonMaxLength);
        evidence.Property<uint>("RowVersion").HasColumnName("xmin").IsRowVersion();
        evidence.HasOne<Agreement>().WithMany().HasForeignKey(e => e.AgreementId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasOne<Organisation>().WithMany().HasForeignKey(e => e.Organisation).OnDelete(DeleteBehavior.Restrict);
        evidence.HasOne<Person>().WithMany().HasForeignKey(e => e.AddedBy).OnDelete(DeleteBehavior.Restrict);
        evidence.HasOne<Person>().WithMany().HasForeignKey(e => e.RemovedBy).OnDelete(DeleteBehavior.Restrict);
        evidence.HasOne<Person>().WithMany().HasForeignKey(e => e.ErasureAskedBy).OnDelete(DeleteBehavior.Restrict);
        evidence.HasOne<Person>().WithMany().HasForeignKey(e => e.ErasedBy).OnDelete(DeleteBehavior.Restrict);
        evidence.HasOne<EvidenceItem>().WithMany().HasForeignKey(e => e.ReplacedBy).OnDelete(DeleteBehavior.Restrict);
        evidence.HasIndex(e => new { e.AgreementId, e.AddedAt }, "ix_evidence_agreement_id");
    }

    private sealed class PlaceConverter()
        : ValueConverter<EvidencePlace, string>(place => place.ToString(), text => EvidencePlace.Parse(text));
}

internal sealed class EvidenceFileConfiguration : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> file)
    {
        file.ToTable("evidence_files");
        file.HasKey(f => f.Evidence);
        file.Property(f => f.Evidence).HasColumnName("evidence_id");
        file.HasOne<EvidenceItem>().WithOne().HasForeignKey<EvidenceFile>(f => f.Evidence).OnDelete(DeleteBehavior.Restrict);
    }
}
