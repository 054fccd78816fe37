using System.Net;
using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

public sealed class ReplaceTests(Portal portal) : AgreementActionTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/replace";

    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.DraftAsync(Portal);

    private protected override Task<SharedAgreement> NotNowAsync() => SharedAgreement.InApprovalAsync(Portal);

    [Fact]
    public async Task Post_File_TakesThePlaceOfTheContentAndTells()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);

        var answer = await browser.SendFileAsync(
            AddressIn(shared),
            await SampleFile.ReadAsync(file => file["content"]!["title"] = "Better")
        );

        Assert.Equal((HttpStatusCode.Redirect, $"/agreements/{shared.Reference}/check"), (answer.Status, answer.Location?.OriginalString));
        var version = (await shared.FindAsync()).Newest;
        Assert.Equal(("Better", 2), (version.Title, version.Revision));
        await shared.AssertToldAsync("agreement.content-replaced", shared.Drafter, Role.IgOfficer);
    }

    [Fact]
    public async Task Post_WhatWasDownloaded_IsTheSameContent()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var file = await browser.Client.GetByteArrayAsync(
            $"/agreements/{shared.Reference}/versions/1/file",
            TestContext.Current.CancellationToken
        );
        var before = (await shared.FindAsync()).Newest.ContentHash;

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFileAsync(AddressIn(shared), file)).Status);
        Assert.Equal(before, (await shared.FindAsync()).Newest.ContentHash);
    }

    [Fact]
    public async Task Post_ReplacedMeanwhile_IsRefusedAndTheOtherStays()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var opened = await browser.GetAsync(AddressIn(shared));
        await shared.DoAsync(
            await shared.SomebodyAsync(shared.Council, Role.IgOfficer),
            change =>
                change.Agreement.ReplaceContent(
                    AgreementDocument.Of(change.Agreement.Newest.Document.Content with { Title = "A colleague’s" }),
                    Seen.Of(change.Agreement.Newest),
                    change.Actor,
                    change.Now
                )
        );

        var answer = await browser.SendFileAsync(opened, AddressIn(shared), await SampleFile.ReadAsync());

        Assert.Equal((HttpStatusCode.Conflict, "That is not possible now"), (answer.Status, answer.Heading));
        Assert.Equal("A colleague’s", (await shared.FindAsync()).Newest.Title);
    }

    [Fact]
    public async Task Post_PressedTwice_HappensOnce()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var opened = await browser.GetAsync(AddressIn(shared));
        var file = await SampleFile.ReadAsync(content => content["content"]!["title"] = "Better");

        var first = await browser.SendFileAsync(opened, AddressIn(shared), file);
        var second = await browser.SendFileAsync(opened, AddressIn(shared), file);
        var later = await browser.SendFileAsync(opened, AddressIn(shared), file, Browser.InAnotherWindow);

        Assert.Equal((first.Status, first.Location), (second.Status, second.Location));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.Status, later.Status));
        Assert.Single(await shared.TrailAsync(), e => e.Name == "agreement.content-replaced");
    }

    [Fact]
    public async Task Post_WrongFile_ListsWhatIsWrongAndLeavesTheDraft()
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();

        var answer = await shared
            .BrowserOf(shared.Drafter)
            .SendFileAsync(AddressIn(shared), await SampleFile.ReadAsync(file => file["content"]!["surprise"] = Hostile.Text));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["The file cannot be brought in. What is wrong is listed below"], answer.Errors);
        Assert.Equal(["/content/surprise"], answer.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()));
        Assert.Equal(
            (await shared.FindAsync()).Newest.ContentHash.Hex,
            answer.Document.QuerySelector("[name='Form.Hash']")!.GetAttribute("value")
        );
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_NoFile_IsRefused()
    {
        var shared = await ReadyAsync();

        var answer = await shared.BrowserOf(shared.Drafter).SendFileAsync(AddressIn(shared), null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["Choose a file"], answer.Errors);
    }

    [Fact]
    public async Task Post_WithoutSayingOnWhichContent_SaysSo()
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();

        var answer = await shared
            .BrowserOf(shared.Drafter)
            .SendFileAsync(AddressIn(shared), await SampleFile.ReadAsync(), ("Form.Hash", "no hash"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_AfterAReturn_ChangesTheNewVersionOnly()
    {
        var shared = await SharedAgreement.ReturnedAsync(Portal);
        var hash = (await shared.FindAsync()).Version(1)!.ContentHash;

        await shared
            .BrowserOf(shared.Drafter)
            .SendFileAsync(AddressIn(shared), await SampleFile.ReadAsync(file => file["content"]!["title"] = "Better"));

        var agreement = await shared.FindAsync();
        Assert.Equal((hash, "Better"), (agreement.Version(1)!.ContentHash, agreement.Version(2)!.Title));
    }
}

/// <summary>Sample 7.2 as the file that somebody uploads.</summary>
internal static class SampleFile
{
    public static async Task<byte[]> ReadAsync(Action<JsonNode>? change = null, string sample = "7-2")
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Samples", $"{sample}.agreement.json");
        var file = JsonNode.Parse(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))!;
        change?.Invoke(file);
        return System.Text.Encoding.UTF8.GetBytes(file.ToJsonString());
    }
}
