using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static DataSharing.Web.Tests.Persistence.SharedAgreement;

namespace DataSharing.Web.Tests.Persistence;

public class AgreementRaceTests(Portal portal)
{
    /// <summary>Milliseconds: where nobody waits for a lock that should be held, the test fails rather than hangs.</summary>
    private const int Patience = 60_000;

    [Fact(Timeout = Patience)]
    public async Task Of_two_decisions_on_one_stage_exactly_one_wins()
    {
        var shared = await InApprovalAsync(portal);
        var other = await shared.SomebodyAsync(shared.Council, Role.IgLead);

        var late = await WhileLockedAsync(
            shared,
            await shared.HolderAsync(CouncilReview),
            CouncilReview,
            () => shared.TakeAsync(CouncilReview, other)
        );

        await Assert.ThrowsAsync<StaleDecisionException>(() => late);
        Assert.Equal((await shared.HolderAsync(CouncilReview)).Person, (await shared.FindAsync()).Newest.Stages[0].Decision!.Person);
    }

    [Fact(Timeout = Patience)]
    public async Task Of_two_decisions_on_different_stages_both_count_and_the_last_advances_the_version()
    {
        var shared = await BeforeAsync(portal, CharityOwner);
        await shared.HolderAsync(Guardian);

        await await WhileLockedAsync(shared, await shared.HolderAsync(CharityOwner), CharityOwner, () => shared.TakeAsync(Guardian));

        Assert.Equal(VersionStatus.AwaitingSignatures, (await shared.FindAsync()).Newest.Status);
    }

    [Fact(Timeout = Patience)]
    public async Task A_role_taken_away_while_waiting_to_decide_does_not_count()
    {
        var shared = await InApprovalAsync(portal);
        var revoked = await shared.HolderAsync(CharityReview);

        var late = await WhileLockedAsync(
            shared,
            await shared.HolderAsync(CouncilReview),
            CouncilReview,
            () => shared.TakeAsync(CharityReview, revoked),
            () => shared.EndRoleAsync(revoked, Role.IgLead)
        );

        await Assert.ThrowsAsync<DomainRuleException>(() => late);
        Assert.Null((await shared.FindAsync()).Newest.Stages.Single(s => s.Number == CharityReview).Decision);
    }

    [Fact(Timeout = Patience)]
    public async Task A_role_cannot_be_taken_away_between_the_check_and_the_decision()
    {
        var shared = await InApprovalAsync(portal);
        var decider = await shared.HolderAsync(CouncilReview);
        await using var db = shared.Open();
        await using var change = await shared.OpenAsync(db);
        var command = await CommandAsync(change, decider);

        var revocation = Task.Run(() => shared.EndRoleAsync(decider, Role.IgLead), TestContext.Current.CancellationToken);
        await shared.UntilSomebodyWaitsForAsync((NpgsqlConnection)db.Database.GetDbConnection());
        Take(command, CouncilReview);
        await change.SaveAsync(TestContext.Current.CancellationToken);
        await revocation;

        Assert.True((await shared.FindAsync()).Newest.Stages[0].IsDecided);
    }

    [Fact(Timeout = Patience)]
    public async Task A_role_that_only_the_caller_believes_in_is_refused_by_the_database()
    {
        var shared = await InApprovalAsync(portal);
        var pretender = await shared.SomebodyAsync(shared.Council, Role.IgOfficer);
        await using var db = shared.Open();
        await using var change = await shared.OpenAsync(db);
        change.Agreement.Decide(
            CouncilReview,
            new Ruling.PassGate(null),
            Seen.Of(change.Agreement.Newest),
            pretender with
            {
                Roles = new HashSet<Role> { Role.IgLead },
            },
            change.Now
        );

        await Assert.ThrowsAsync<StaleDecisionException>(() => change.SaveAsync(TestContext.Current.CancellationToken));
        Assert.Null((await shared.FindAsync()).Newest.Stages[0].Decision);
    }

    [Fact(Timeout = Patience)]
    public async Task Without_the_lock_the_second_writer_is_noticed_all_the_same()
    {
        var shared = await DraftAsync(portal);
        await using var db = shared.Open();
        var loaded = await db
            .Agreements.Include(a => a.Versions)
                .ThenInclude(v => v.Access)
            .Include(a => a.Versions)
                .ThenInclude(v => v.Editors)
            .SingleAsync(a => a.Reference == shared.Reference, TestContext.Current.CancellationToken);
        await shared.DoAsync(shared.Drafter, change => change.Agreement.JustifyWarning("DSA-061", "First.", change.Actor, change.Now));

        loaded.JustifyWarning("DSA-091", "Second.", shared.Drafter, await db.NowAsync(TestContext.Current.CancellationToken));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Decides a stage, and while that command holds the lock lets another begin and wait for it.</summary>
    private static async Task<Task> WhileLockedAsync(
        SharedAgreement shared,
        Actor first,
        int stage,
        Func<Task> second,
        Func<Task>? meanwhile = null
    )
    {
        await using var db = shared.Open();
        await using var change = await shared.OpenAsync(db);
        var command = await CommandAsync(change, first);

        var waiting = Task.Run(second, TestContext.Current.CancellationToken);
        await shared.UntilSomebodyWaitsForAsync((NpgsqlConnection)db.Database.GetDbConnection());
        await (meanwhile?.Invoke() ?? Task.CompletedTask);

        Take(command, stage);
        await change.SaveAsync(TestContext.Current.CancellationToken);
        return waiting;
    }
}
