using DataSharing.Persistence.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

internal sealed class SentFormConfiguration : IEntityTypeConfiguration<SentForm>
{
    public void Configure(EntityTypeBuilder<SentForm> form)
    {
        form.ToTable("form_ids");
        form.HasKey(f => new { f.Person, f.Id });
        form.Property(f => f.Person).HasColumnName("person_id");
        form.HasIndex(f => f.At);
    }
}
