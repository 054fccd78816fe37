using System.Net;
using DataSharing.Domain.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Partners;

public sealed class StopPartnerReviewTests(Portal portal) : AgreementActionTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/stop-partner-review";

    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.InPartnerReviewAsync(Portal);

    private protected override Task<SharedAgreement> NotNowAsync() => SharedAgreement.DraftAsync(Portal);

    [Fact]
    public async Task Post_TakesTheDraftFromThePartners()
    {
        var shared = await ReadyAsync();
        var partner = shared.BrowserOf(await shared.PartnerAsync());
        Assert.Equal(HttpStatusCode.OK, (await partner.GetAsync($"/agreements/{shared.Reference}")).Status);

        var answer = await shared.BrowserOf(shared.Drafter).SendAsync(AddressIn(shared));

        Assert.Equal((HttpStatusCode.Redirect, $"/agreements/{shared.Reference}"), (answer.Status, answer.Location?.OriginalString));
        Assert.Equal(VersionStatus.Draft, (await shared.FindAsync()).Newest.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync($"/agreements/{shared.Reference}")).Status);
        await shared.AssertToldAsync("agreement.partner-review-stopped", shared.Drafter, Role.IgOfficer);
    }

    [Fact]
    public async Task GetAndPost_Partner_IsForbidden()
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();
        var partner = shared.BrowserOf(await shared.PartnerAsync());

        Assert.Equal(HttpStatusCode.Forbidden, (await partner.GetAsync(AddressIn(shared))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.PostAsync(AddressIn(shared))).Status);
        Assert.Equal(before, await shared.FootprintAsync());
    }
}
