using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Tests.Access.OpenIdConnect;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataSharing.Web.Tests.Persistence;

public sealed class RuleFiringsTests(Portal portal)
{
    [Fact]
    public async Task CountAsync_ManyAtOnce_CountsOnceForAllOfThem()
    {
        using var firings = new RuleFirings(new FakeTimeProvider());

        var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CountAsync(firings)));

        Assert.All(counts, count => Assert.Same(counts[0], count));
    }

    [Fact]
    public async Task CountAsync_AfterFiveMinutes_CountsAnew()
    {
        var clock = new FakeTimeProvider();
        using var firings = new RuleFirings(clock);

        var first = await CountAsync(firings);
        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Same(first, await CountAsync(firings));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotSame(first, await CountAsync(firings));
    }

    private async Task<FiringCount> CountAsync(RuleFirings firings)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await firings.CountAsync(
            scope.ServiceProvider.GetRequiredService<DataSharingDbContext>(),
            TestContext.Current.CancellationToken
        );
    }
}
