using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Lists;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using static DataSharing.Web.Tests.Persistence.SharedAgreement;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>What the lists show in SQL is what the domain lets somebody see, for every role, relation and status.</summary>
public class AgreementVisibilityTests(Portal portal)
{
    [Fact]
    public async Task Sql_and_domain_agree_on_every_role_relation_and_status()
    {
        SharedAgreement[] all =
        [
            await DraftAsync(portal),
            await InPartnerReviewAsync(portal),
            await CalledBackAsync(await InPartnerReviewAsync(portal)),
            await WithdrawnAsync(await DraftAsync(portal)),
            await WithdrawnAsync(await InPartnerReviewAsync(portal)),
            await InApprovalAsync(portal),
            await WithdrawnAsync(await InApprovalAsync(portal)),
            await ReturnedAsync(),
            await BeforeAsync(portal, CouncilSigns),
            await AmendedAsync(portal),
            await KnownByItsStagesOnlyAsync(await BeforeAsync(portal, CouncilSigns)),
            .. await InStatusesThatVerbsDoNotReachYetAsync(),
        ];
        var stranger = await portal.AnOrganisationAsync();
        var seen = 0;
        var unseen = 0;
        var asked = 0;

        await using var db = DataSharingDbContext.Open(portal.Database.AsPortal);
        foreach (var shared in all)
        {
            var agreement = await shared.FindAsync();
            foreach (var actor in Actors(shared, stranger))
            {
                var bySql = await db
                    .AgreementVersions.Where(v => v.AgreementId == agreement.Id)
                    .VisibleTo(actor, db)
                    .OrderBy(v => v.Ordinal)
                    .Select(v => v.Ordinal)
                    .ToListAsync(TestContext.Current.CancellationToken);
                var byDomain = agreement.Versions.Where(v => v.IsSeenBy(actor)).Select(v => v.Ordinal).ToList();

                Assert.Equal(
                    (agreement.Newest.Status, actor, string.Join(',', byDomain)),
                    (agreement.Newest.Status, actor, string.Join(',', bySql))
                );
                Assert.Equal(agreement.IsSeenBy(actor), bySql.Count > 0);
                await AssertListedAsItsPageShowsItAsync(new AgreementList(db), agreement, actor, asked++);
                seen += bySql.Count;
                unseen += agreement.Versions.Count - bySql.Count;
            }
        }

        Assert.True(seen > 100 && unseen > 100, $"{seen} seen, {unseen} unseen: the combinations have become one-sided.");
    }

    [Fact]
    public async Task Of_several_viewpoints_the_list_shows_what_goes_first_once()
    {
        SharedAgreement[] all =
        [
            await AmendedAsync(portal),
            await AmendmentGivenUpAsync(),
            await InPartnerReviewAsync(portal),
            await ReturnedAsync(),
            await KnownByItsStagesOnlyAsync(await BeforeAsync(portal, CouncilSigns)),
        ];
        var asked = 0;
        await using var db = DataSharingDbContext.Open(portal.Database.AsPortal);
        foreach (var shared in all)
        {
            var agreement = await shared.FindAsync();
            foreach (var organisation in new[] { shared.Council, shared.Charity })
            {
                foreach (var pair in Pairs)
                {
                    foreach (var scope in new OrganisationId[][] { [shared.Charity], [shared.Council, shared.Charity] })
                    {
                        await AssertListedAsItsPageShowsItAsync(
                            new AgreementList(db),
                            agreement,
                            new Actor(PersonId.New(), organisation, pair.ToHashSet()) { AuditScope = scope.ToHashSet() },
                            asked++
                        );
                    }
                }
            }
        }
    }

    private static readonly Role[][] Pairs =
    [
        [Role.Auditor, Role.IgOfficer],
        [Role.Auditor, Role.Requester],
        [Role.Requester, Role.Siro],
        [Role.CaldicottGuardian, Role.InformationAssetOwner],
        [Role.SystemAdmin, Role.Auditor],
    ];

    private async Task<SharedAgreement> AmendmentGivenUpAsync() => await WithdrawnAsync(await AmendedAsync(portal));

