using System.Net;
using DataSharing.Domain.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Partners;

public sealed class InvitePartnersTests(Portal portal) : AgreementActionTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/invite-partners";

    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.DraftAsync(Portal);

    private protected override Task<SharedAgreement> NotNowAsync() => SharedAgreement.InApprovalAsync(Portal);

    [Fact]
    public async Task Post_LetsThePartnersReadTheDraft()
    {
        var shared = await ReadyAsync();
        var partner = shared.BrowserOf(await shared.PartnerAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync($"/agreements/{shared.Reference}")).Status);
        var browser = shared.BrowserOf(shared.Drafter);
        var page = await browser.GetAsync(AddressIn(shared));

        var answer = await browser.SendAsync(page, AddressIn(shared));

        Assert.Contains("Homefield Support", page.Main, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, $"/agreements/{shared.Reference}"), (answer.Status, answer.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await partner.GetAsync($"/agreements/{shared.Reference}")).Status);
        await shared.AssertToldAsync("agreement.partners-invited", shared.Drafter, Role.IgOfficer);
        Assert.Contains(
            "invited to look at the draft: Homefield Support",
            (await partner.GetAsync($"/agreements/{shared.Reference}/history")).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_PressedTwice_InvitesOnce()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var page = await browser.GetAsync(AddressIn(shared));

        await browser.SendAsync(page, AddressIn(shared));
        await browser.SendAsync(page, AddressIn(shared));
        var second = await browser.SendAsync(page, AddressIn(shared), Browser.InAnotherWindow);

        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        Assert.Single(await shared.TrailAsync(), e => e.Name == "agreement.partners-invited");
        Assert.Contains("Everybody is invited.", (await browser.GetAsync(AddressIn(shared))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAndPost_SomethingMissing_SaysWhatAndOffersNoButton()
    {
        var shared = await SharedAgreement.DraftAsync(
            Portal,
            content =>
                content with
                {
                    Parties =
                    [
                        content.Parties[0],
                        new()
                        {
                            Id = "CHY",
                            Name = "Nowhere Trust",
                            OrgId = "GB-CHC:1111111",
                        },
                    ],
                }
        );
        var before = await shared.FootprintAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var hash = (await shared.FindAsync()).Newest.ContentHash.Hex;

        var page = await browser.GetAsync(AddressIn(shared));
        var answer = await browser.PostAsync(AddressIn(shared), ("Form.Hash", hash));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (page.Status, answer.Status));
        Assert.All(
            [page, answer],
            shown =>
            {
                Assert.Contains("Nowhere Trust is not registered here", shown.Main, StringComparison.Ordinal);
                Assert.Contains("Nowhere Trust has no contact", shown.Main, StringComparison.Ordinal);
                Assert.Null(shown.Document.QuerySelector("main form"));
            }
        );
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_DraftChangedMeanwhile_IsRefusedWithAnExplanation()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var page = await browser.GetAsync(AddressIn(shared));
        await shared.RenameAsync("Another");

        var answer = await browser.SendAsync(page, AddressIn(shared));

        Assert.Equal((HttpStatusCode.Conflict, "That is not possible now"), (answer.Status, answer.Heading));
        Assert.Equal(VersionStatus.Draft, (await shared.FindAsync()).Newest.Status);
    }

    [Fact]
    public async Task Post_WithoutAHash_IsABadRequest()
    {
        var shared = await ReadyAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await shared.BrowserOf(shared.Drafter).PostAsync(AddressIn(shared))).Status);
    }

    [Fact]
    public async Task Post_AfterAReturn_IsOnePress()
    {
        var shared = await SharedAgreement.ReturnedAsync(Portal);

        await shared.BrowserOf(shared.Drafter).SendAsync(AddressIn(shared));

        var partner = await shared.BrowserOf(await shared.PartnerAsync()).GetAsync($"/agreements/{shared.Reference}/versions/2");
        Assert.Equal(HttpStatusCode.OK, partner.Status);
    }
}
