using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.Ignore(p => p.Events);
        person.Property(p => p.Issuer).HasMaxLength(400);
        person.Property(p => p.Subject).HasMaxLength(255);
        person.Property(p => p.Name).HasMaxLength(Person.NameMaxLength);
        person.HasIndex(p => new { p.Issuer, p.Subject }).IsUnique();
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("memberships");
        membership.Ignore(m => m.Events);
        membership.Property(m => m.Person).HasColumnName("person_id");
        membership.Property(m => m.Organisation).HasColumnName("organisation_id");
        membership.HasOne<Person>().WithMany().HasForeignKey(m => m.Person);
        membership.HasOne<Organisation>().WithMany().HasForeignKey(m => m.Organisation);
        membership
            .HasIndex(
                m => new
                {
                    m.Person,
                    m.Organisation,
                    m.Role,
                },
                "ix_memberships_held"
            )
            .IsUnique()
            .HasFilter("ended_at IS NULL");
        membership.HasIndex(m => m.Organisation, "ix_memberships_organisation_id");
        membership.Property<uint>("RowVersion").HasColumnName("xmin").IsRowVersion();
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.Ignore(i => i.Events);
        invitation.Property(i => i.Organisation).HasColumnName("organisation_id");
        invitation.Property(i => i.Name).HasMaxLength(Person.NameMaxLength);
        invitation.Property(i => i.Recipient).HasMaxLength(Invitation.RecipientMaxLength);
        invitation.HasOne<Organisation>().WithMany().HasForeignKey(i => i.Organisation);
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.InvitedBy);
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.AcceptedBy);
        invitation.HasIndex(i => i.SecretHash, "ix_invitations_secret_hash").IsUnique();
        invitation.HasIndex(i => i.Organisation, "ix_invitations_organisation_id");
        invitation.Property<uint>("RowVersion").HasColumnName("xmin").IsRowVersion();
    }
}

internal sealed class WaitingRoleConfiguration : IEntityTypeConfiguration<WaitingRole>
{
    public void Configure(EntityTypeBuilder<WaitingRole> waiting)
    {
        waiting.ToTable("waiting_roles");
        waiting.Ignore(w => w.Events);
        waiting.Ignore(w => w.IsOpen);
        waiting.Property(w => w.Person).HasColumnName("person_id");
        waiting.Property(w => w.Organisation).HasColumnName("organisation_id");
        waiting.Property(w => w.MeantFor).HasMaxLength(Invitation.RecipientMaxLength);
        waiting.HasOne<Person>().WithMany().HasForeignKey(w => w.Person);
        waiting.HasOne<Person>().WithMany().HasForeignKey(w => w.AskedBy);
        waiting.HasOne<Organisation>().WithMany().HasForeignKey(w => w.Organisation);
        waiting
            .HasIndex(
                w => new
                {
                    w.Organisation,
                    w.Person,
                    w.Role,
                },
                "ix_waiting_roles_open"
            )
            .IsUnique()
            .HasFilter("confirmed_at IS NULL AND refused_at IS NULL");
        waiting.Property<uint>("RowVersion").HasColumnName("xmin").IsRowVersion();
    }
}

internal sealed class AuditScopeConfiguration : IEntityTypeConfiguration<AuditScope>
{
    public void Configure(EntityTypeBuilder<AuditScope> scope)
    {
        scope.ToTable("audit_scopes");
        scope.Ignore(s => s.Events);
        scope.Property(s => s.Auditor).HasColumnName("auditor_id");
        scope.Property(s => s.Organisation).HasColumnName("organisation_id");
        scope.Property(s => s.From).HasColumnName("from_day");
        scope.Property(s => s.Until).HasColumnName("until_day");
        scope.HasOne<Person>().WithMany().HasForeignKey(s => s.Auditor);
        scope.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Organisation);
        scope.HasIndex(s => s.Auditor, "ix_audit_scopes_auditor_id");
        scope.HasIndex(s => s.Organisation, "ix_audit_scopes_organisation_id");
        scope.Property<uint>("RowVersion").HasColumnName("xmin").IsRowVersion();
    }
}
