using System.Net;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

public sealed class DraftTests(Portal portal)
{
    [Fact]
    public async Task Get_ABlankDraft_HasFourteenSectionsToDo()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);

        var page = await browser.GetAsync(script.Draft);

        Assert.Equal(14, page.Document.QuerySelectorAll(".govuk-task-list__link").Length);
        Assert.Contains("0 of 14 sections done", page.Main, StringComparison.Ordinal);
        Assert.Contains("errors block submission", page.Main, StringComparison.Ordinal);
        Assert.All(
            page.Document.QuerySelectorAll(".govuk-task-list__link"),
            link => Assert.StartsWith(script.Draft + "/", link.GetAttribute("href"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Get_LeadsToTheFirstSectionThatIsNotDone()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);
        Assert.Equal(("Go on with basics", $"{script.Draft}/basics"), await NextAsync());

        await browser.SendAsync($"{script.Draft}/basics", ("Form.AgreementType", "DSA"));
        Assert.Equal(("Go on with parties", $"{script.Draft}/parties"), await NextAsync());

        async Task<(string, string?)> NextAsync()
        {
            var link = Assert.Single((await browser.GetAsync(script.Draft)).Document.QuerySelectorAll(".ds-so-far a"));
            return (link.TextContent, link.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Get_WhatARuleSaysInThreePlaces_IsSaidOnce()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);

        var page = await browser.GetAsync(script.Draft);

        var dates = Assert.Single(
            page.Document.QuerySelectorAll("aside .ds-finding"),
            finding => finding.TextContent.Contains("DSA-095", StringComparison.Ordinal)
        );
        Assert.Contains("and 2 more places", dates.TextContent, StringComparison.Ordinal);
        Assert.Contains("9 errors block submission", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_EveryFindingLeadsToAPageThatIsThere()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);
        await browser.SendAsync($"{script.Draft}/flows/-", ("Form.Mode", "Lookup"));

        var links = (await browser.GetAsync($"{script.Agreement}/check"))
            .Document.QuerySelectorAll(".ds-finding p:last-child a:first-child")
            .Select(a => a.GetAttribute("href")!)
            .ToList();

        Assert.True(links.Count > 8);
        foreach (var link in links.Distinct())
        {
            var page = await browser.GetAsync(link.Split('#')[0]);
            Assert.Equal((link, HttpStatusCode.OK), (link, page.Status));
            Assert.True(
                !link.Contains('#', StringComparison.Ordinal) || page.Document.GetElementById(link.Split('#')[1]) is not null,
                link
            );
        }
    }

    [Fact]
    public async Task Post_PutsARemovedItemBack()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);
        await browser.SendAsync($"{script.Draft}/benefits/-", ("Form.Statement", "Less waiting"));
        await browser.SendAsync($"{script.Agreement}/remove/benefits/B1");

        var offered = await browser.GetAsync(script.Draft);
        Assert.Contains("Removed, and can be put back (1)", offered.Main, StringComparison.Ordinal);
        await browser.SendAsync(offered, script.Draft, ("Restore", "/benefits/B1"));

        Assert.Contains("Less waiting", (await browser.GetAsync($"{script.Draft}/benefits")).Main, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await browser.SendAsync(offered, script.Draft, ("Restore", "/benefits/B1"), Browser.InAnotherWindow)).Status
        );
    }

    [Fact]
    public async Task Get_AFrozenVersion_HasNoTaskList()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);

        Assert.Equal(
            HttpStatusCode.Conflict,
            (await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/draft")).Status
        );
    }
}
