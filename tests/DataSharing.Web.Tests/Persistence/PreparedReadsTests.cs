using DataSharing.Persistence.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>What is asked by nearly every page is planned once for each connection; nothing else is.</summary>
public sealed class PreparedReadsTests(Portal portal)
{
    [Fact]
    public async Task A_marked_query_is_prepared_once_and_outlives_a_statement_that_fails()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var reference = (await SharedAgreement.DraftAsync(portal)).Reference;
        await using var db = TestDatabase.Open(portal.Database.AsPortal);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var before = await PreparedAsync(db);

        await FindAsync();
        await Assert.ThrowsAsync<PostgresException>(() =>
            db.Database.ExecuteSqlAsync($"INSERT INTO agreements (id) VALUES ({Guid.NewGuid()})", cancellationToken)
        );
        await FindAsync();
        await db.People.CountAsync(cancellationToken);

        var prepared = (await PreparedAsync(db)).Except(before).ToList();
        Assert.Contains("agreement_versions", Assert.Single(prepared), StringComparison.Ordinal);

        async Task FindAsync()
        {
            db.ChangeTracker.Clear();
            Assert.Equal(reference, (await new AgreementStore(db).FindAsync(reference, cancellationToken: cancellationToken))!.Reference);
        }
    }

    // The connection may have served others before.
    private static Task<List<string>> PreparedAsync(DbContext db) =>
        db
            .Database.SqlQuery<string>($"""SELECT name || ' ' || statement AS "Value" FROM pg_prepared_statements""")
            .ToListAsync(TestContext.Current.CancellationToken);
}
