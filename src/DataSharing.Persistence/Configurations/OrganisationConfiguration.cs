using DataSharing.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisations");
        organisation.Ignore(o => o.Events);
        organisation.Property<uint>("RowVersion").HasColumnName("xmin").IsRowVersion();

        organisation.ComplexProperty(
            o => o.Details,
            details =>
            {
                details.Property(d => d.Name).HasColumnName("name").HasMaxLength(OrganisationDetails.NameMaxLength);
                details.Property(d => d.OtherNames).HasColumnName("other_names").HasMaxLength(OrganisationDetails.OtherNamesMaxLength);
                details.Property(d => d.Address).HasColumnName("address").HasMaxLength(OrganisationDetails.AddressMaxLength);
                details.Property(d => d.Note).HasColumnName("note").HasMaxLength(OrganisationDetails.NameMaxLength);
                details.Property(d => d.Sector).HasColumnName("sector");
                details.Property(d => d.Nation).HasColumnName("nation");
                details.Property(d => d.IsPublicAuthority).HasColumnName("is_public_authority");
                details.Property(d => d.IsPublicBody).HasColumnName("is_public_body");
                details.Property(d => d.IsCompetentAuthority).HasColumnName("is_competent_authority");
                details.Property(d => d.ExercisesOfficialAuthority).HasColumnName("exercises_official_authority");
                details.Property(d => d.IcoRegistration).HasColumnName("ico_registration").HasMaxLength(20);
                details.Property(d => d.ContactEmail).HasColumnName("contact_email").HasMaxLength(OrganisationDetails.ContactMaxLength);
                details
                    .Property(d => d.DataProtectionOfficer)
                    .HasColumnName("data_protection_officer")
                    .HasMaxLength(OrganisationDetails.ContactMaxLength);
                details.Property(d => d.BreachContact).HasColumnName("breach_contact").HasMaxLength(OrganisationDetails.ContactMaxLength);
                details
                    .Property(d => d.ComplaintsRoute)
                    .HasColumnName("complaints_route")
                    .HasMaxLength(OrganisationDetails.ContactMaxLength);
            }
        );

        organisation.OwnsMany(
            o => o.Identifiers,
            identifier =>
            {
                identifier.ToTable("organisation_identifiers");
                identifier.WithOwner().HasForeignKey("OrganisationId");
                identifier.HasIndex("OrganisationId");
                identifier.HasKey(i => new { i.Scheme, i.Value });
                identifier.Property(i => i.Scheme).HasMaxLength(RegisteredIdentifier.SchemeMaxLength);
                identifier.Property(i => i.Value).HasMaxLength(RegisteredIdentifier.ValueMaxLength);
            }
        );

        organisation.OwnsMany(
            o => o.Evidence,
            evidence =>
            {
                evidence.ToTable("organisation_evidence");
                evidence.WithOwner().HasForeignKey("OrganisationId");
                evidence.HasIndex("OrganisationId");
                evidence.HasKey(e => e.Id);
                evidence.Property(e => e.Id).ValueGeneratedNever();
                evidence.Property(e => e.Reference).HasMaxLength(OrganisationEvidence.ReferenceMaxLength);
                evidence.PrimitiveCollection(e => e.Covers).HasColumnType("text[]");
                evidence.PrimitiveCollection(e => e.EarlierReferences).HasColumnType("text[]");
                evidence.Ignore(e => e.Term);
            }
        );
    }
}
