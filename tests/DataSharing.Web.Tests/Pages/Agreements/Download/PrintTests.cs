using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Download;

public sealed class PrintTests(Portal portal) : AgreementReadingTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/versions/1/print";

    [Fact]
    public async Task Get_HasTheWholeTextAndNothingOfThePortal()
    {
        var shared = await ReadyAsync();
        var page = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared));
        var version = (await shared.FindAsync()).Versions.Single();

        Assert.Equal(version.Title, page.Heading);
        Assert.Equal(
            Enumerable.Range(1, 14).Select(number => $"s{number}"),
            page.Document.QuerySelectorAll("section > h2")
                .Select(heading => heading.Id!)
                .Where(id => id.StartsWith('s') && id != "signatures")
        );
        Assert.NotNull(page.Document.QuerySelector("svg.wide"));
        Assert.Empty(page.Document.QuerySelectorAll("form, header, script"));
        Assert.Contains($"Version 1.0 of {shared.Reference}", page.Main, StringComparison.Ordinal);
        Assert.Contains("Not signed", page.Main, StringComparison.Ordinal);
        Assert.Equal("DRAFT", page.Document.QuerySelector(".ds-paper__mark")!.TextContent);
    }

    [Fact]
    public async Task Get_VersionInForce_HasSignaturesWithTheirFingerprints()
    {
        var shared = await SharedAgreement.InForceAsync(Portal);
        var signatures = (await shared.FindAsync()).Versions.Single().Signatures.ToList();
        var page = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared));

        Assert.Equal(signatures.Count, page.Document.QuerySelectorAll("section[aria-labelledby=signatures] tbody tr").Length);
        Assert.All(
            page.Document.QuerySelectorAll("section[aria-labelledby=signatures] td[data-label^=Fingerprint]"),
            cell => Assert.Equal(signatures[0].ContentHash.Hex, cell.TextContent.Replace(" ", "", StringComparison.Ordinal).Trim())
        );
        Assert.Null(page.Document.QuerySelector(".ds-paper__mark"));
    }
}
