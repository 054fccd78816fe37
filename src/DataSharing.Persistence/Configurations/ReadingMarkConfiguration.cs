using DataSharing.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

internal sealed class ReadingMarkConfiguration : IEntityTypeConfiguration<ReadingMark>
{
    public void Configure(EntityTypeBuilder<ReadingMark> mark)
    {
        mark.ToTable("reading_marks");
        mark.HasKey(m => m.Person);
        mark.Property(m => m.Person).HasColumnName("person_id").ValueGeneratedNever();
        mark.HasOne<Person>().WithOne().HasForeignKey<ReadingMark>(m => m.Person).OnDelete(DeleteBehavior.Restrict);
    }
}
