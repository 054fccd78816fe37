using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

// Rows of no table. They are parts of the model rather than SQL beside a query, for EF Core writes a query with such SQL anew each time.

internal sealed class ClockReadingConfiguration : IEntityTypeConfiguration<ClockReading>
{
    public void Configure(EntityTypeBuilder<ClockReading> clock) =>
        clock
            .HasNoKey()
            .ToSqlQuery(
                """
                SELECT portal_now() AS now, EXISTS (SELECT FROM business_clock) AS is_shifted,
                    edition_in_force('LawBook') AS law_book_number, edition_in_force('Policy') AS policy_number
                """
            );
}

internal sealed class AgreementPartConfiguration : IEntityTypeConfiguration<AgreementPart>
{
    public void Configure(EntityTypeBuilder<AgreementPart> part) =>
        part.HasNoKey().ToSqlQuery($"SELECT generate_series(1, {AgreementPart.Last}) AS number");
}

internal sealed class ChangedAgreementConfiguration : IEntityTypeConfiguration<ChangedAgreement>
{
    public void Configure(EntityTypeBuilder<ChangedAgreement> changed)
    {
        changed.HasNoKey().ToTable((string?)null);
        changed.Property(c => c.Agreement).HasColumnName("agreement_id");
    }
}
