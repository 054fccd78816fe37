using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Persistence;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Web.Tests.Persistence;

public sealed class AuditEventTests(Portal portal)
{
    public static TheoryData<string> Changes =>
        [
            "UPDATE audit_events SET reason = 'other'",
            "UPDATE audit_events SET reason = 'other' WHERE false",
            "DELETE FROM audit_events",
            "DELETE FROM audit_events WHERE false",
            "TRUNCATE audit_events",
        ];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_AsThePortal_IsNotPermitted(string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(portal.Database.AsPortal, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_AsTheOwner_IsRefusedByTheDatabase(string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(portal.Database.AsOwner, sql));

        Assert.Equal((PostgresErrorCodes.RaiseException, "The audit log is append-only"), (refusal.SqlState, refusal.MessageText));
    }

    [Theory]
    [InlineData("ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only")]
    [InlineData("DROP TABLE audit_events")]
    [InlineData("CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'")]
    public async Task Removal_AsThePortal_IsNotPermitted(string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(portal.Database.AsPortal, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    /// <summary>The owner, who loads the demo's past, is not bound.</summary>
    [Theory]
    [InlineData(-11)]
    [InlineData(10)]
    public async Task Event_AsThePortal_OfAnotherTime_IsRefused(int seconds)
    {
        await using var db = DataSharingDbContext.Open(portal.Database.AsPortal);
        var at = (await db.NowAsync(TestContext.Current.CancellationToken)).AddSeconds(seconds);
        db.Organisations.Add(Organisation.Register(Details("Testshire"), [], Act.OfThePortal, at));

        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));

        Assert.Equal("audit_events_time", Assert.IsType<PostgresException>(refusal.InnerException).ConstraintName);
    }

    [Fact]
    public async Task Save_AsThePortal_WritesTheChangeAndItsEventInOneTransaction()
    {
        var id = await SaveAsync(Details("Testshire"));

        await using var db = DataSharingDbContext.Open(portal.Database.AsOwner);
        var transactions = await db
            .Database.SqlQuery<string>(
                $"""
                SELECT xmin::text AS "Value" FROM organisations WHERE id = {id.Value}
                UNION SELECT xmin::text FROM audit_events WHERE subject_id = {id.Value}
                """
            )
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Single(transactions);
        Assert.Single(await portal.TrailAsync(id));
    }

    [Fact]
    public async Task Save_ChangeFails_LeavesNoEvent()
    {
        var organisation = Organisation.Register(
            Details(new string('x', 201)),
            [],
            Act.OfThePortal,
            new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero)
        );
        await using var db = DataSharingDbContext.Open(portal.Database.AsPortal);
        db.Organisations.Add(organisation);

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));

        Assert.Empty(await portal.TrailAsync(organisation.Id));
    }

    [Fact]
    public async Task Save_EventFails_LeavesNoChange()
    {
        var person = await portal.APersonAsync(Role.IgLead);
        await using var db = DataSharingDbContext.Open(portal.Database.AsPortal);
        var membership = await db.Memberships.SingleAsync(m => m.Person == person.Id, TestContext.Current.CancellationToken);
        var admin = new Actor(PersonId.New(), person.Organisation, new HashSet<Role> { Role.OrganisationAdmin });
        membership.End(admin, "no text for \0 PostgreSQL", membership.Since);

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));

        Assert.Null(
            await portal.InDbAsync(owner =>
                owner
                    .Memberships.Where(m => m.Id == membership.Id)
                    .Select(m => m.EndedAt)
                    .SingleAsync(TestContext.Current.CancellationToken)
            )
        );
        Assert.DoesNotContain(await portal.TrailAsync(person.Organisation), e => e.Name == "organisation.role-ended");
    }

    [Fact]
    public async Task Save_Event_KeepsAllOfTheAct()
    {
        var person = await portal.APersonAsync(Role.SystemAdmin);
        var act = new Act(person.Id, person.Organisation, Role.SystemAdmin, "because");
        var organisation = Organisation.Register(
            Details("Testshire"),
            [Given.AnIdentifier()],
            act,
            new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero)
        );
        await portal.InDbAsync(db => Task.FromResult(db.Organisations.Add(organisation)));

        var told = await portal.TrailAsync(organisation.Id);

        Assert.Equal(["organisation.registered", "organisation.identifier-added"], told.Select(e => e.Name));
        Assert.All(
            told,
            e =>
                Assert.Equal(
                    (person.Id, person.Organisation, Role.SystemAdmin, "because", new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero)),
                    (e.PersonId!.Value, e.OrganisationId!.Value, e.Role!.Value, e.Reason, e.At)
                )
        );
        Assert.All(told, e => Assert.Equal((act, e.At, organisation.Id.Value), (e.Happened.Act, e.Happened.At, e.Happened.SubjectId)));
        Assert.Equal(2, told.Select(e => e.EventId).Distinct().Count());
    }

    private static OrganisationDetails Details(string name) =>
        new()
        {
            Name = name,
            Sector = Sector.Other,
            Nation = Jurisdiction.UK,
        };

    private async Task<OrganisationId> SaveAsync(OrganisationDetails details)
    {
        await using var db = DataSharingDbContext.Open(portal.Database.AsPortal);
        var organisation = Organisation.Register(details, [], Act.OfThePortal, await db.NowAsync(TestContext.Current.CancellationToken));
        db.Organisations.Add(organisation);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return organisation.Id;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // the statements are those above
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
