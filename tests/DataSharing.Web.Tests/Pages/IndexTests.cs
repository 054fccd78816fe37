using System.Net;
using AngleSharp.Dom;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.People;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages;

public sealed class IndexTests(Portal portal)
{
    [Fact]
    public async Task Get_Member_SeesTheirWorkAndWhoTheyAre()
    {
        var organisation = await portal.AnOrganisationAsync($"Trust {Guid.NewGuid():N}");
        var person = await portal.APersonAsync(organisation, Role.Siro, Role.IgLead);

        var answer = await portal.SignedInAs(person).GetAsync("/");

        Assert.Equal((HttpStatusCode.OK, "My work"), (answer.Status, answer.Heading));
        Assert.Contains("IG lead, SIRO, Trust ", answer.Document.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Null(answer.Document.QuerySelector("a[href='/acting-for']"));
    }

    [Fact]
    public async Task Get_HolderWhoseTurnItIs_FindsTheStageAndOpensIt()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var browser = shared.BrowserOf(await shared.HolderAsync(SharedAgreement.CouncilReview));

        var answer = await browser.GetAsync("/");

        var row = Assert.Single(Rows(answer, "waiting"));
        Assert.Contains("Review as IG lead: Data-protection review", row.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{shared.Reference}, version 1.0", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Due ", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!)).Status);
    }

    /// <summary>
    /// With the session, which the test sign-in does without: the session, the person, what waits, what they work at, news, and for
    /// administrators the roles that wait and who accepted their invitations.
    /// </summary>
    [Theory]
    [InlineData(Role.IgLead, 6)]
    [InlineData(Role.Siro, 6)]
    [InlineData(Role.OrganisationAdmin, 4)]
    public async Task Get_WhoeverItIs_AsksTheDatabaseSixTimesAtMost(Role role, int most)
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var everything = await shared.SomebodyAsync(shared.Council, role, Role.SystemAdmin, Role.Auditor);
        var browser = shared.BrowserOf(
            role is Role.OrganisationAdmin ? await shared.SomebodyAsync(await portal.AnOrganisationAsync(), role) : everything
        );

        var (answer, commands) = await portal.Queries.CountAsync(browser, b => b.GetAsync("/"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(commands.Count + 1 <= most, string.Join('\n', commands));
    }

    [Fact]
    public async Task Get_Partner_FindsTheDraftThatTheyAreAskedToLookAt()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var partner = shared.BrowserOf(await shared.PartnerAsync());
        Assert.Empty(Rows(await partner.GetAsync("/"), "drafts"));

        await shared.InviteAsync();

        var row = Assert.Single(Rows(await partner.GetAsync("/"), "drafts"));
        Assert.Contains("You are asked to look at it", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await partner.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!)).Status);
        Assert.DoesNotContain(
            "You are asked to look at it",
            (await shared.BrowserOf(shared.Drafter).GetAsync("/")).Main,
            StringComparison.Ordinal
        );
        Assert.Empty(Rows(await shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.Siro)).GetAsync("/"), "drafts"));
    }

    [Fact]
    public async Task Get_ADraft_SaysHowManyCommentsAreOpenThatThePersonMayRead()
    {
        var shared = await SharedAgreement.InPartnerReviewAsync(portal);
        await shared.CommentAsync(shared.Drafter);
        await shared.CommentAsync(shared.Drafter, "Only for us.", Audience.OwnOrganisation);

        Assert.Contains(
            "2 open comments",
            Assert.Single(Rows(await shared.BrowserOf(shared.Drafter).GetAsync("/"), "drafts")).TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "1 open comment",
            Assert.Single(Rows(await shared.BrowserOf(await shared.PartnerAsync()).GetAsync("/"), "drafts")).TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_WhoeverMustNotDecide_FindsNothing()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var drafterToo = await shared.SomebodyAsync(shared.Council, Role.IgOfficer, Role.IgLead);
        await shared.JustifyAsync(drafterToo);
        await shared.SubmitAsync(shared.Drafter);

        var withoutTurn = new[]
        {
            drafterToo, // separation of duties
            await shared.HolderAsync(SharedAgreement.Guardian), // not yet
            await shared.SomebodyAsync(shared.Council, Role.LegalAdviser), // never
        };

        foreach (var person in withoutTurn)
        {
            Assert.Empty(Rows(await shared.BrowserOf(person).GetAsync("/"), "waiting"));
        }
    }

    [Fact]
    public async Task Get_WhoeverAdvisesAsTheOfficerOrAuditsIt_IsNotAskedToDecide()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var officer = await shared.SomebodyAsync(shared.Council, Role.InformationAssetOwner, Role.DataProtectionOfficer);
        await shared.TakeAsync(SharedAgreement.CouncilReview);
        await shared.TakeAsync(SharedAgreement.CharityReview);
        var auditor = await shared.AuditorAsync();
        await portal.InDbAsync(
            (db, now) =>
            {
                db.Memberships.Add(Membership.Begin(auditor.Person, shared.Council, Role.InformationAssetOwner, Act.OfThePortal, now));
                return Task.FromResult(0);
            }
        );

        foreach (var person in new[] { officer, auditor })
        {
            Assert.Empty(Rows(await shared.BrowserOf(person).GetAsync("/"), "waiting"));
        }
    }

    [Fact]
    public async Task Get_Decided_MovesFromWaitingToDecided_ThoughTheNextVersionIsADraft()
    {
        var shared = await SharedAgreement.ReturnedAsync(portal);
        var browser = shared.BrowserOf(await shared.HolderAsync(SharedAgreement.Guardian));

        var answer = await browser.GetAsync("/");

        Assert.Empty(Rows(answer, "waiting"));
        var row = Assert.Single(Rows(answer, "decided"));
        Assert.Contains("Returned for changes", row.TextContent, StringComparison.Ordinal);
        var route = await browser.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("Version 1.0", route.Document.QuerySelector(".ds-meta")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Say who holds the door codes.", route.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Drafters_FindTheirDraftsAndTheConditionsToAccept()
    {
        var returned = await SharedAgreement.ReturnedAsync(portal);
        var waiting = await SharedAgreement.OnConditionsAsync(portal);
        await portal.InDbAsync(
            (db, now) =>
            {
                db.Memberships.Add(Membership.Begin(returned.Drafter.Person, waiting.Council, Role.IgOfficer, Act.OfThePortal, now));
                return Task.FromResult(0);
            }
        );

        // My work spans all organisations of the person.
        var answer = await returned.BrowserOf(returned.Drafter).GetAsync("/");

        var draft = Assert.Single(Rows(answer, "drafts")).TextContent;
        Assert.Contains($"{returned.Reference}, version 1.1", draft, StringComparison.Ordinal);
        Assert.Contains("Came back for changes", draft, StringComparison.Ordinal);
        var conditions = Assert.Single(Rows(answer, "waiting"));
        Assert.Contains("Accept the conditions of Caldicott Guardian", conditions.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(
            $"/agreements/{waiting.Reference}/",
            conditions.QuerySelector("a")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
        Assert.Empty(Rows(await waiting.BrowserOf(await waiting.SomebodyAsync(waiting.Charity, Role.IgOfficer)).GetAsync("/"), "waiting"));
    }

    [Fact]
    public async Task Get_BringingInIsOffered_OnlyWhereItIsAllowed()
    {
        // They act for the first of their organisations, where they may not.
        var first = await portal.AnOrganisationAsync($"AAA {Guid.NewGuid():N}");
        var person = await portal.APersonAsync(first, Role.Siro);
        await portal.AlsoAsync(person, await portal.AnOrganisationAsync($"BBB {Guid.NewGuid():N}"), Role.IgOfficer);
        var browser = portal.SignedInAs(person);

        Assert.Null((await browser.GetAsync("/")).Document.QuerySelector("a[href='/agreements/import']"));
        Assert.NotNull(
            (await portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)).GetAsync("/")).Document.QuerySelector(
                "a[href='/agreements/import']"
            )
        );
    }

    [Fact]
    public async Task Get_HostileTitle_IsShownAsText()
    {
        var shared = await SharedAgreement.InApprovalAsync(
            portal,
            content => content with { Title = Hostile.Text, LaySummary = Hostile.Text }
        );
        var holder = await shared.HolderAsync(SharedAgreement.CouncilReview);
        var browser = shared.BrowserOf(holder);

        var waiting = await browser.GetAsync("/");
        Hostile.AssertShownHarmlessly(waiting);
        Hostile.AssertShownHarmlessly(await browser.GetAsync(Rows(waiting, "waiting")[0].QuerySelector("a")!.GetAttribute("href")!));
        await shared.TakeAsync(SharedAgreement.CouncilReview, holder);
        Hostile.AssertShownHarmlessly(await browser.GetAsync("/"));
    }

    private static List<IElement> Rows(Answer answer, string section) =>
        [.. answer.Document.QuerySelectorAll($"section[aria-labelledby={section}] li")];
}
