using System.Net;
using DataSharing.Domain.Content;
using DataSharing.TestKit;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Pages.Agreements.Drafting;
using DataSharing.Web.Tests.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataSharing.Web.Tests.Pages.Agreements;

/// <summary>No value that is stored makes a page fail, however it came to be stored. A new page is tried without being named here.</summary>
public sealed class ExtremesTests(Portal portal)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_page_shows_the_extremes_of_every_answer(bool greatest)
    {
        var content = FullContent.CreateExtreme(greatest);
        var shared = await SharedAgreement.DraftAsync(portal, _ => content);
        var browser = shared.BrowserOf(shared.Drafter);
        var draft = $"/agreements/{shared.Reference}/draft";
        var items = DraftScript.ItemsIn("", AgreementJson.ToNode(content), ContentShape.Root).Select(item => draft + item.Path);
        var failed = new List<(string, HttpStatusCode)>();

        foreach (var address in Addresses(shared.Reference.Value).Concat(items).Append("/").Append("/agreements"))
        {
            if (await browser.GetAsync(address) is { Status: >= HttpStatusCode.InternalServerError and var status })
            {
                failed.Add((address, status));
            }
        }

        Assert.Empty(failed);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"{draft}/dates")).Status);
    }

    [Fact]
    public async Task Post_ADayThatNobodyMeans_IsRefused()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var draft = $"/agreements/{shared.Reference}/draft";

        var refused = await shared.BrowserOf(shared.Drafter).SendAsync($"{draft}/dates", ("Form.StartDate.Year", "9998"));

        Assert.EndsWith("the year must be between 1900 and 2199", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    private IEnumerable<string> Addresses(string reference) =>
        portal
            .Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(pattern => pattern.Contains("{reference}", StringComparison.Ordinal))
            .Distinct()
            .Select(pattern =>
                pattern
                    .Replace("{reference}", reference, StringComparison.Ordinal)
                    .Replace("{n:int}", "1", StringComparison.Ordinal)
                    .Replace("{line}", "I1", StringComparison.Ordinal)
                    .Replace("{flow}", "I1", StringComparison.Ordinal)
                    .Replace("{dataset}", "D1", StringComparison.Ordinal)
                    .Replace("{party}", "P1", StringComparison.Ordinal)
                    .Replace("{item}", "-", StringComparison.Ordinal)
                    .Replace("{**item}", "purposes/U1", StringComparison.Ordinal)
                    .Replace("{rule}", "DSA-061", StringComparison.Ordinal)
            )
            .Where(address => !address.Contains('{', StringComparison.Ordinal));
}