    /// <summary>The same version as on the agreement's own page, and beside it the one in force that the actor sees; under the state of either.</summary>
    /// <param name="asked">Counts who asked: of the states under which it is not to be found, one is tried by each, and all in turn.</param>
    private static async Task AssertListedAsItsPageShowsItAsync(AgreementList list, Agreement agreement, Actor actor, int asked)
    {
        var shown = agreement.ShownTo(actor);
        VersionStatus? listed = shown is null ? null : VersionStates.Listed(shown.Status, shown.Kind);
        var beside = agreement.InForce is { } inForce && inForce != shown && inForce.IsSeenBy(actor) ? inForce : null;
        var rows = (await list.PageAsync(actor, agreement.Reference.Value, cancellationToken: TestContext.Current.CancellationToken)).Rows;

        Assert.Equal(
            (actor, listed, shown?.Title, shown?.NextDate, beside?.Ordinal, beside?.Status),
            rows is [var row]
                ? (actor, row.Status, row.Title, row.NextDate, row.InForce?.Ordinal, row.InForce?.Status)
                : (actor, null, null, null, null, null)
        );
        var states = Enum.GetValues<VersionStatus>();
        VersionStatus?[] tried = [listed, beside?.Status, states[asked % states.Length]];
        foreach (var state in tried.OfType<VersionStatus>().Distinct())
        {
            var found = await list.PageAsync(
                actor,
                agreement.Reference.Value,
                state,
                cancellationToken: TestContext.Current.CancellationToken
            );
            Assert.Equal((actor, state, listed == state || beside?.Status == state), (actor, state, found.Rows.Count == 1));
        }
    }

    private static IEnumerable<Actor> Actors(SharedAgreement shared, OrganisationId stranger)
    {
        OrganisationId[][] scopes =
        [
            [],
            [shared.Council],
            [shared.Charity],
            [stranger],
        ];
        return from organisation in new[] { shared.Council, shared.Charity, stranger }
            from role in Enum.GetValues<Role>()
            from scope in role is Role.Auditor or Role.Siro
                ? scopes
                :
                [
                    [],
                ]
            select new Actor(PersonId.New(), organisation, new HashSet<Role> { role }) { AuditScope = scope.ToHashSet() };
    }

    private static async Task<SharedAgreement> WithdrawnAsync(SharedAgreement shared)
    {
        await shared.DoAsync(shared.Drafter, change => change.Agreement.Withdraw("Not needed.", change.Actor, change.Now));
        return shared;
    }

    private static async Task<SharedAgreement> CalledBackAsync(SharedAgreement shared)
    {
        await shared.DoAsync(shared.Drafter, change => change.Agreement.PartnerReview.Stop(change.Actor, change.Now));
        return shared;
    }

    private async Task<SharedAgreement> ReturnedAsync()
    {
        var shared = await InApprovalAsync(portal);
        await shared.DoAsync(
            await shared.HolderAsync(CouncilReview),
            change =>
                change.Agreement.Decide(
                    CouncilReview,
                    new Ruling.Return("Door codes", [Section.DatasetsAndFields]),
                    Seen.Of(change.Agreement.Newest),
                    change.Actor,
                    change.Now
                )
        );
        return shared;
    }

    /// <summary>As if its organisations decided without being parties.</summary>
    private static async Task<SharedAgreement> KnownByItsStagesOnlyAsync(SharedAgreement shared)
    {
        await shared.RunSqlAsync("DELETE FROM agreement_access WHERE version_id = $1", asOwner: true);
        await shared.ListAnewAsync();
        return shared;
    }

    private async Task<List<SharedAgreement>> InStatusesThatVerbsDoNotReachYetAsync()
    {
        var made = new List<SharedAgreement>();
        foreach (var status in new[] { VersionStatus.Suspended, VersionStatus.Expired, VersionStatus.Closed })
        {
            var shared = await InApprovalAsync(portal);
            await shared.RunSqlAsync($"UPDATE agreement_versions SET status = '{status}' WHERE id = $1", asOwner: true);
            await shared.ListAnewAsync();
            made.Add(shared);
        }

        return made;
    }
}
