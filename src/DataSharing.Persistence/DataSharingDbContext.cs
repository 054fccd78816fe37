using System.Reflection;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Persistence.Audit;
using DataSharing.Persistence.Configurations;
using DataSharing.Persistence.Consequences;
using DataSharing.Persistence.Forms;
using DataSharing.Persistence.Organisations;
using DataSharing.Persistence.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DataSharing.Persistence;

public sealed class DataSharingDbContext(DbContextOptions<DataSharingDbContext> options) : DbContext(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<WaitingRole> WaitingRoles => Set<WaitingRole>();
    public DbSet<AuditScope> AuditScopes => Set<AuditScope>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<AgreementVersion> AgreementVersions => Set<AgreementVersion>();
    public DbSet<VersionContent> VersionContents => Set<VersionContent>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<EvidenceItem> Evidence => Set<EvidenceItem>();
    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();
    public DbSet<Edition> Editions => Set<Edition>();
    public DbSet<Recheck> Rechecks => Set<Recheck>();
    public DbSet<RecheckFailure> RecheckFailures => Set<RecheckFailure>();
    public DbSet<LiveFinding> LiveFindings => Set<LiveFinding>();
    public DbSet<ReadingMark> ReadingMarks => Set<ReadingMark>();
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<LogoutToken> LogoutTokens => Set<LogoutToken>();
    public DbSet<ParkedPost> ParkedPosts => Set<ParkedPost>();
    public DbSet<SentForm> SentForms => Set<SentForm>();

    /// <summary>One for whoever works outside of the pages, and disposes of it.</summary>
    /// <param name="limits">Null for those of <see cref="TimeLimits.Verbs"/>.</param>
    public static DataSharingDbContext Open(string connectionString, TimeLimits? limits = null)
    {
        var options = new DbContextOptionsBuilder<DataSharingDbContext>();
        options.UsePortalDatabase(connectionString, limits ?? TimeLimits.Verbs);
        return new DataSharingDbContext(options.Options);
    }

    /// <summary>
    /// The form that this request answers. Its id is used up by the first save, in the transaction of the effect: the second of two equal
    /// posts violates the key and has none. Whoever changes something without an entity calls SaveChanges in the same transaction.
    /// </summary>
    public SentForm? Form { get; set; }

    /// <summary>Whether the form was saved with what it did.</summary>
    public bool HasUsedForm => Form is { } form && Entry(form).State is EntityState.Unchanged;

    /// <summary>Business time, by the database's clock. Read it once per transaction and hand it to the domain.</summary>
    public Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken = default) =>
        Database.SqlQuery<DateTimeOffset>($"""SELECT portal_now() AS "Value" """).SingleAsync(cancellationToken);

    /// <summary>One reading of the business clock, so that a query of something else can bring it along.</summary>
    public IQueryable<ClockReading> Clock => Set<ClockReading>();

    /// <summary>
    /// In queries: what the function of the database finds (migration 0019). A viewpoint is an organisation and a viewer.
    /// </summary>
    internal static IQueryable<ChangedAgreement> ChangedAgreements(
        Guid[] organisations,
        string[] viewers,
        DateTimeOffset since,
        int atMost
    ) => throw new NotSupportedException("The database answers this.");

    /// <exception cref="NotSupportedException">Lists change with what is saved, and are written asynchronously only.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        UseForm();
        return Consequence.Follow(this).IsEmpty
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Agreements are saved asynchronously.");
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        UseForm();
        var lists = Consequence.Follow(this);
        if (lists.IsEmpty)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await lists.WriteAsync(this, cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private void UseForm()
    {
        if (Form is { } form && Entry(form).State is EntityState.Detached)
        {
            Add(form);
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DataSharingDbContext).Assembly);
        modelBuilder
            .HasDbFunction(typeof(DataSharingDbContext).GetMethod(nameof(ChangedAgreements), BindingFlags.Static | BindingFlags.NonPublic)!)
            .HasName("changed_agreements");
        OrganisationSearch.AddTo(modelBuilder);
        modelBuilder.UseSnakeCaseNames();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.IgnoreAny<DomainEvent>();
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>(); // every index is a decision
        configurationBuilder.Properties<AgreementId>().HaveConversion<AgreementIdConverter>();
        configurationBuilder.Properties<InvitationId>().HaveConversion<InvitationIdConverter>();
        configurationBuilder.Properties<MembershipId>().HaveConversion<MembershipIdConverter>();
        configurationBuilder.Properties<OrganisationId>().HaveConversion<OrganisationIdConverter>();
        configurationBuilder.Properties<PersonId>().HaveConversion<PersonIdConverter>();
        configurationBuilder.UseAgreementConversions();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private sealed class AgreementIdConverter() : ValueConverter<AgreementId, Guid>(id => id.Value, value => new(value));

    private sealed class InvitationIdConverter() : ValueConverter<InvitationId, Guid>(id => id.Value, value => new(value));

    private sealed class MembershipIdConverter() : ValueConverter<MembershipId, Guid>(id => id.Value, value => new(value));

    private sealed class OrganisationIdConverter() : ValueConverter<OrganisationId, Guid>(id => id.Value, value => new(value));

    private sealed class PersonIdConverter() : ValueConverter<PersonId, Guid>(id => id.Value, value => new(value));
}
