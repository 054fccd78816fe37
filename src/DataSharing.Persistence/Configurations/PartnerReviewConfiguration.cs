using DataSharing.Domain.Agreements;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

internal sealed class AssentConfiguration : IEntityTypeConfiguration<Assent>
{
    public void Configure(EntityTypeBuilder<Assent> assent)
    {
        assent.ToTable("assents");
        assent.HasKey(a => new { a.VersionId, a.Number });
        assent.Property(a => a.Number).ValueGeneratedNever();
        assent.Property(a => a.Organisation).HasColumnName("organisation_id");
        assent.Property(a => a.Person).HasColumnName("person_id");
        assent.HasOne<Organisation>().WithMany().HasForeignKey(a => a.Organisation).OnDelete(DeleteBehavior.Restrict);
        assent.HasOne<Person>().WithMany().HasForeignKey(a => a.Person).OnDelete(DeleteBehavior.Restrict);
        assent.HasOne<Person>().WithMany().HasForeignKey(a => a.ChangedBy).OnDelete(DeleteBehavior.Restrict);
        assent.HasOne<Organisation>().WithMany().HasForeignKey(a => a.ChangedFor).OnDelete(DeleteBehavior.Restrict);
        assent
            .HasOne(a => a.Content)
            .WithMany()
            .HasForeignKey(a => new { a.AgreementId, a.ContentHash })
            .IsRequired()
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgreedContentConfiguration : IEntityTypeConfiguration<AgreedContent>
{
    public void Configure(EntityTypeBuilder<AgreedContent> content)
    {
        content.ToTable("agreed_contents");
        content.HasKey(c => new { c.AgreementId, c.ContentHash });
        content.HasOne<Agreement>().WithMany().HasForeignKey(c => c.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }
}
