using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>What many pages ask is planned once for each connection, and a connection on which something failed still answers it.</summary>
public sealed class PreparedReadsTests(Portal portal) : IAsyncLifetime
{
    private DataSharingDbContext _db = null!;
    private AgreementReference _reference;

    public async ValueTask InitializeAsync()
    {
        _reference = (await SharedAgreement.DraftAsync(portal)).Reference;
        _db = DataSharingDbContext.Open(
            new NpgsqlConnectionStringBuilder(portal.Database.AsPortal) { ApplicationName = nameof(PreparedReadsTests) }.ConnectionString
        ); // a pool of its own: no other test has used the connection
        await _db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    [Fact]
    public async Task A_marked_query_is_prepared_once_and_no_other()
    {
        await FindAsync();
        await FindAsync();
        await _db.People.CountAsync(TestContext.Current.CancellationToken);

        Assert.Contains("agreement_versions", Assert.Single(await PreparedAsync()), StringComparison.Ordinal);
    }

    /// <summary>Planning an agreement's query takes ten times as long as running it.</summary>
    [Fact]
    public async Task An_agreement_is_read_by_a_plan_that_is_kept()
    {
        const int AlwaysPlannedAnew = 5; // at first PostgreSQL compares what the plans for the very parameters cost
        for (var i = 0; i < AlwaysPlannedAnew + 1; i++)
        {
            await FindAsync();
        }

        var kept = await _db
            .Database.SqlQuery<long>($"""SELECT generic_plans AS "Value" FROM pg_prepared_statements""")
            .SingleAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, kept);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_answers_after_another_statement_failed_and_after_it_could_not_be_prepared(bool isPreparedBefore)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        if (isPreparedBefore)
        {
            await FindAsync();
        }

        await using (await _db.Database.BeginTransactionAsync(cancellationToken))
        {
            await Assert.ThrowsAsync<PostgresException>(() =>
                _db.Database.ExecuteSqlAsync($"INSERT INTO agreements (id) VALUES ({Guid.NewGuid()})", cancellationToken)
            );
            var inFailed = await Assert.ThrowsAnyAsync<Exception>(FindAsync);
            Assert.Equal(PostgresErrorCodes.InFailedSqlTransaction, (inFailed.GetBaseException() as PostgresException)?.SqlState);
        }

        await FindAsync();
        await FindAsync();
        Assert.Single(await PreparedAsync());
    }

    private async Task FindAsync()
    {
        _db.ChangeTracker.Clear();
        var found = await new AgreementStore(_db).FindAsync(_reference, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(_reference, found!.Reference);
    }

    private Task<List<string>> PreparedAsync() =>
        _db
            .Database.SqlQuery<string>($"""SELECT statement AS "Value" FROM pg_prepared_statements""")
            .ToListAsync(TestContext.Current.CancellationToken);
}
