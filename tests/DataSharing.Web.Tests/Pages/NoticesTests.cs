using System.Globalization;
using System.Net;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Content;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages;

public sealed class NoticesTests(Portal portal)
{
    private static readonly string[] Titles = ["For all", "Only for the council", "Only for the charity"];

    [Fact]
    public async Task Get_WhatOthersDid_IsToldByDayAndAgreementNewestFirst_AndOnesOwnDoingsAreNot()
    {
        var shared = await SharedAgreement.BeforeAsync(portal, SharedAgreement.CouncilOwner);
        var partner = await shared.HolderAsync(SharedAgreement.CharityReview);
        var colleague = await shared.HolderAsync(SharedAgreement.CouncilReview);

        var told = TextsOf(await shared.BrowserOf(partner).GetAsync("/notices"));

        Assert.Contains("asked for Release by the asset owner", told[0], StringComparison.Ordinal);
        Assert.Contains("started the draft", told[^1], StringComparison.Ordinal);
        Assert.Contains(told, text => text.Contains($"{shared.NameOf(colleague)}, IG lead of", StringComparison.Ordinal));
        Assert.DoesNotContain(told, text => text.Contains(shared.NameOf(partner), StringComparison.Ordinal));
        Assert.Equal((await shared.TrailAsync()).Count(e => e.PersonId != partner.Person), told.Count);
    }

    [Fact]
    public async Task Get_WhatWasWrittenInAnotherOrder_IsToldNewestFirst()
    {
        var organisation = await portal.AnOrganisationAsync();
        var drafter = new Actor((await portal.APersonAsync(organisation)).Id, organisation, new HashSet<Role> { Role.IgOfficer });
        foreach (var hours in new[] { 1, 3, 2 })
        {
            await portal.InDbAsync(
                async (db, now) =>
                {
                    await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
                    var reference = await new AgreementStore(db).IssueReferenceAsync(now, TestContext.Current.CancellationToken);
                    var content = AgreementDocument.Of(new AgreementContent { Title = $"{hours} hours ago" });
                    db.Agreements.Add(Agreement.Draft(reference, content, [], drafter, now.AddHours(-hours)));
                    await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                    await transaction.CommitAsync(TestContext.Current.CancellationToken);
                    return true;
                }
            );
        }

        var page = await portal.SignedInAs(await portal.APersonAsync(organisation, Role.IgLead)).GetAsync("/notices");

        Assert.Equal(
            ["1 hours ago", "2 hours ago", "3 hours ago"],
            page.Document.QuerySelectorAll("main h3 a").Select(agreement => agreement.TextContent)
        );
        var times = page.Document.QuerySelectorAll(".ds-timeline time").Select(time => time.GetAttribute("datetime")!).ToList();
        Assert.Equal(3, times.Count);
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
    }

