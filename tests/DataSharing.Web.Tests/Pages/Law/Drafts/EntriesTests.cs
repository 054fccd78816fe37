using System.Net;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Law.Drafts;

public sealed class EntriesTests(LawPortal portal) : EditionPageTests(portal)
{
    protected override string Address => "/law/drafts/law-book/entries";

    protected override bool Writes => false;

    [Fact]
    public async Task Get_Searched_LeadsToTheProvision()
    {
        var browser = Portal.SignedInAs(await PreparedAsync(book => book.With(book.Gateway("GW-LOC1")! with { Limits = "Changed." })));

        var answer = await browser.GetAsync(Address + "?q=GW-LOC1");

        var link = Assert.Single(answer.Document.QuerySelectorAll(".ds-law-section a"));
        Assert.Equal("/law/drafts/law-book/entry/GW-LOC1", link.GetAttribute("href"), ignoreCase: true);
        Assert.Contains("changed", link.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NothingFound_SaysSo() =>
        Assert.Contains(
            "The book has nothing for that",
            (await Portal.SignedInAs(await PreparedAsync()).GetAsync(Address + "?q=" + Uri.EscapeDataString(Hostile.Text))).Main,
            StringComparison.Ordinal
        );
}
