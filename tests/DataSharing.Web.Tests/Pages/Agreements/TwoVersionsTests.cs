using System.Net;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Law;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements;

/// <summary>An agreement in force whose next version is in preparation, in every list, page and query.</summary>
public sealed class TwoVersionsTests(Portal portal, TwoVersionsTests.Amended amended) : IClassFixture<TwoVersionsTests.Amended>
{
    /// <summary>For the tests that only look: one that is in force with a draft beside it, and one whose first such draft was given up.</summary>
    public sealed class Amended(Portal portal) : IAsyncLifetime
    {
        internal SharedAgreement Shared { get; private set; } = null!;

        internal SharedAgreement Again { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Shared = await SharedAgreement.AmendedAsync(portal);
            Again = await SharedAgreement.AmendedAsync(portal);
            await Again.DoAsync(Again.Drafter, command => command.Agreement.Withdraw("Not needed.", command.Actor, command.Now));
            await Again.DoAsync(Again.Drafter, command => command.Agreement.StartAmendment(command.Actor, command.Now));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    [Fact]
    public async Task List_ShowsOneRowWithBoth_AndFindsItUnderEitherState()
    {
        var shared = amended.Shared;
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
        var shared = amended.Shared;
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
    [InlineData("/versions/1/comments", HttpStatusCode.OK, "1.0")]
    [InlineData("/versions/2/comments", HttpStatusCode.OK, "2.0")]
    public async Task Page_OfTheDrafter_IsAboutItsVersionAndNamesTheOther(string page, HttpStatusCode status, string label)
    {
        var shared = amended.Shared;

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
    [InlineData("/versions/1/comments", HttpStatusCode.OK)]
    [InlineData("/versions/2/comments", HttpStatusCode.NotFound)]
    [InlineData("/draft", HttpStatusCode.Conflict)]
    [InlineData("/withdraw", HttpStatusCode.Forbidden)]
    public async Task Page_OfThePartner_IsAboutTheVersionInForce(string page, HttpStatusCode status)
    {
        var shared = amended.Shared;
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
        var shared = amended.Shared;

        var work = (await shared.BrowserOf(shared.Drafter).GetAsync("/")).Main;

        Assert.Contains(shared.Reference.Value, work, StringComparison.Ordinal);
        Assert.DoesNotContain("Returned", work, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Comment_OnTheVersionInForce_IsFiledThereAndReadByThePartner()
    {
        var shared = await SharedAgreement.AmendedAsync(portal);
        var drafter = shared.BrowserOf(shared.Drafter);
        var comments = $"/agreements/{shared.Reference}/versions/1/comments";
        var page = await drafter.GetAsync($"/agreements/{shared.Reference}/versions/1");
        Assert.NotNull(page.Document.QuerySelector($".ds-meta a[href='{comments}']"));

        var form = (await drafter.GetAsync(comments)).Document.QuerySelector("main form[method=post]")!.GetAttribute("action")!;
        var answer = await drafter.PostAsync(
            form,
            ("Comment.Section", "Security"),
            ("Comment.Text", "Who holds the door codes?"),
            ("Comment.Audience", "AllParties")
        );

        Assert.StartsWith(comments + "#", answer.Location?.OriginalString, StringComparison.Ordinal);
        var partner = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead));
        foreach (var (reader, address) in new[] { (drafter, comments), (partner, $"/agreements/{shared.Reference}/comments") })
        {
            var read = await reader.GetAsync(address);
            Assert.Contains(
                "Security · version 1.0",
                Assert.Single(read.Document.QuerySelectorAll(".ds-comment")).TextContent,
                StringComparison.Ordinal
            );
        }

        var replies = (await drafter.GetAsync(comments)).Document.QuerySelectorAll(".ds-comment form");
        Assert.NotEmpty(replies);
        Assert.All(replies, reply => Assert.StartsWith(comments, reply.GetAttribute("action"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Differences_AfterAGivenUpAmendment_AreThoseFromTheVersionInForce()
    {
        var shared = amended.Again;

        var page = await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/differences");

        Assert.Equal("From version 1.0 to version 3.0", page.Document.QuerySelector("main h2")!.TextContent);
    }

    [Fact]
    public async Task Stage_OfAnAmendment_TellsWhatChangedSinceTheVersionItWasOpenedFrom()
    {
        var shared = await SharedAgreement.AmendedAsync(portal);
        await shared.SubmitAsync(shared.Drafter);
        var lead = await shared.HolderAsync(SharedAgreement.CouncilReview);
        await shared.DoAsync(
            lead,
            command =>
                command.Agreement.Decide(
                    SharedAgreement.CouncilReview,
                    new Ruling.Return("Say who holds the door codes.", [Section.Security]),
                    Seen.Of(command.Agreement.Newest),
                    command.Actor,
                    command.Now
                )
        );
        await shared.DoAsync(shared.Drafter, command => command.Agreement.Withdraw("Not needed.", command.Actor, command.Now));
        await shared.DoAsync(shared.Drafter, command => command.Agreement.StartAmendment(command.Actor, command.Now));
        await shared.SubmitAsync(shared.Drafter);

        var page = await shared
            .BrowserOf(lead)
            .GetAsync($"/agreements/{shared.Reference}/versions/4/stages/{SharedAgreement.CouncilReview}");

        Assert.Contains("What changed since version 1.0", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("door codes", page.Main, StringComparison.Ordinal); // asked of an amendment that was given up
    }

    [Fact]
    public async Task Check_OfAGivenUpDraft_IsNotJudgedByTheLaterDraft()
    {
        var shared = amended.Again;

        var page = await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/versions/2/check");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("If it is submitted", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("missing beside the content", page.Main, StringComparison.Ordinal);
        var places = page.Document.QuerySelectorAll(".ds-place").Select(place => place.GetAttribute("href")).ToList();
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.StartsWith($"/agreements/{shared.Reference}/versions/2#", place, StringComparison.Ordinal));
    }

    [Fact]
    public async Task DraftPageAndHistory_OfAWithdrawnAgreement_ComeTooLateAndSaySo()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        await shared.DoAsync(shared.Drafter, command => command.Agreement.Withdraw("Not needed.", command.Actor, command.Now));
        var drafter = shared.BrowserOf(shared.Drafter);

        foreach (var page in new[] { "/draft", "/draft/basics" })
        {
            Assert.Equal((page, HttpStatusCode.Conflict), (page, (await drafter.GetAsync($"/agreements/{shared.Reference}{page}")).Status));
        }

        var history = (await drafter.GetAsync($"/agreements/{shared.Reference}/history")).Main;
        Assert.Contains("withdrew the agreement", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithdrawAndHistory_OfAnAmendment_SayThatItIsGivenUpAndWhatStaysInForce()
    {
        var shared = await SharedAgreement.AmendedAsync(portal);
        var drafter = shared.BrowserOf(shared.Drafter);

        var page = await drafter.GetAsync($"/agreements/{shared.Reference}/withdraw");
        Assert.Contains("Give up this amendment?", page.Main, StringComparison.Ordinal);
        Assert.Contains("Version 1.0 stays in force", page.Main, StringComparison.Ordinal);
        await drafter.SendAsync(page, $"/agreements/{shared.Reference}/withdraw", ("Form.Reason", "Not needed."));

        var history = (await drafter.GetAsync($"/agreements/{shared.Reference}/history")).Main;
        Assert.Contains("gave up the amendment; version 1.0 stays in force", history, StringComparison.Ordinal);
        Assert.DoesNotContain("withdrew the agreement", history, StringComparison.Ordinal);
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
        var shared = amended.Shared;
        var code = (await shared.FindAsync()).InForce!.ReliesOn.First(c => !c.Contains(':', StringComparison.Ordinal));

        await using var db = shared.Open();
        var resting = await RestingAgreements.OnAsync(db, [code], shared.Drafter, TestContext.Current.CancellationToken);

        Assert.Equal((1, 0, 1), (resting.InForceSeen, resting.OnTheirWaySeen, resting.Seen.Count));
    }

    [Fact]
    public async Task Law_ShowsWhoeverIsNewToTheAmendmentWhatTheyPrepare()
    {
        var shared = await SharedAgreement.AmendedAsync(portal);
        var code = (await shared.FindAsync()).InForce!.ReliesOn.First(c => !c.Contains(':', StringComparison.Ordinal));
        var newcomer = await shared.RegisterAsync("CHY");
        string IdentifierOf(OrganisationId party) => shared.Organisations.Single(known => known.Value == party).Key;
        var (charity, identifier) = (IdentifierOf(shared.Charity), IdentifierOf(newcomer));
        await shared.ReplaceAsync(content =>
            content with
            {
                Parties = [.. content.Parties.Select(party => party.OrgId == charity ? party with { OrgId = identifier } : party)],
            }
        );
        await shared.InviteAsync();
        var actor = await shared.SomebodyAsync(newcomer, Role.IgOfficer);

        await using var db = shared.Open();
        var resting = await RestingAgreements.OnAsync(db, [code], actor, TestContext.Current.CancellationToken);

        Assert.Equal((0, 1), (resting.InForceSeen, resting.OnTheirWaySeen));
        Assert.Equal((shared.Reference.Value, "2.0"), (resting.Seen.Single().Reference, resting.Seen.Single().Label));
        var drafter = await RestingAgreements.OnAsync(db, [code], shared.Drafter, TestContext.Current.CancellationToken);
        Assert.Equal((1, 0, "1.0"), (drafter.InForceSeen, drafter.OnTheirWaySeen, Assert.Single(drafter.Seen).Label));
        Assert.Equal(drafter.InForce, resting.InForce);
    }
}
