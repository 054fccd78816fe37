using DataSharing.Demo;
using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Demo;

public sealed class SampleLoaderTests(Portal portal)
{
    [Fact]
    public async Task Load_AgainOnAnotherPort_LetsTheSamePeopleIn()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var database = await portal.Database.BesideAsync();

        await SampleLoader.LoadAsync(database.AsOwner, "http://localhost:5081", withAgreements: false, cancellationToken);
        await SampleLoader.LoadAsync(database.AsOwner, "http://localhost:6001", withAgreements: false, cancellationToken);

        await using var db = DataSharingDbContext.Open(database.AsOwner);
        Assert.Equal(
            DemoPeople.Read().Organisations.Sum(o => o.People.Count),
            await db.People.CountAsync(p => p.Issuer == "http://localhost:6001", cancellationToken)
        );
    }

    [Fact]
    public async Task Load_WithAgreements_LeavesOneWithItsPartnersAndNoneWithoutTheirWord()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var database = await portal.Database.BesideAsync();

        await SampleLoader.LoadAsync(database.AsOwner, TestSignIn.Issuer, cancellationToken: cancellationToken);

        await using var db = DataSharingDbContext.Open(database.AsOwner);
        var references = await db.Agreements.OrderBy(a => a.Reference).Select(a => a.Reference).ToListAsync(cancellationToken);
        var versions = new List<AgreementVersion>();
        foreach (var reference in references)
        {
            versions.Add((await new AgreementStore(db).FindAsync(reference, cancellationToken))!.Newest);
        }

        Assert.Equal(
            [
                VersionStatus.Active,
                VersionStatus.InPartnerReview,
                VersionStatus.InApproval,
                VersionStatus.AwaitingSignatures,
                VersionStatus.Draft,
            ],
            versions.Select(v => v.Status)
        );
        var comment = await db.Comments.Include(c => c.Replies).SingleAsync(cancellationToken);
        Assert.Equal((versions[1].Id, 1), (comment.VersionId, comment.Replies.Count));
        Assert.Empty(versions[1].Assents);
        Assert.All(versions.Where(v => v.IsFrozen), v => Assert.Equal(v.Access.Count(a => a.Relation is Relation.Party), v.Assents.Count));
        var times = await db
            .AuditEvents.Where(e => e.Name != "organisation.role-granted")
            .OrderBy(e => e.Id)
            .Select(e => new { e.SubjectId, e.At })
            .ToListAsync(cancellationToken);
        Assert.All(times.GroupBy(e => e.SubjectId), story => Assert.Equal(story.Select(e => e.At).Order(), story.Select(e => e.At)));
    }
}