    [Fact]
    public async Task Get_APartnerIsToldThatADraftWasCalledBack_AndNothingElseOfIt()
    {
        var shared = await SharedAgreement.InPartnerReviewAsync(portal);
        var partner = shared.BrowserOf(await shared.PartnerAsync());
        await shared.DoAsync(shared.Drafter, change => change.Agreement.PartnerReview.Stop(change.Actor, change.Now));
        await shared.RenameAsync("Only for the drafter to read");

        var page = await partner.GetAsync("/notices");

        Assert.Contains("called the draft back", Assert.Single(TextsOf(page)), StringComparison.Ordinal);
        Assert.Contains($"{shared.Reference}, a draft that you do not see for now", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Only for the drafter", page.Main, StringComparison.Ordinal);
        Assert.Empty(TextsOf(await shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.Siro)).GetAsync("/notices")));
    }

    [Fact]
    public async Task Post_IHaveReadThese_LeavesOnlyWhatCameAfterThePageWasShown()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var reader = await shared.SomebodyAsync(shared.Charity, Role.Siro);
        var browser = shared.BrowserOf(reader);
        var page = await browser.GetAsync("/notices");
        Assert.Matches(@"This marks everything up to \d+ \w+ \d{4} at \S+ UK time as read, including what is on older pages", page.Main);
        await shared.TakeAsync(SharedAgreement.CouncilReview); // between showing and pressing

        var answer = await browser.SendAsync(page, "/notices");
        var after = await browser.GetAsync("/notices");

        Assert.Equal((HttpStatusCode.Redirect, "/notices"), (answer.Status, answer.Location?.OriginalString));
        Assert.Contains("passed (Data-protection review)", Assert.Single(TextsOf(after)), StringComparison.Ordinal);
        await browser.SendAsync(after, "/notices");
        var done = await browser.GetAsync("/notices");
        Assert.Contains("Nothing new.", done.Main, StringComparison.Ordinal);
        Assert.Empty(done.Document.QuerySelectorAll("main form"));

        // An older window pressed later takes nothing back, and nobody else's mark is moved.
        await browser.SendAsync(page, "/notices");
        Assert.Empty(TextsOf(await browser.GetAsync("/notices")));
        Assert.NotEmpty(TextsOf(await shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.Siro)).GetAsync("/notices")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-09-01")]
    public async Task Post_WhatIsNoTime_IsRefused(string until)
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/notices", ("Form.Until", until))).Status);
    }

    [Fact]
    public async Task Post_TimeThatHasNotCome_ReadsNothingOfTheFuture()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var browser = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.Siro));

        await browser.PostAsync("/notices", ("Form.Until", DateTimeOffset.MaxValue.ToString("O", CultureInfo.InvariantCulture)));
        await shared.TakeAsync(SharedAgreement.CouncilReview);

        Assert.Single(TextsOf(await browser.GetAsync("/notices")));
    }

    [Fact]
    public async Task Get_OwnEventsOfAnotherOrganisation_AreNotTold()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        await shared.AddEvidenceAsync(shared.Drafter, EvidenceVisibility.OwnOrganisation, "Only for the council");
        await shared.AddEvidenceAsync(
            await shared.SomebodyAsync(shared.Charity, Role.IgOfficer),
            EvidenceVisibility.OwnOrganisation,
            "Only for the charity"
        );
        await shared.AddEvidenceAsync(shared.Drafter, title: "For all");

        async Task AssertReadsAsync(Actor reader, params string[] titles)
        {
            var told = string.Join('\n', TextsOf(await shared.BrowserOf(reader).GetAsync("/notices")));
            Assert.Equal(titles, Titles.Where(title => told.Contains(title, StringComparison.Ordinal)));
        }

        await AssertReadsAsync(await shared.SomebodyAsync(shared.Council, Role.IgLead), "For all", "Only for the council");
        await AssertReadsAsync(await shared.SomebodyAsync(shared.Charity, Role.IgLead), "For all", "Only for the charity");
        await AssertReadsAsync(await shared.AuditorAsync(), "For all", "Only for the council");
        await AssertReadsAsync(await shared.SomebodyInBothAsync(Role.Siro), "For all", "Only for the council", "Only for the charity");
    }

    [Fact]
    public async Task Get_NextDraft_IsNotForThePartner_NorItsTitle()
    {
        var shared = await SharedAgreement.ReturnedAsync(portal);
        await shared.JustifyAsync(shared.Drafter, "Only ours to read.");
        await shared.AddEvidenceAsync(shared.Drafter, title: "About all versions");

        var partner = await shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead)).GetAsync("/notices");
        var colleague = await shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.IgLead)).GetAsync("/notices");

        Assert.DoesNotContain("Only ours to read.", partner.Main, StringComparison.Ordinal);
        Assert.Contains("Only ours to read.", colleague.Main, StringComparison.Ordinal);
        Assert.Contains("About all versions", partner.Main, StringComparison.Ordinal);
        Assert.Single(TextsOf(colleague), text => text.Contains("About all versions", StringComparison.Ordinal)); // though they see two versions
    }

    [Fact]
    public async Task Get_Stranger_IsToldNothing()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var stranger = portal.SignedInAs(
            await portal.APersonAsync([.. Enum.GetValues<Role>().Where(role => role is not (Role.SystemAdmin or Role.Auditor))])
        );
        var administrator = shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.OrganisationAdmin));

        Assert.Contains("Nothing new.", (await stranger.GetAsync("/notices")).Main, StringComparison.Ordinal);
        Assert.Contains("Nothing new.", (await administrator.GetAsync("/notices")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.SignedOut().GetAsync("/notices")).Status);
    }

    [Fact]
    public async Task Get_ManyEvents_ComeByFifties_AndReadingTheLastPageReadsAll()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        for (var i = 0; i < 26; i++)
        {
            await shared.JustifyAsync(shared.Drafter, $"Words {i}.");
        }

        var browser = shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.IgLead));
        var first = await browser.GetAsync("/notices");
        var older = first.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "Older").GetAttribute("href")!;
        var last = await browser.GetAsync(older);

        Assert.Equal((50, 3), (TextsOf(first).Count, TextsOf(last).Count));
        Assert.DoesNotContain(last.Document.QuerySelectorAll("main a"), a => a.TextContent == "Older");
        await browser.SendAsync(last, older);
        Assert.Empty(TextsOf(await browser.GetAsync("/notices")));
    }

    [Fact]
    public async Task Get_MyWork_CountsThem()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var browser = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.Siro));
        var events = (await shared.TrailAsync()).Count;

        Assert.Equal($"{events} new things in 1 agreement since you were here", NewsOn(await browser.GetAsync("/")));
        await browser.SendAsync("/notices");
        Assert.Equal("Nothing new", NewsOn(await browser.GetAsync("/")));
        await shared.TakeAsync(SharedAgreement.CouncilReview);
        Assert.Equal("1 new thing since you were here", NewsOn(await browser.GetAsync("/")));
    }

    private static string NewsOn(Answer answer) => answer.Document.QuerySelector("section[aria-labelledby=news] p")!.TextContent.Trim();

    private static List<string> TextsOf(Answer answer) =>
        [
            .. answer
                .Document.QuerySelectorAll(".ds-timeline > li")
                .Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
        ];
}
