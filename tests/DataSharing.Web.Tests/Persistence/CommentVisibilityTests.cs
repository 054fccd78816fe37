using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using static DataSharing.Web.Tests.Persistence.SharedAgreement;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>The comments that SQL shows are those that the domain lets somebody read.</summary>
public sealed class CommentVisibilityTests(Portal portal)
{
    [Fact]
    public async Task Sql_and_domain_agree_on_every_role_and_audience()
    {
        SharedAgreement[] all =
        [
            await DiscussedAsync(await DraftAsync(portal)),
            await DiscussedAsync(await InPartnerReviewAsync(portal)),
            await DiscussedAsync(await InApprovalAsync(portal)),
            await ReturnedAndDiscussedAsync(),
        ];
        var stranger = await portal.AnOrganisationAsync();
        var (seen, unseen) = (0, 0);

        await using var db = DataSharingDbContext.Open(portal.Database.AsPortal);
        foreach (var shared in all)
        {
            var agreement = await shared.FindAsync();
            var comments = await db
                .Comments.AsNoTracking()
                .Where(c => c.AgreementId == agreement.Id)
                .ToListAsync(TestContext.Current.CancellationToken);
            foreach (var actor in Actors(shared, stranger))
            {
                var bySql = await db
                    .Comments.Where(c => c.AgreementId == agreement.Id)
                    .VisibleTo(actor, db)
                    .Select(c => c.Text)
                    .ToListAsync(TestContext.Current.CancellationToken);
                var byDomain = comments.Where(c => c.IsSeenBy(agreement, actor)).Select(c => c.Text).ToList();

                Assert.Equal(
                    (actor, string.Join(',', byDomain.Order(StringComparer.Ordinal))),
                    (actor, string.Join(',', bySql.Order(StringComparer.Ordinal)))
                );
                seen += bySql.Count;
                unseen += comments.Count - bySql.Count;
            }
        }

        Assert.True(seen > 100 && unseen > 100, $"{seen} seen, {unseen} unseen: the combinations have become one-sided.");
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
            from scope in role is Role.Auditor
                ? scopes
                :
                [
                    [],
                ]
            select new Actor(PersonId.New(), organisation, new HashSet<Role> { role }) { AuditScope = scope.ToHashSet() };
    }

    private static async Task<SharedAgreement> DiscussedAsync(SharedAgreement shared)
    {
        await shared.CommentAsync(shared.Drafter, "council to all");
        await shared.CommentAsync(shared.Drafter, "council to itself", Audience.OwnOrganisation);
        if ((await shared.FindAsync()).Newest.Status is not Domain.Agreements.VersionStatus.Draft)
        {
            var partner = await shared.PartnerAsync();
            await shared.CommentAsync(partner, "charity to all");
            await shared.CommentAsync(partner, "charity to itself", Audience.OwnOrganisation);
        }

        return shared;
    }

    private async Task<SharedAgreement> ReturnedAndDiscussedAsync()
    {
        var shared = await DiscussedAsync(await InApprovalAsync(portal));
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
        await shared.CommentAsync(shared.Drafter, "council on the next draft");
        return shared;
    }
}
