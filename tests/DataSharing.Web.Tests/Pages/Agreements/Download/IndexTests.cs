using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Download;

public sealed class IndexTests(Portal portal) : AgreementReadingTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/versions/1/download";

    [Fact]
    public async Task Get_OffersTheThreeForms_WithOneButton()
    {
        var shared = await ReadyAsync();
        var page = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared));
        var version = $"/agreements/{shared.Reference}/versions/1";

        Assert.Equal("Download version 1.0", page.Heading);
        Assert.Equal(
            [
                ("Download the Word document", $"{version}/word"),
                ("Print view", $"{version}/print"),
                ("JSON for machines", $"{version}/file"),
            ],
            page.Document.QuerySelectorAll("main p a, main ul.govuk-list a").Select(link => (link.TextContent, link.GetAttribute("href")!))
        );
        Assert.Single(page.Document.QuerySelectorAll("main .govuk-button"));
        Assert.Contains("marked “Draft”", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_VersionInForce_SaysNothingOfAMark()
    {
        var shared = await SharedAgreement.InForceAsync(Portal);

        Assert.DoesNotContain(
            "marked",
            (await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared))).Main,
            StringComparison.Ordinal
        );
    }
}
