using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Persistence.Agreements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> agreement)
    {
        agreement.ToTable("agreements");
        agreement.Ignore(a => a.Events);
        agreement.Ignore(a => a.InPreparation);
        agreement.Ignore(a => a.InForce);
        agreement.Ignore(a => a.Newest);
        agreement.Ignore(a => a.PartnerReview);
        agreement.Property(a => a.Id).ValueGeneratedNever();
        agreement.Property(a => a.DraftingOrganisation).HasColumnName("drafting_organisation_id");
        agreement.PrimitiveCollection(a => a.ExternalReferences).ElementType().HasMaxLength(Agreement.ExternalReferenceMaxLength);
        agreement.Property<uint>("RowVersion").HasColumnName("xmin").IsRowVersion();
        agreement.HasOne<Organisation>().WithMany().HasForeignKey(a => a.DraftingOrganisation).OnDelete(DeleteBehavior.Restrict);
        agreement.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.AgreementId).OnDelete(DeleteBehavior.Restrict);
        agreement.HasIndex(a => a.Reference, "ix_agreements_reference").IsUnique();
        agreement.HasIndex(a => a.DraftingOrganisation, "ix_agreements_drafting_organisation_id");
    }
}

internal sealed class AgreementVersionConfiguration : IEntityTypeConfiguration<AgreementVersion>
{
    public void Configure(EntityTypeBuilder<AgreementVersion> version)
    {
        version.ToTable("agreement_versions");
        version.Property(v => v.Id).ValueGeneratedNever();
        version.Ignore(v => v.Document);
        version.Ignore(v => v.Content);
        version.Ignore(v => v.Signatures);
        version
            .Property(v => v.SectionsWithNothing)
            .HasColumnType("text[]")
            .HasConversion<NamesConverter<Domain.Content.Section>, NamesComparer<Domain.Content.Section>>();
        version.Property(v => v.Removed).HasColumnType("jsonb").HasConversion<RemovedItemsConverter, RemovedItemsComparer>();
        version.Ignore(v => v.Locks);
        version.PrimitiveCollection(v => v.ReliesOn).HasColumnType("text[]");
        version.PrimitiveCollection(v => v.Shares).HasColumnType("text[]");
        version.Ignore(v => v.Rank);
        version.Ignore(v => v.SearchText);
        version.Property<DateTimeOffset>(TimedSteps.SigningDueAt);
        version.HasOne(v => v.Stored).WithOne().HasForeignKey<VersionContent>(c => c.VersionId).OnDelete(DeleteBehavior.Restrict);
        version.Property(v => v.Predecessor).HasColumnName("predecessor_id");
        version.HasOne<AgreementVersion>().WithMany().HasForeignKey(v => v.Predecessor).OnDelete(DeleteBehavior.Restrict);
        version.HasOne<Person>().WithMany().HasForeignKey(v => v.WithholdingApprovedBy).OnDelete(DeleteBehavior.Restrict);

        version.HasMany(v => v.Access).WithOne().HasForeignKey(a => a.VersionId).OnDelete(DeleteBehavior.Restrict);
        version.HasMany(v => v.Editors).WithOne().HasForeignKey(e => e.VersionId).OnDelete(DeleteBehavior.Restrict);
        version.HasMany(v => v.Justifications).WithOne().HasForeignKey(j => j.VersionId).OnDelete(DeleteBehavior.Restrict);
        version.HasMany(v => v.Findings).WithOne().HasForeignKey(f => f.VersionId).OnDelete(DeleteBehavior.Restrict);
        version.HasMany(v => v.Assents).WithOne().HasForeignKey(a => a.VersionId).OnDelete(DeleteBehavior.Restrict);
        version.HasMany(v => v.Stages).WithOne().HasForeignKey(s => s.VersionId).OnDelete(DeleteBehavior.Restrict);

        version.HasIndex(v => new { v.AgreementId, v.Ordinal }, "ix_agreement_versions_agreement_id_ordinal").IsUnique();
        // Exclusion constraints in the database, so that one version can give way to another in one save (docs/adr/0010).
        version
            .HasIndex(v => v.AgreementId, "ix_agreement_versions_one_in_preparation")
            .HasFilter("status IN ('Draft', 'InPartnerReview', 'Submitted', 'InApproval', 'AwaitingSignatures', 'Approved')");
        version.HasIndex(v => v.AgreementId, "ix_agreement_versions_one_in_force").HasFilter("status IN ('Active', 'Suspended')");
        version.HasIndex(v => v.StartsOn, "ix_agreement_versions_due").HasFilter("status = 'Approved'");
        version.HasIndex([TimedSteps.SigningDueAt], "ix_agreement_versions_signing").HasFilter("status = 'AwaitingSignatures'");
        version.HasIndex(v => v.ReliesOn, "ix_agreement_versions_relies_on").HasMethod("gin");
        version.HasIndex(v => v.Shares, "ix_agreement_versions_shares").HasMethod("gin").HasFilter("status = 'Active'");
        version.HasIndex(v => v.Id, "ix_agreement_versions_in_force").HasFilter("status IN ('Active', 'Suspended')");
    }
}

