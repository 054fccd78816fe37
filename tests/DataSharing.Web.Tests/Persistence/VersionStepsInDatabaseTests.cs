using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>The database refuses what the state machine does not know, whatever the portal's code says.</summary>
public sealed class VersionStepsInDatabaseTests(Portal portal)
{
    // What one press does: a submission begins the approval, and ends it where every decision carries over.
    private static readonly AgreementAction[][] Presses =
    [
        [AgreementAction.Submit, AgreementAction.StartApproval],
        [AgreementAction.Submit, AgreementAction.StartApproval, AgreementAction.FinishStages],
        .. Enum.GetValues<AgreementAction>().Select(action => (AgreementAction[])[action]),
    ];

    [Fact]
    public async Task Steps_of_the_database_are_those_of_the_lifecycle()
    {
        var expected =
            from before in Enum.GetValues<VersionStatus>()
            from press in Presses
            let after = press.Aggregate(
                (VersionStatus?)before,
                (status, action) => status is { } s ? AgreementLifecycle.Next(s, action) : null
            )
            where after is not null && after != before
            select $"{before} {after}";

        await using var db = DataSharingDbContext.Open(portal.Database.AsPortal);
        var found = await db
            .Database.SqlQuery<string>($"""SELECT before || ' ' || after AS "Value" FROM version_steps()""")
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected.Distinct().Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Suspended")]
    [InlineData("Expired")]
    [InlineData("Superseded")]
    public async Task Update_AsThePortal_OfAStatusThatNoStepLeadsTo_IsRefused(string status)
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);

        await using var db = shared.Open();
        var refusal = await Assert.ThrowsAsync<PostgresException>(() =>
            db.Database.ExecuteSqlAsync(
                $"""
                UPDATE agreement_versions SET status = {status}
                WHERE agreement_id = (SELECT id FROM agreements WHERE reference = {shared.Reference.Value})
                """,
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal("agreement_versions_step", refusal.ConstraintName);
    }
}
