using System.Net;
using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Rules;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Law;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements;

/// <summary>An agreement in force whose next version is in preparation, in every list, page and query.</summary>
public sealed class TwoVersionsTests(Portal portal)
{
    [Fact]
    public async Task List_ShowsOneRowWithBoth_AndFindsItUnderEitherState()
    {
        var shared = await SharedAgreement.AmendedAsync(portal);
        var drafter = shared.BrowserOf(shared.Drafter);

        foreach (var query in new[] { "", "?state=Draft", "?state=Active", $"?q={shared.Reference}" })
        {
            var rows = (await drafter.GetAsync("/agreements" + query)).Document.QuerySelectorAll("tbody tr");
            var row = Assert.Single(rows).TextContent;
            Assert.Contains("Draft", row, StringComparison.Ordinal);
            Assert.Contains("Version 1.0 is active", row, StringComparison.Ordinal);
        }

        Assert.Empty((await drafter.GetAsync("/agreements?state=Suspended")).Document.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task List_ShowsThePartnerTheVersionInForceOnly()
    {
        var shared = await SharedAgreement.AmendedAsync(portal);
        var partner = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead));

        var row = Assert.Single((await partner.GetAsync("/agreements")).Document.QuerySelectorAll("tbody tr")).TextContent;

        Assert.Contains("Active", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Draft", row, StringComparison.Ordinal);
        Assert.Empty((await partner.GetAsync("/agreements?state=Draft")).Document.QuerySelectorAll("tbody tr"));
    }

    // Which version a page is about where its address names none; what it answers where the version is named.
    [Theory]
    [InlineData("", HttpStatusCode.OK, "2.0")]
    [InlineData("/versions/1", HttpStatusCode.OK, "1.0")]
    [InlineData("/versions/2", HttpStatusCode.OK, "2.0")]
    [InlineData("/draft", HttpStatusCode.OK, "2.0")]
    [InlineData("/draft/basics", HttpStatusCode.OK, "2.0")]
    [InlineData("/check", HttpStatusCode.OK, "2.0")]
    [InlineData("/withdraw", HttpStatusCode.OK, "2.0")]
    [InlineData("/invite-partners", HttpStatusCode.OK, "2.0")]
    [InlineData("/evidence", HttpStatusCode.OK, "2.0")]
    [InlineData("/history", HttpStatusCode.OK, "2.0")]
    [InlineData("/comments", HttpStatusCode.OK, "2.0")]
    [InlineData("/versions/1/route", HttpStatusCode.OK, "1.0")]
    [InlineData("/versions/1/check", HttpStatusCode.OK, "1.0")]
    public async Task Page_OfTheDrafter_IsAboutItsVersionAndNamesTheOther(string page, HttpStatusCode status, string label)
    {
        var shared = await SharedAgreement.AmendedAsync(portal);

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}{page}");

        Assert.Equal(status, answer.Status);
        if (answer.Document.QuerySelector(".ds-meta") is { } meta)
        {
            Assert.Contains($"Version {label}", meta.TextContent, StringComparison.Ordinal);
            Assert.Contains($"version {(label == "1.0" ? "2.0" : "1.0")}", meta.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("/versions/2", HttpStatusCode.NotFound)]
    [InlineData("/draft", HttpStatusCode.Conflict)]
    [InlineData("/withdraw", HttpStatusCode.Forbidden)]
    public async Task Page_OfThePartner_IsAboutTheVersionInForce(string page, HttpStatusCode status)
    {
        var shared = await SharedAgreement.AmendedAsync(portal);
        var partner = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgOfficer));

        var answer = await partner.GetAsync($"/agreements/{shared.Reference}{page}");

        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain("2.0", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_OfTheVersionInForce_DoesNotSayThatItWasReplaced_AndComesBackWhenTheDraftIsGivenUp()
    {
        var shared = await SharedAgreement.AmendedAsync(portal);
        var drafter = shared.BrowserOf(shared.Drafter);

        var inForce = await drafter.GetAsync($"/agreements/{shared.Reference}/versions/1");
        Assert.DoesNotContain("taken its place", inForce.Main, StringComparison.Ordinal);

        await shared.DoAsync(shared.Drafter, command => command.Agreement.Withdraw("Not needed.", command.Actor, command.Now));
        var shown = await drafter.GetAsync($"/agreements/{shared.Reference}");
        Assert.Contains("Version 1.0", shown.Document.QuerySelector(".ds-meta")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MyWork_ShowsTheDraftAsADraft_NotAsReturned()
    {
        var shared = await SharedAgreement.AmendedAsync(portal);

        var work = (await shared.BrowserOf(shared.Drafter).GetAsync("/")).Main;

        Assert.Contains(shared.Reference.Value, work, StringComparison.Ordinal);
        Assert.DoesNotContain("Returned", work, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task History_TellsOfTheAmendmentAndOfWhatTookThePlaceOfWhat()
    {
        var shared = await SharedAgreement.AmendedAsync(portal);
        await shared.SubmitAsync(shared.Drafter);
        await shared.AllTakeAsync();
        await using (var db = shared.Open())
        {
            await new TimedSteps(db).ActivateDueAsync(Criteria.First, TestContext.Current.CancellationToken);
        }

        var agreement = await shared.FindAsync();
        Assert.Equal((2, VersionStatus.Superseded), (agreement.InForce!.Ordinal, agreement.Version(1)!.Status));
        var history = (await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/history")).Main;
        Assert.Contains("opened version 2.0 as a draft, to amend it", history, StringComparison.Ordinal);
        Assert.Contains("put version 2.0 in its place", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Law_CountsTheAgreementOnce()
    {
        var shared = await SharedAgreement.AmendedAsync(portal);
        var code = (await shared.FindAsync()).InForce!.ReliesOn.First(c => !c.Contains(':', StringComparison.Ordinal));

        await using var db = shared.Open();
        var resting = await RestingAgreements.OnAsync(db, [code], shared.Drafter, TestContext.Current.CancellationToken);

        Assert.Equal((1, 0, 1), (resting.InForceSeen, resting.OnTheirWaySeen, resting.Seen.Count));
    }
}
