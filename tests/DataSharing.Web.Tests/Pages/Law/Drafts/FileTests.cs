using System.Net;
using System.Text;
using DataSharing.Domain;
using DataSharing.Domain.Law;
using DataSharing.Domain.Law.Editions;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Law.Drafts;

public sealed class FileTests(LawPortal portal) : EditionPageTests(portal)
{
    protected override string Address => "/law/drafts/law-book/file";

    [Fact]
    public async Task Download_BroughtBackChanged_TakesThePlaceOfTheDraft()
    {
        await Portal.AsDeliveredAsync();
        var browser = Portal.SignedInAs(await PreparedAsync());
        var file = (await browser.GetAsync(Address + "?handler=Download")).Body;
        var changed = file.Replace("Cannot override other law.", "Changed in the file.", StringComparison.Ordinal);

        Assert.Equal("/law/drafts/law-book", (await browser.SendFileAsync(Address, Encoding.UTF8.GetBytes(changed))).Location?.OriginalString);

        Assert.Equal("Changed in the file.", (await BookAsync()).Gateway("GW-LOC1")!.Limits);
    }

    [Fact]
    public async Task Post_SomebodyElseChangedAnythingMeanwhile_SaysSoAndThenOverrides()
    {
        await Portal.AsDeliveredAsync();
        var (one, two) = (Portal.SignedInAs(await PreparedAsync()), Portal.SignedInAs(await Portal.ASystemAdministratorAsync()));
        var file = Encoding.UTF8.GetBytes((await one.GetAsync(Address + "?handler=Download")).Body.Replace("Cannot override other law.", "From the file.", StringComparison.Ordinal));
        var open = await one.GetAsync(Address);
        await two.SendAsync("/law/drafts/law-book/entry/A6-E", ("Typed.name", "Meanwhile"));

        var conflict = await one.SendFileAsync(open, Address, file);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("while you were writing. Your file was not brought in, for it would undo that.", Assert.Single(conflict.Errors), StringComparison.Ordinal);
        Assert.Equal("Meanwhile", (await BookAsync()).Find("A6-E")!.Name);
        Assert.Equal("/law/drafts/law-book", (await one.SendFileAsync(conflict, Address, file)).Location?.OriginalString);
        Assert.Equal(("Public task", "From the file."), ((await BookAsync()).Find("A6-E")!.Name, (await BookAsync()).Gateway("GW-LOC1")!.Limits));
    }

    [Fact]
    public async Task Post_WithoutAProvisionOfTheReleasedBook_SaysThatItStays()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());
        var file = System.Text.Json.Nodes.JsonNode.Parse((await browser.GetAsync(Address + "?handler=Download")).Body)!;
        var entries = file["entries"]!.AsArray();
        entries.RemoveAt(entries.IndexOf(entries.Single(e => (string?)e!["code"] == "GW-LOC1")));

        var answer = await browser.SendFileAsync(Address, Encoding.UTF8.GetBytes(file.ToJsonString()));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("GW-LOC1: agreements may rest on it, so it stays in the book.", answer.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("{", "The file cannot be brought in. What is wrong is listed below")]
    [InlineData("null", "The file cannot be brought in. What is wrong is listed below")]
    public async Task Post_NoLawBook_SaysSo(string text, string error) =>
        Assert.Equal([error], (await Portal.SignedInAs(await PreparedAsync()).SendFileAsync(Address, Encoding.UTF8.GetBytes(text))).Errors);

    [Fact]
    public async Task Post_WithoutAFile_SaysSo() =>
        Assert.Equal(["Choose a file"], (await Portal.SignedInAs(await PreparedAsync()).SendFileAsync(Address, null)).Errors);
}
