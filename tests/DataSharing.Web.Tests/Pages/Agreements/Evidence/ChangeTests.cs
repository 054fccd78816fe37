using System.Net;
using System.Text.Json.Nodes;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Evidence;

public sealed class ChangeTests(Portal portal) : EvidencePageTests(portal)
{
    protected override string Page => "change";

    protected override (string Name, string? Value)[] Filled =>
        [("Form.Title", "Renewed"), ("Form.ValidTo.Day", "31"), ("Form.ValidTo.Month", "1"), ("Form.ValidTo.Year", "2028")];

    [Fact]
    public async Task Post_TitleAndValidity_AreChangedAndToldBeforeAndAfter()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);

        var answer = await browser.SendAsync(AddressIn(shared), Filled);

        Assert.Equal(
            (HttpStatusCode.Redirect, $"/agreements/{shared.Reference}/evidence"),
            (answer.Status, answer.Location?.OriginalString)
        );
        var item = Assert.Single(await shared.EvidenceAsync());
        Assert.Equal(("Renewed", null, new DateOnly(2028, 1, 31)), (item.Title, item.ValidFrom, item.ValidTo!.Value));
        var told = (await shared.TrailAsync())[^1];
        var details = JsonNode.Parse(told.Text())!;
        Assert.Equal(("agreement.evidence-changed", Role.IgOfficer), (told.Name, told.Role!.Value));
        Assert.Equal(
            ("Certificate of the test", "2027-01-31", "Renewed", "2028-01-31"),
            (
                (string?)details["before"]!["title"],
                (string?)details["before"]!["validTo"],
                (string?)details["after"]!["title"],
                (string?)details["after"]!["validTo"]
            )
        );
        var history = (await browser.GetAsync($"/agreements/{shared.Reference}/history")).Main;
        Assert.Contains("Before: “Certificate of the test”, until 31 January 2027", history, StringComparison.Ordinal);
        Assert.Contains("After: “Renewed”, until 31 January 2028", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Invalid_ShowsWhatIsWrongAndKeepsWhatWasTyped()
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();

        var answer = await shared.BrowserOf(shared.Drafter).SendAsync(AddressIn(shared), ("Form.Title", ""), ("Form.ValidTo.Day", "32"));

        Assert.Equal(["Enter a title", "Valid until: “32” is no day. Write a number from 1 to 31"], answer.Errors);
        Assert.Equal(
            (HttpStatusCode.BadRequest, "32"),
            (answer.Status, answer.Document.QuerySelector("input[name='Form.ValidTo.Day']")!.GetAttribute("value"))
        );
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_ColleagueWasFaster_IsRefused()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var opened = await browser.GetAsync(AddressIn(shared));
        await shared
            .BrowserOf(await shared.SomebodyAsync(shared.Council, Role.IgLead))
            .SendAsync(AddressIn(shared), ("Form.Title", "Of a colleague"));
        var before = await shared.FootprintAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await browser.SendAsync(opened, AddressIn(shared), Filled)).Status);
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_PressedTwiceOrNothingChanged_HappensOnce()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var opened = await browser.GetAsync(AddressIn(shared));
        await browser.SendAsync(opened, AddressIn(shared), Filled);
        var once = await shared.FootprintAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(opened, AddressIn(shared), Filled)).Status);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await browser.SendAsync(opened, AddressIn(shared), [.. Filled, Browser.InAnotherWindow])).Status
        );
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(AddressIn(shared))).Status);
        Assert.Equal(once, await shared.FootprintAsync());
    }
}
