using System.Net;
using DataSharing.Domain.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Approval;

public sealed class SubmitTests(Portal portal) : AgreementActionTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/submit";

    private protected override async Task<SharedAgreement> ReadyAsync()
    {
        var shared = await SharedAgreement.DraftAsync(Portal);
        await shared.JustifyAsync(shared.Drafter);
        await shared.AgreeByAllAsync();
        return shared;
    }

    private protected override Task<SharedAgreement> NotNowAsync() => SharedAgreement.InApprovalAsync(Portal);

    [Fact]
    public async Task Post_Ready_FreezesItAndStartsTheRouteThatWasShown()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var page = await browser.GetAsync(AddressIn(shared));

        var answer = await browser.SendAsync(page, AddressIn(shared));

        Assert.Equal((HttpStatusCode.Redirect, $"/agreements/{shared.Reference}/route"), (answer.Status, answer.Location?.OriginalString));
        var version = (await shared.FindAsync()).Newest;
        Assert.Equal(VersionStatus.InApproval, version.Status);
        Assert.Equal(version.Stages.Count, page.Document.QuerySelectorAll(".ds-stage").Length);
        await shared.AssertToldAsync("agreement.version-submitted", shared.Drafter, Role.IgOfficer);
    }

    [Fact]
    public async Task GetAndPost_WarningWithoutAJustification_LeadsToTheChecks()
    {
        var shared = await SharedAgreement.DraftAsync(Portal);
        var before = await shared.FootprintAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var hash = (await shared.FindAsync()).Newest.ContentHash.Hex;

        foreach (
            var answer in new[] { await browser.GetAsync(AddressIn(shared)), await browser.PostAsync(AddressIn(shared), Shown.With(hash)) }
        )
        {
            Assert.Equal($"/agreements/{shared.Reference}/check", answer.Location?.OriginalString);
        }

        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_ContentReplacedMeanwhile_IsRefusedWithAnExplanation()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var opened = await browser.GetAsync(AddressIn(shared));
        await shared.RenameAsync("Another");

        var answer = await browser.SendAsync(opened, AddressIn(shared));

        Assert.Equal((HttpStatusCode.Conflict, "That is not possible now"), (answer.Status, answer.Heading));
        Assert.Equal(VersionStatus.InPartnerReview, (await shared.FindAsync()).Newest.Status);
    }

    [Fact]
    public async Task GetAndPost_PartnerHasNotAgreed_LeadsToTheChecksThatSayWhatToDo()
    {
        var shared = await SharedAgreement.InPartnerReviewAsync(Portal);
        await shared.JustifyAsync(shared.Drafter);
        var before = await shared.FootprintAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var hash = (await shared.FindAsync()).Newest.ContentHash.Hex;

        foreach (
            var answer in new[] { await browser.GetAsync(AddressIn(shared)), await browser.PostAsync(AddressIn(shared), Shown.With(hash)) }
        )
        {
            Assert.Equal($"/agreements/{shared.Reference}/check", answer.Location?.OriginalString);
        }

        Assert.Equal(before, await shared.FootprintAsync());
        Assert.Contains(
            "Homefield Support has not agreed the content yet. Ask it to read the draft",
            (await browser.GetAsync($"/agreements/{shared.Reference}/check")).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_PressedTwice_HappensOnce()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var opened = await browser.GetAsync(AddressIn(shared));

        var first = await browser.SendAsync(opened, AddressIn(shared));
        var second = await browser.SendAsync(opened, AddressIn(shared));
        var later = await browser.SendAsync(opened, AddressIn(shared), Browser.InAnotherWindow);

        Assert.Equal((first.Status, first.Location), (second.Status, second.Location));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.Status, later.Status));
        Assert.Single(await shared.TrailAsync(), e => e.Name == "agreement.version-submitted");
    }

    [Fact]
    public async Task Post_AfterAReturn_SubmitsTheNewVersion()
    {
        var shared = await SharedAgreement.ReturnedAsync(Portal);

        var answer = await shared.BrowserOf(shared.Drafter).SendAsync(AddressIn(shared));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal([VersionStatus.ChangesRequested, VersionStatus.InApproval], (await shared.FindAsync()).Versions.Select(v => v.Status));
    }
}