internal sealed class VersionContentConfiguration : IEntityTypeConfiguration<VersionContent>
{
    public void Configure(EntityTypeBuilder<VersionContent> content)
    {
        content.ToTable("version_contents");
        content.HasKey(c => c.VersionId);
    }
}

internal sealed class AgreementAccessConfiguration : IEntityTypeConfiguration<AgreementAccess>
{
    public void Configure(EntityTypeBuilder<AgreementAccess> access)
    {
        access.ToTable("agreement_access");
        access.HasKey(a => new
        {
            a.VersionId,
            a.Organisation,
            a.Relation,
        });
        access.Property(a => a.Organisation).HasColumnName("organisation_id");
        access.Property(a => a.PartyId).HasMaxLength(100);
        access.HasOne<Organisation>().WithMany().HasForeignKey(a => a.Organisation).OnDelete(DeleteBehavior.Restrict);
        access.HasIndex(a => new { a.Organisation, a.Relation }, "ix_agreement_access_organisation_id");
    }
}

internal sealed class VersionEditorConfiguration : IEntityTypeConfiguration<VersionEditor>
{
    public void Configure(EntityTypeBuilder<VersionEditor> editor)
    {
        editor.ToTable("version_editors");
        editor.HasKey(e => new
        {
            e.VersionId,
            e.Person,
            e.Organisation,
        });
        editor.Property(e => e.Person).HasColumnName("person_id");
        editor.Property(e => e.Organisation).HasColumnName("organisation_id");
        editor.HasOne<Person>().WithMany().HasForeignKey(e => e.Person).OnDelete(DeleteBehavior.Restrict);
        editor.HasOne<Organisation>().WithMany().HasForeignKey(e => e.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JustificationConfiguration : IEntityTypeConfiguration<Justification>
{
    public void Configure(EntityTypeBuilder<Justification> justification)
    {
        justification.ToTable("justifications");
        justification.HasKey(j => new { j.VersionId, j.RuleId });
        justification.Property(j => j.RuleId).HasMaxLength(20);
        justification.Property(j => j.Text).HasMaxLength(Justification.TextMaxLength);
        justification.Property(j => j.Person).HasColumnName("person_id");
        justification.HasOne<Person>().WithMany().HasForeignKey(j => j.Person).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SubmissionFindingConfiguration : IEntityTypeConfiguration<SubmissionFinding>
{
    public void Configure(EntityTypeBuilder<SubmissionFinding> finding)
    {
        finding.ToTable("submission_findings");
        finding.HasKey(f => new { f.VersionId, f.Position });
        finding.Property(f => f.Position).ValueGeneratedNever();
        finding.Property(f => f.RuleId).HasMaxLength(20);
        finding.HasIndex(f => f.RuleId, "ix_submission_findings_rule_id");
    }
}

internal sealed class StageConfiguration : IEntityTypeConfiguration<Stage>
{
    public void Configure(EntityTypeBuilder<Stage> stage)
    {
        stage.ToTable("stages");
        stage.HasKey(s => new { s.VersionId, s.Number });
        stage.Property(s => s.Number).ValueGeneratedNever();
        stage.Property(s => s.Organisation).HasColumnName("organisation_id");
        stage.Property(s => s.PartyId).HasMaxLength(100);
        stage.Property(s => s.Because).HasMaxLength(Stage.BecauseMaxLength);
        stage.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Organisation).OnDelete(DeleteBehavior.Restrict);
        stage
            .HasOne(s => s.Decision)
            .WithOne()
            .HasForeignKey<Decision>(d => new { d.VersionId, d.StageNumber })
            .OnDelete(DeleteBehavior.Restrict);
        stage
            .HasOne(s => s.Signature)
            .WithOne()
            .HasForeignKey<Signature>(g => new { g.VersionId, g.StageNumber })
            .OnDelete(DeleteBehavior.Restrict);
        stage.Ignore(s => s.Standing);
        stage
            .HasOne(s => s.CarriedDecision)
            .WithMany()
            .HasForeignKey(s => new { s.CarriedVersionId, s.CarriedStageNumber })
            .OnDelete(DeleteBehavior.Restrict);
        stage.HasIndex(s => new { s.Organisation, s.Role }, "ix_stages_organisation_id");
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("decisions");
        decision.HasKey(d => new { d.VersionId, d.StageNumber });
        decision.Property(d => d.StageNumber).ValueGeneratedNever();
        decision.Property(d => d.Person).HasColumnName("person_id");
        decision.Property(d => d.Organisation).HasColumnName("organisation_id");
        decision.Property(d => d.Text).HasMaxLength(Ruling.TextMaxLength);
        decision.PrimitiveCollection(d => d.Conditions).ElementType().HasMaxLength(Ruling.ConditionMaxLength);
        decision.Property(d => d.Reference).HasMaxLength(Ruling.ReferenceMaxLength);
        decision
            .Property(d => d.Sections)
            .HasColumnType("text[]")
            .HasConversion<NamesConverter<Domain.Content.Section>, NamesComparer<Domain.Content.Section>>();
        decision.HasOne<Person>().WithMany().HasForeignKey(d => d.Person).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Organisation>().WithMany().HasForeignKey(d => d.Organisation).OnDelete(DeleteBehavior.Restrict);
        decision
            .HasOne(d => d.Acceptance)
            .WithOne()
            .HasForeignKey<ConditionAcceptance>(c => new { c.VersionId, c.StageNumber })
            .OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => new { d.Person, d.At }, "ix_decisions_person_id");
    }
}

internal sealed class ConditionAcceptanceConfiguration : IEntityTypeConfiguration<ConditionAcceptance>
{
    public void Configure(EntityTypeBuilder<ConditionAcceptance> acceptance)
    {
        acceptance.ToTable("condition_acceptances");
        acceptance.HasKey(c => new { c.VersionId, c.StageNumber });
        acceptance.Property(c => c.StageNumber).ValueGeneratedNever();
        acceptance.Property(c => c.Person).HasColumnName("person_id");
        acceptance.Property(c => c.Organisation).HasColumnName("organisation_id");
        acceptance.HasOne<Person>().WithMany().HasForeignKey(c => c.Person).OnDelete(DeleteBehavior.Restrict);
        acceptance.HasOne<Organisation>().WithMany().HasForeignKey(c => c.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignatureConfiguration : IEntityTypeConfiguration<Signature>
{
    public void Configure(EntityTypeBuilder<Signature> signature)
    {
        signature.ToTable("signatures");
        signature.HasKey(g => new { g.VersionId, g.StageNumber });
        signature.Property(g => g.StageNumber).ValueGeneratedNever();
        signature.Property(g => g.Person).HasColumnName("person_id");
        signature.Property(g => g.Organisation).HasColumnName("organisation_id");
        signature.Property(g => g.Capacity).HasMaxLength(Signature.CapacityMaxLength);
        signature.HasOne<Person>().WithMany().HasForeignKey(g => g.Person).OnDelete(DeleteBehavior.Restrict);
        signature.HasOne<Organisation>().WithMany().HasForeignKey(g => g.Organisation).OnDelete(DeleteBehavior.Restrict);
        signature.HasIndex(g => new { g.VersionId, g.Person }, "ix_signatures_once").IsUnique();
        signature.HasIndex(g => new { g.Person, g.At }, "ix_signatures_person_id");
    }
}
