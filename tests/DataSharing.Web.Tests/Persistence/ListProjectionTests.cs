using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Lists;
using DataSharing.Persistence;
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
        await AssertAsTheyAreAsync(db, [await shared.FindAsync()]);
    }

    private static async Task AssertAsTheyAreAsync(DataSharingDbContext db, IReadOnlyCollection<Agreement> agreements)
    {
        var ids = agreements.Select(agreement => agreement.Id).ToArray();
        var versions = agreements.SelectMany(agreement => agreement.Versions).Select(version => version.Id).ToArray();
        string[] ofFindings = [.. Desk.Findings, Desk.Audited];

        Assert.Equal(
            agreements.SelectMany(agreement => agreement.Sights()).Select(InWords).Order(StringComparer.Ordinal),
            (await db.Set<AgreementSight>().Where(s => ids.Contains(s.AgreementId)).ToListAsync(TestContext.Current.CancellationToken))
                .Select(InWords)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            agreements.SelectMany(agreement => agreement.Tasks()).Select(InWords).Order(StringComparer.Ordinal),
            (
                await db.Set<WorkTask>()
                    .Where(t => versions.Contains(t.VersionId) && !ofFindings.Contains(t.Desk))
                    .ToListAsync(TestContext.Current.CancellationToken)
            )
                .Select(InWords)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            agreements
                .SelectMany(agreement => agreement.Versions)
                .SelectMany(version => version.People())
                .Select(InWords)
                .Order(StringComparer.Ordinal),
            (await db.Set<VersionPerson>().Where(p => versions.Contains(p.VersionId)).ToListAsync(TestContext.Current.CancellationToken))
                .Select(InWords)
                .Order(StringComparer.Ordinal)
        );
    }

    private static string InWords(AgreementSight s) =>
        $"{s.AgreementId} {s.Viewer} {s.Organisation} {s.VersionId} {s.Rank} {s.Status} {s.InForceId} {s.InForceStatus} {s.Due:O} {s.Reference}";

    private static string InWords(WorkTask t) =>
        $"{t.VersionId} {t.Organisation} {t.Desk} {t.Number} {t.AgreementId} {(t.Number == 0 ? "" : t.Since.ToString("O"))} {t.Kind} {t.Mode} {t.Mandatory} {t.DueOn:O}";

    private static string InWords(VersionPerson p) => $"{p.VersionId} {p.Person} {p.Drafted} {p.Decided} {p.DecidedMandatory}";
}
