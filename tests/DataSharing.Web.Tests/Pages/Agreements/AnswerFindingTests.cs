using System.Net;
using DataSharing.Domain;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements;

[Collection(Editions.Name)]
public sealed class AnswerFindingTests(LawPortal portal)
{
    [Fact]
    public async Task Post_ByItsOwner_IsToldOnTheAgreementAndLeavesTheirWork()
    {
        var (shared, address) = await FoundAsync();
        var owner = shared.BrowserOf(shared.Drafter);
        Assert.Contains(shared.Reference.Value, Work(await owner.GetAsync("/")), StringComparison.Ordinal);

        var answer = await owner.SendAsync(address, ("Form.Answer", Hostile.Text));

        Assert.Equal($"/agreements/{shared.Reference}", answer.Location?.OriginalString);
        var auditor = shared.BrowserOf(await shared.AuditorAsync());
        Hostile.AssertShownHarmlessly(await auditor.GetAsync(answer.Location!.OriginalString));
        Assert.Contains("The law changed", (await auditor.GetAsync(answer.Location!.OriginalString)).Main, StringComparison.Ordinal);
        var history = (await auditor.GetAsync($"/agreements/{shared.Reference}/history")).Main;
        Assert.Contains("checked it again and found something new", history, StringComparison.Ordinal);
        Assert.Contains("answered finding DSA-050", history, StringComparison.Ordinal);
        Assert.Equal("", Work(await owner.GetAsync("/")));
        Assert.True(Assert.Single(await shared.FindingsAsync()).IsOpen);
        await shared.AssertToldAsync("LiveFindingAnswered", shared.Drafter, Role.IgOfficer);
    }

    [Theory]
    [InlineData("", "Say what you do about it")]
    [InlineData("x2001", "The answer must be 2000 characters or fewer")]
    public async Task Post_Invalid_SaysWhatIsWrong(string text, string error)
    {
        var (shared, address) = await FoundAsync();

        var answer = await shared.BrowserOf(shared.Drafter).SendAsync(address, ("Form.Answer", text == "x2001" ? new string('x', 2001) : text));

        Assert.Equal((HttpStatusCode.BadRequest, error), (answer.Status, Assert.Single(answer.Errors)));
        Assert.Null(Assert.Single(await shared.FindingsAsync()).Answer);
    }

    [Fact]
    public async Task GetAndPost_AnybodyElse_IsRefused()
    {
        var (shared, address) = await FoundAsync();
        (Browser, HttpStatusCode)[] others =
        [
            (shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgOfficer)), HttpStatusCode.Forbidden), // it is the council's
            (shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.LegalAdviser)), HttpStatusCode.Forbidden),
            (shared.BrowserOf(await shared.AuditorAsync()), HttpStatusCode.Forbidden),
            (portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)), HttpStatusCode.NotFound)
        ];

        foreach (var (browser, expected) in others)
        {
            Assert.Equal(expected, (await browser.GetAsync(address)).Status);
            Assert.Equal(expected, (await browser.PostAsync(address, ("Form.Answer", "Mine."))).Status);
        }

        Assert.Null(Assert.Single(await shared.FindingsAsync()).Answer);
    }

    [Fact]
    public async Task GetAndPost_NoLongerFound_IsTooLate()
    {
        var (shared, address) = await FoundAsync();
        await portal.ReleaseLawBookAsync(book => book.With(LawBook.First.Gateway("GW-LGA111")!));
        var browser = shared.BrowserOf(shared.Drafter);

        Assert.Equal(HttpStatusCode.Conflict, (await browser.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsync(address, ("Form.Answer", "Late."))).Status);
        Assert.Contains("1 no longer found", (await browser.GetAsync($"/agreements/{shared.Reference}")).Main, StringComparison.Ordinal);
    }

    /// <summary>An agreement in force on which the end of a gateway was found, and the address of the finding.</summary>
    private async Task<(SharedAgreement Shared, string Address)> FoundAsync()
    {
        await portal.AsDeliveredAsync();
        var shared = await SharedAgreement.InForceAsync(portal, content => content with
        {
            LegalLines = [.. content.LegalLines.Select(line => line with { Gateways = [.. line.Gateways.Where(g => line.Id == "L1" && g.Code == "GW-LGA111" || line.Id != "L1")] })]
        });
        await portal.ReleaseLawBookAsync(book => book.With(book.Gateway("GW-LGA111")! with { Status = LegalStatus.Repealed, ValidTo = new DateOnly(2026, 8, 31) }));
        return (shared, $"/agreements/{shared.Reference}/findings/{Assert.Single(await shared.FindingsAsync()).Id}");
    }

    private static string Work(Answer page) => page.Document.QuerySelector("section[aria-labelledby=found]")?.TextContent ?? "";
}
