using DataSharing.Domain.Agreements.Approval;
using DataSharing.Web.Pages.Agreements.Approval;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Approval;

public sealed class RouteTests(Portal portal) : AgreementReadingTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/route";

    [Fact]
    public async Task Get_ShowsWhatIsDoneWhatWaitsOnWhomAndWhy()
    {
        var shared = await SharedAgreement.BeforeAsync(Portal, SharedAgreement.CharityOwner);
        var version = (await shared.FindAsync()).Newest;

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared));

        Assert.Contains("3 of 7 stages done.", answer.Main, StringComparison.Ordinal);
        var waiting = answer.Document.QuerySelectorAll(".ds-stage--wait").Select(s => s.QuerySelector("b")!.TextContent.Trim());
        Assert.Equal(["Release by the asset owner", "Caldicott Guardian"], waiting);
        Assert.Contains(shared.NameOf(await shared.HolderAsync(SharedAgreement.CouncilReview)), answer.Main, StringComparison.Ordinal);
        Assert.All(version.Stages, stage => Assert.Contains(stage.Because, answer.Main, StringComparison.Ordinal));
        Assert.Contains("Not needed, and why", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Route_OfAStageThatIsLate_SaysSo()
    {
        var version = (await (await SharedAgreement.InApprovalAsync(Portal)).FindAsync()).Newest;
        var due = version.Stages.Max(stage => stage.DueOn)!.Value;

        Assert.Equal(("wait", $"Waiting, due {Words.Date(due)}"), StateOn(due));
        Assert.Equal(("bad", $"Overdue since {Words.Date(due)}"), StateOn(due.AddDays(1)));

        (string, string) StateOn(DateOnly today)
        {
            var first = ShownRoute.Of(version, today, Names.None, _ => null, _ => null!).Groups[0];
            Assert.Contains(Words.Within(Words.Due(due, today)), first.Timing, StringComparison.Ordinal);
            return (first.Stages[0].Shape, first.Stages[0].State);
        }
    }

    [Fact]
    public async Task Get_LinksAStageOnlyForItsHolderWhileItIsTheirTurn()
    {
        var shared = await ReadyAsync();
        var lead = await shared.HolderAsync(SharedAgreement.CouncilReview);

        Assert.Equal(
            [$"/agreements/{shared.Reference}/versions/1/stages/{SharedAgreement.CouncilReview}"],
            StageLinks(await shared.BrowserOf(lead).GetAsync(AddressIn(shared)))
        );
        Assert.Empty(StageLinks(await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared))));
        Assert.Empty(StageLinks(await shared.BrowserOf(await shared.HolderAsync(SharedAgreement.Guardian)).GetAsync(AddressIn(shared))));
    }

    [Fact]
    public async Task Get_Draft_HasNoneYet()
    {
        var shared = await SharedAgreement.DraftAsync(Portal);

        Assert.Contains(
            "The route is computed when the draft is submitted",
            (await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared))).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_AfterAReturn_TheOldVersionsRouteStaysReadableForTheDrafter()
    {
        var shared = await SharedAgreement.ReturnedAsync(Portal);
        var browser = shared.BrowserOf(shared.Drafter);

        var old = await browser.GetAsync($"/agreements/{shared.Reference}/versions/1");
        var route = await browser.GetAsync(
            old.Document.QuerySelectorAll(".ds-meta a").Single(a => a.TextContent == "Route").GetAttribute("href")!
        );

        Assert.Contains("Version 1.0", route.Document.QuerySelector(".ds-meta")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Say who holds the door codes.", route.Main, StringComparison.Ordinal);
        Assert.Empty(route.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Get_HostileWords_AreShownAsText()
    {
        var shared = await SharedAgreement.BeforeAsync(Portal, SharedAgreement.Guardian);
        await shared.DoAsync(
            await shared.HolderAsync(SharedAgreement.Guardian),
            change =>
                change.Agreement.Decide(
                    SharedAgreement.Guardian,
                    new Ruling.ApproveOnConditions([Hostile.Text], Hostile.Text),
                    Seen.Of(change.Agreement.Newest),
                    change.Actor,
                    change.Now
                )
        );
        var browser = shared.BrowserOf(shared.Drafter);

        var answer = await browser.GetAsync(AddressIn(shared));
        await browser.SendAsync(answer, AddressIn(shared));

        Hostile.AssertShownHarmlessly(answer);
        Hostile.AssertShownHarmlessly(await browser.GetAsync($"/agreements/{shared.Reference}/history"));
        var signatory = await shared.HolderAsync(SharedAgreement.CouncilSigns);
        Hostile.AssertShownHarmlessly(
            await shared
                .BrowserOf(signatory)
                .GetAsync($"/agreements/{shared.Reference}/versions/1/stages/{SharedAgreement.CouncilSigns}/sign")
        );
    }

    private static IEnumerable<string> StageLinks(Answer answer) =>
        answer.Document.QuerySelectorAll(".ds-stage a").Select(a => a.GetAttribute("href")!);
}
