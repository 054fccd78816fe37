using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DataSharing.Domain.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Approval;

public sealed class AcceptConditionsTests(Portal portal) : AgreementActionTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/stages/{SharedAgreement.Guardian}/accept";

    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.OnConditionsAsync(Portal);

    private protected override Task<SharedAgreement> NotNowAsync() => SharedAgreement.InApprovalAsync(Portal);

    [Fact]
    public async Task Post_FromTheRoute_TakesThemOnAndTells()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var route = await browser.GetAsync($"/agreements/{shared.Reference}/route");

        Assert.Contains("has not yet accepted the conditions", route.Main, StringComparison.Ordinal);
        var answer = await browser.SendAsync(FormOf(route), AddressIn(shared));

        Assert.Equal((HttpStatusCode.Redirect, $"/agreements/{shared.Reference}/route"), (answer.Status, answer.Location?.OriginalString));
        Assert.Equal(VersionStatus.AwaitingSignatures, (await shared.FindAsync()).Newest.Status);
        await shared.AssertToldAsync("agreement.conditions-accepted", shared.Drafter, Role.IgOfficer);
        Assert.Contains(
            $"Accepted by {shared.NameOf(shared.Drafter)}",
            (await browser.GetAsync($"/agreements/{shared.Reference}/route")).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_LeadsToTheRoute()
    {
        var shared = await ReadyAsync();

        Assert.Equal(
            $"/agreements/{shared.Reference}/route",
            (await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared))).Location?.OriginalString
        );
    }

    [Fact]
    public async Task Post_PressedTwice_HappensOnce()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var form = FormOf(await browser.GetAsync($"/agreements/{shared.Reference}/route"));

        var first = await browser.SendAsync(form, AddressIn(shared));
        var second = await browser.SendAsync(form, AddressIn(shared));
        var later = await browser.SendAsync(form, AddressIn(shared), Browser.InAnotherWindow);

        Assert.Equal((first.Status, first.Location), (second.Status, second.Location));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.Status, later.Status));
        Assert.Single(await shared.TrailAsync(), e => e.Name == "agreement.conditions-accepted");
    }

    [Fact]
    public async Task Post_TakenBackMeanwhile_IsRefusedAsTooLate()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var form = FormOf(await browser.GetAsync($"/agreements/{shared.Reference}/route"));
        await shared.DoAsync(shared.Drafter, change => change.Agreement.TakeBack("Changed rather.", change.Actor, change.Now));

        var answer = await browser.SendAsync(form, AddressIn(shared));

        Assert.Equal((HttpStatusCode.Conflict, "That is not possible now"), (answer.Status, answer.Heading));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", HttpStatusCode.Conflict)]
    public async Task Post_OnAnotherContent_IsRefused(string hash, HttpStatusCode status)
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();

        Assert.Equal(status, (await shared.BrowserOf(shared.Drafter).PostAsync(AddressIn(shared), ("hash", hash))).Status);
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_NoSuchStage_IsNotFound()
    {
        var shared = await ReadyAsync();

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await shared.BrowserOf(shared.Drafter).PostAsync($"/agreements/{shared.Reference}/stages/99/accept")).Status
        );
    }

    private static IHtmlFormElement FormOf(Answer route) =>
        route
            .Document.QuerySelectorAll<IHtmlFormElement>("main form")
            .Single(f => f.GetAttribute("action")!.EndsWith("/accept", StringComparison.Ordinal));
}
