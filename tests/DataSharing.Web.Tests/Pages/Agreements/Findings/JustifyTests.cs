using System.Net;
using DataSharing.Domain.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Findings;

public sealed class JustifyTests(Portal portal) : AgreementActionTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/justify/DSA-061";

    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.DraftAsync(Portal);

    private protected override Task<SharedAgreement> NotNowAsync() => SharedAgreement.InApprovalAsync(Portal);

    [Fact]
    public async Task Post_Words_AreKeptBesideTheWarningAndTold()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);

        var answer = await browser.SendAsync(AddressIn(shared), ("Form.Text", $" {Hostile.Text} "));

        Assert.Equal((HttpStatusCode.Redirect, $"/agreements/{shared.Reference}/check"), (answer.Status, answer.Location?.OriginalString));
        await shared.AssertToldAsync("agreement.warning-justified", shared.Drafter, Role.IgOfficer);
        Hostile.AssertShownHarmlessly(await browser.GetAsync(answer.Location!.OriginalString));
        Hostile.AssertShownHarmlessly(await browser.GetAsync($"/agreements/{shared.Reference}/history"));
    }

    [Fact]
    public async Task Post_Again_SaysItBetter()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        await browser.SendAsync(AddressIn(shared), ("Form.Text", "First words."));

        var page = await browser.GetAsync(AddressIn(shared));
        await browser.SendAsync(page, AddressIn(shared), ("Form.Text", "Second words."));

        Assert.Equal("First words.", page.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("Second words.", Assert.Single((await shared.FindAsync()).Newest.Justifications).Text);
        Assert.Equal(2, (await shared.TrailAsync()).Count(e => e.Name == "agreement.warning-justified"));
    }

    [Theory]
    [InlineData(0, "Say why the warning is accepted")]
    [InlineData(Justification.TextMaxLength + 1, "The justification must be 2000 characters or fewer")]
    public async Task Post_Invalid_ShowsWhatIsWrongAndKeepsWhatWasTyped(int length, string error)
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();

        var answer = await shared.BrowserOf(shared.Drafter).SendAsync(AddressIn(shared), ("Form.Text", new string('x', length)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([error], answer.Errors);
        Assert.Equal(length, answer.Document.QuerySelector("textarea")!.TextContent.Trim().Length);
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Theory]
    [InlineData("DSA-001")]
    [InlineData("nothing")]
    public async Task GetAndPost_WarningThatIsNotThere_IsNotFound(string rule)
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var address = $"/agreements/{shared.Reference}/justify/{rule}";

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(address, ("Form.Text", "because"))).Status);
        Assert.Empty((await shared.FindAsync()).Newest.Justifications);
    }

    [Fact]
    public async Task Get_SaysWhatTheRuleSays()
    {
        var shared = await ReadyAsync();

        Assert.Contains(
            "free text",
            (await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared))).Main,
            StringComparison.OrdinalIgnoreCase
        );
    }
}
