using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Rules;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Law;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using static DataSharing.Web.Tests.Persistence.SharedAgreement;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>
/// The timer reads what is due and nothing else, however many signatures are awaited. On a database of its own, whose portal does not run: the
/// rounds and timers of others would look at signings meanwhile.
/// </summary>
public sealed class TimedStepsTests : IAsyncLifetime
{
    private readonly Portal _portal = new();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_signing_that_stands_is_looked_at_once_a_day()
    {
        var shared = await BeforeAsync(_portal, CouncilSigns);
        Assert.Equal(DateTimeOffset.MinValue, await DueAtAsync(shared));

        await LapseAsync(shared);

        await using var db = shared.Open();
        var tomorrow = (await db.NowAsync(TestContext.Current.CancellationToken)).UkDay().AddDays(1).StartsAt();
        Assert.Equal(VersionStatus.AwaitingSignatures, (await shared.FindAsync()).Newest.Status);
        Assert.Equal(tomorrow, await DueAtAsync(shared));
        Assert.Equal(0, await new TimedSteps(db).LapseSigningsAsync(Criteria.First, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_is_looked_at_again_when_a_round_of_checks_begins_that_concerns_it()
    {
        var concerned = await BeforeAsync(_portal, CouncilSigns);
        var other = await BeforeAsync(_portal, CouncilSigns);
        await LapseAsync(concerned);
        await _portal.InDbAsync(
            (db, now) =>
            {
                db.Rechecks.Add(Recheck.Because(RecheckReason.Evidence, now, concerned.Council));
                return Task.FromResult(true);
            }
        );

        await using var db = concerned.Open();
        await new RecheckRounds(db, new LawShelf()).CheckBatchAsync(TestContext.Current.CancellationToken);

        var now = await db.NowAsync(TestContext.Current.CancellationToken);
        Assert.True(await DueAtAsync(concerned) <= now);
        Assert.True(await DueAtAsync(other) > now);
    }

    [Fact]
    public async Task What_a_new_error_stands_against_is_ended_and_nothing_else()
    {
        var brief = await BeforeAsync(_portal, CouncilSigns);
        var lasting = await BeforeAsync(_portal, CouncilSigns, content => content with { EndDate = new DateOnly(2031, 9, 30) });
        await using var db = brief.Open();

        var looked = await new TimedSteps(db).LapseSigningsAsync(
            Criteria.First with
            {
                Policy = Criteria.First.Policy with { LongestYears = 4 },
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(2, looked);
        Assert.Equal([VersionStatus.AwaitingSignatures], (await brief.FindAsync()).Versions.Select(version => version.Status));
        Assert.Equal(
            [VersionStatus.ChangesRequested, VersionStatus.Draft],
            (await lasting.FindAsync()).Versions.Select(version => version.Status)
        );
    }

    [Fact]
    public async Task The_check_of_a_night_sees_what_starts_that_day()
    {
        var shared = await InApprovalAsync(_portal, content => content with { StartDate = new DateOnly(2026, 9, 1) });
        await shared.AllTakeAsync();
        await using var db = shared.Open();
        var today = (await db.NowAsync(TestContext.Current.CancellationToken)).UkDay();
        await shared.AddEvidenceAsync(shared.Drafter, validTo: today.AddDays(20)); // it runs out before the agreement does
        var rounds = new RecheckRounds(db, new LawShelf());

        await rounds.BeginNightAsync(TestContext.Current.CancellationToken);
        while (await rounds.CheckBatchAsync(TestContext.Current.CancellationToken)) { }

        Assert.Equal(VersionStatus.Active, (await shared.FindAsync()).Newest.Status);
        Assert.Equal(["DSA-101"], (await shared.FindingsAsync()).Select(finding => finding.RuleId));
    }

    private static async Task LapseAsync(SharedAgreement shared)
    {
        await using var db = shared.Open();
        await new TimedSteps(db).LapseSigningsAsync(Criteria.First, TestContext.Current.CancellationToken);
    }

    private static async Task<DateTimeOffset> DueAtAsync(SharedAgreement shared)
    {
        await using var db = shared.Open();
        return await db
            .AgreementVersions.Where(v => v.Id == shared.VersionId)
            .Select(v => EF.Property<DateTimeOffset>(v, "SigningDueAt"))
            .SingleAsync(TestContext.Current.CancellationToken);
    }
}
