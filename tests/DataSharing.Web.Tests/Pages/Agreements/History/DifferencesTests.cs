using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DataSharing.Domain.Content;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.History;

public sealed class DifferencesTests(Portal portal) : AgreementReadingTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/differences";

    [Fact]
    public async Task Get_AfterAChange_SaysItSectionBySectionWithTheWordsMarked()
    {
        var shared = await ChangedAsync();

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("From version 1.0 to version 1.1", answer.Document.QuerySelector("main h2")!.TextContent);
        Assert.Equal(
            ["Basics", "Data flows", "Retention and onward sharing"],
            answer.Document.QuerySelectorAll("main h3").Select(h => h.TextContent)
        );
        var row = answer.Document.QuerySelectorAll(".ds-compare tr").Single(r => r.QuerySelector("th[scope=row]")?.TextContent == "Title");
        Assert.Equal(["", "Version 1.0", "Version 1.1"], row.Children.Select(cell => cell.GetAttribute("data-label") ?? ""));
        Assert.Equal("[taken out: Referring]", row.QuerySelector("del")!.TextContent);
        Assert.Equal("[added: Sending]", row.QuerySelector("ins")!.TextContent);
        Assert.Equal(
            "not answered",
            answer
                .Document.QuerySelectorAll(".ds-compare tr")
                .Single(r => r.QuerySelector("th[scope=row]")?.TextContent == "Intellectual property")
                .QuerySelectorAll("td")[0]
                .TextContent
        );
        Assert.StartsWith("Data flow: ", answer.Document.QuerySelectorAll("main h4").Single().TextContent, StringComparison.Ordinal);
        Assert.Contains("Removed", answer.Main, StringComparison.Ordinal);
        Assert.Contains("The other 11 sections are the same.", answer.Main, StringComparison.Ordinal);
        string[] ids = [.. answer.Document.QuerySelectorAll("main [id]").Select(e => e.Id!)];
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Get_VersionsChosen_ComparesThoseInThatDirection()
    {
        var shared = await ChangedAsync();

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared) + "?from=2&to=1");

        Assert.Equal("From version 1.1 to version 1.0", answer.Document.QuerySelector("main h2")!.TextContent);
        Assert.Equal("[added: Referring]", answer.Document.QuerySelector("ins")!.TextContent);
        Assert.Equal(["2", "1"], answer.Document.QuerySelectorAll<IHtmlSelectElement>("main select").Select(s => s.Value!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?from=2&to=2")]
    public async Task Get_NothingDiffers_SaysSoWithTheFingerprint(string query)
    {
        var shared = await SharedAgreement.ReturnedAsync(Portal);

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared) + query);

        Assert.Contains("Nothing differs", answer.Main, StringComparison.Ordinal);
        Assert.Contains((await shared.FindAsync()).Newest.ContentHash.Abbreviated, answer.Main, StringComparison.Ordinal);
        Assert.Empty(answer.Document.QuerySelectorAll(".ds-compare"));
    }

    [Fact]
    public async Task Get_VersionThatIsNotTheirs_IsNotFound()
    {
        var shared = await ChangedAsync();
        var drafter = shared.BrowserOf(shared.Drafter);
        var partner = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead));

        foreach (var query in new[] { "?from=1&to=2", "?from=2", "?to=2" })
        {
            Assert.Equal((query, HttpStatusCode.NotFound), (query, (await partner.GetAsync(AddressIn(shared) + query)).Status));
            Assert.Equal((query, HttpStatusCode.OK), (query, (await drafter.GetAsync(AddressIn(shared) + query)).Status));
        }

        foreach (var query in new[] { "?from=3", "?to=0", "?from=new", "?to=99999999999" })
        {
            Assert.Equal((query, HttpStatusCode.NotFound), (query, (await drafter.GetAsync(AddressIn(shared) + query)).Status));
        }

        var theirs = await partner.GetAsync(AddressIn(shared));
        Assert.Contains("nothing to compare it with", theirs.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Sending", theirs.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("1.1", theirs.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_AndDetails_LeadHereWhereThereIsSomethingToCompare()
    {
        var shared = await ChangedAsync();
        var details = $"/agreements/{shared.Reference}";
        var drafter = shared.BrowserOf(shared.Drafter);
        var partner = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead));

        Assert.Equal(
            [AddressIn(shared), AddressIn(shared) + "?from=1&to=2"],
            Links(await drafter.GetAsync(details)).Where(link => !link.Contains("?agreed=", StringComparison.Ordinal))
        );
        Assert.Empty(Links(await partner.GetAsync(details)));

        await shared.SubmitAsync(shared.Drafter);
        Assert.Equal([AddressIn(shared), AddressIn(shared) + "?from=1&to=2"], Links(await partner.GetAsync(details)));
        Assert.Equal([AddressIn(shared)], Links(await partner.GetAsync(details + "/versions/1")));
    }

    [Fact]
    public async Task Get_HostileWords_AreShownAsText()
    {
        var shared = await SharedAgreement.ReturnedAsync(Portal);
        await shared.ReplaceAsync(content =>
            content with
            {
                Title = Hostile.Text,
                Benefits = [.. content.Benefits, new Benefit { Id = "B9", Statement = Hostile.Text }],
            }
        );

        Hostile.AssertShownHarmlessly(await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared)));
    }

    private async Task<SharedAgreement> ChangedAsync()
    {
        var shared = await SharedAgreement.ReturnedAsync(Portal);
        await shared.ReplaceAsync(content =>
            content with
            {
                Title = content.Title!.Replace("Referring", "Sending", StringComparison.Ordinal),
                Ip = "Stays where it is.",
                Flows = [.. content.Flows.SkipLast(1)],
            }
        );
        return shared;
    }

    private static IEnumerable<string> Links(Answer answer) =>
        answer
            .Document.QuerySelectorAll("main a")
            .Select(a => a.GetAttribute("href")!)
            .Where(href => href.Contains("/differences", StringComparison.Ordinal));
}
