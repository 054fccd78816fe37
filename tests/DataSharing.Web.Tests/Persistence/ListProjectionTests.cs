using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Lists;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using static DataSharing.Web.Tests.Persistence.SharedAgreement;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>The rows that lists are read from are always those that the domain says of the agreement as it is.</summary>
public sealed class ListProjectionTests(Portal portal)
{
    [Fact]
    public async Task After_every_step_of_an_agreement_they_are_what_would_be_built_from_nothing()
    {
        var shared = await ReturnedAsync(portal);
        await AssertAsItIsAsync(shared);
        await shared.InviteAsync();
        await AssertAsItIsAsync(shared);
        await shared.DoAsync(shared.Drafter, change => change.Agreement.PartnerReview.Stop(change.Actor, change.Now));
        await AssertAsItIsAsync(shared);
        await shared.RenameAsync("Counting marmalade");
        await AssertAsItIsAsync(shared);
        await shared.SubmitAsync(shared.Drafter);
        await AssertAsItIsAsync(shared);
        await AssertAsItIsAsync(await InForceAsync(portal));
        await AssertAsItIsAsync(await OnConditionsAsync(portal));
        await AssertAsItIsAsync(await AmendedAsync(portal));
        await AssertAsItIsAsync(await BeforeAsync(portal, CharitySigns));
    }

    [Fact]
    public async Task What_a_round_of_checks_finds_takes_nothing_from_the_lists_and_makes_it_news()
    {
        var shared = await InForceAsync(portal);
        await shared.AddEvidenceAsync(shared.Drafter, validTo: new DateOnly(2027, 1, 31)); // it runs out before the agreement does
        var before = await ChangedAtAsync(shared);

        await portal.RecheckAsync(shared.Council);

        await AssertAsItIsAsync(shared);
        Assert.True(await ChangedAtAsync(shared) > before);
        await using var db = shared.Open();
        Assert.Equal(
            [Desk.Audited, Desk.FindingWarnings],
            await db.Set<WorkTask>()
                .Where(t => t.VersionId == shared.VersionId && t.Organisation == shared.Council)
                .Select(t => t.Desk)
                .Order()
                .ToListAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task What_is_said_of_an_agreement_is_news_too()
    {
        var shared = await InPartnerReviewAsync(portal);
        var before = await ChangedAtAsync(shared);

        await shared.CommentAsync(shared.Drafter);

        await AssertAsItIsAsync(shared);
        Assert.True(await ChangedAtAsync(shared) > before);
    }

    [Fact]
    public async Task A_rebuild_with_words_finds_them_again_and_another_leaves_them_alone()
    {
        var shared = await DraftAsync(portal);
        var words = await WordsAsync(shared);
        await shared.RunSqlAsync("UPDATE version_words SET search_text = 'wrong' WHERE version_id = $1", asOwner: true);

        await shared.ListAnewAsync();
        Assert.Equal("wrong", await WordsAsync(shared));
        await shared.ListAnewAsync(withWords: true);

        Assert.Equal(words, await WordsAsync(shared));
    }

    private static async Task<string> WordsAsync(SharedAgreement shared)
    {
        await using var db = shared.Open();
        return await db
            .Database.SqlQuery<string>($"""SELECT search_text AS "Value" FROM version_words WHERE version_id = {shared.VersionId.Value}""")
            .SingleAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<DateTimeOffset> ChangedAtAsync(SharedAgreement shared)
    {
        await using var db = shared.Open();
        return await db.Set<AgreementSight>()
            .Where(s => s.Reference == shared.Reference)
            .MinAsync(s => s.ChangedAt, TestContext.Current.CancellationToken);
    }

    private static async Task AssertAsItIsAsync(SharedAgreement shared)
    {
        await using var db = shared.Open();
        await ListComparison.AssertAsTheyAreAsync(db, [await shared.FindAsync()]);
    }
}
