using DataSharing.Demo;
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

        await using var db = TestDatabase.Open(database.AsOwner);
        Assert.Equal(DemoPeople.Read().Organisations.Sum(o => o.People.Count), await db.People.CountAsync(p => p.Issuer == "http://localhost:6001", cancellationToken));
    }
}
