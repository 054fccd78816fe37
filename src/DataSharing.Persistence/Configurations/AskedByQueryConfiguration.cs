using DataSharing.Persistence.Agreements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

// Rows of no table. As a part of the model rather than as SQL beside a query, for EF Core writes a query with such SQL anew each time.

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
