using DataSharing.Domain.Agreements.Lists;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>The function of the database with which news begin, beside the rows that it reads.</summary>
public sealed class ChangedAgreementsTests(Portal portal)
{
    private static readonly DateTimeOffset Ever = DateTimeOffset.UnixEpoch;

    [Fact]
    public async Task The_agreements_that_changed_last_come_once_from_however_many_viewpoints()
    {
        var shared = await SharedAgreement.InForceAsync(portal);
        var other = await SharedAgreement.DraftAsync(portal);
        await portal.InDbAsync(
            async (db, _) =>
            {
                var sights = await db.Set<AgreementSight>().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
                var all = sights.Select(sight => new Viewpoint(sight.Organisation, sight.Viewer)).Distinct().ToArray();
                Viewpoint[] some =
                [
                    .. all.Where(viewpoint => new[] { shared.Council, shared.Charity, other.Council }.Contains(viewpoint.Organisation)),
                ];
                Assert.True(some.Length > 2);

                foreach (
                    var (viewpoints, since, atMost) in new[]
                    {
                        (some, Ever, 1),
                        (some, Ever, 2),
                        (some, Ever, 100),
                        (some, sights.Where(sight => sight.Organisation == shared.Council).Max(sight => sight.ChangedAt), 100),
                        (all[..1], Ever, 100),
                        ([], Ever, 100),
                    }
                )
                {
                    var newest = sights
                        .Where(sight => viewpoints.Contains(new Viewpoint(sight.Organisation, sight.Viewer)) && sight.ChangedAt > since)
                        .GroupBy(sight => sight.AgreementId)
                        .OrderByDescending(seen => seen.Max(sight => sight.ChangedAt))
                        .Take(atMost)
                        .Select(seen => seen.Key.Value);
                    Assert.Equal(newest.ToHashSet(), await AskAsync(viewpoints, since, atMost));
                }

                async Task<HashSet<Guid>> AskAsync(Viewpoint[] viewpoints, DateTimeOffset since, int atMost)
                {
                    var organisations = viewpoints.Select(viewpoint => viewpoint.Organisation.Value).ToArray();
                    var viewers = viewpoints.Select(viewpoint => viewpoint.Viewer).ToArray();
                    var asked = await db
                        .Database.SqlQuery<Guid>(
                            $"""SELECT agreement_id AS "Value" FROM changed_agreements({organisations}, {viewers}, {since}, {atMost})"""
                        )
                        .ToListAsync(TestContext.Current.CancellationToken);
                    Assert.Equal(asked.Count, asked.Distinct().Count());
                    return [.. asked];
                }

                return true;
            }
        );
    }
}
