using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
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

        Assert.Equal(
            "/law/drafts/law-book",
            (await browser.SendFileAsync(Address, Encoding.UTF8.GetBytes(changed))).Location?.OriginalString
        );

        Assert.Equal("Changed in the file.", (await BookAsync()).Gateway("GW-LOC1")!.Limits);
    }

    [Fact]
    public async Task Post_SomebodyElseChangedAnythingMeanwhile_SaysSoAndThenOverrides()
    {
        await Portal.AsDeliveredAsync();
        var (one, two) = (Portal.SignedInAs(await PreparedAsync()), Portal.SignedInAs(await Portal.ASystemAdministratorAsync()));
        var file = Encoding.UTF8.GetBytes(
            (await one.GetAsync(Address + "?handler=Download")).Body.Replace(
                "Cannot override other law.",
                "From the file.",
                StringComparison.Ordinal
            )
        );
        var open = await one.GetAsync(Address);
        await two.SendAsync("/law/drafts/law-book/entry/A6-E", ("Typed.name", "Meanwhile"));

        var conflict = await one.SendFileAsync(open, Address, file);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains(
            "while you were writing. Your file was not brought in, for it would undo that.",
            Assert.Single(conflict.Errors),
            StringComparison.Ordinal
        );
        Assert.Equal("Meanwhile", (await BookAsync()).Find("A6-E")!.Name);
        Assert.Equal("/law/drafts/law-book", (await one.SendFileAsync(conflict, Address, file)).Location?.OriginalString);
        Assert.Equal(
            ("Public task", "From the file."),
            ((await BookAsync()).Find("A6-E")!.Name, (await BookAsync()).Gateway("GW-LOC1")!.Limits)
        );
    }

    [Fact]
    public async Task Post_WithoutAProvisionOfTheReleasedBook_SaysThatItStays()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());
        var file = JsonNode.Parse((await browser.GetAsync(Address + "?handler=Download")).Body)!;
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

    [Theory]
    [InlineData("entries", "entries[0] holds null.")]
    [InlineData("openPoints", "openPoints[0] holds null.")]
    [InlineData("adequateCountries", "adequateCountries[0] holds null.")]
    [InlineData("specifiedPersons", "specifiedPersons[0] holds null.")]
    public async Task Post_NullInAList_SaysWhereItStands(string list, string problem)
    {
        var answer = await SendChangedAsync(book =>
            (list == "specifiedPersons" ? Entry(book, "GW-DEA35") : book)[list]!.AsArray().Insert(0, null)
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(problem, answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhatAFormWouldRefuse_IsRefused()
    {
        var answer = await SendChangedAsync(book =>
        {
            var entry = Entry(book, "GW-LOC1").DeepClone();
            entry["code"] = "new";
            book["entries"]!.AsArray().Add(entry);
            book["adequateCountries"]!.AsArray().RemoveAt(0);
            Entry(book, "GW-DEA35")["purpose"] = new string('x', 4001);
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("new: The code must be capital letters and digits", answer.Main, StringComparison.Ordinal);
        Assert.Contains("stays in the list, for agreements may rest on it. Give it a last day", answer.Main, StringComparison.Ordinal);
        Assert.Contains("GW-DEA35: purpose must be 4,000 characters or fewer", answer.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"number": 2, "title": h}""", "Line 1 is not JSON from its character")]
    [InlineData("""{"number": 2, "entries": [{"kind": "Gateway"}]}""", "Entry 1: it lacks")]
    public async Task Post_WhatIsNoBook_SaysWhereInTheWordsOfWhoeverWritesOne(string text, string problem)
    {
        var answer = await Portal.SignedInAs(await PreparedAsync()).SendFileAsync(Address, Encoding.UTF8.GetBytes(text));

        Assert.Contains(problem, answer.Main, StringComparison.Ordinal);
        Assert.All(
            ["Path:", "LineNumber", "DataSharing.", ".NET"],
            word => Assert.DoesNotContain(word, answer.Main, StringComparison.Ordinal)
        );
    }

    private async Task<Answer> SendChangedAsync(Action<JsonObject> change)
    {
        var browser = Portal.SignedInAs(await PreparedAsync());
        var book = JsonNode.Parse((await browser.GetAsync(Address + "?handler=Download")).Body)!.AsObject();
        change(book);
        return await browser.SendFileAsync(Address, Encoding.UTF8.GetBytes(book.ToJsonString()));
    }

    private static JsonObject Entry(JsonObject book, string code) =>
        book["entries"]!.AsArray().Select(e => e!.AsObject()).Single(e => (string?)e["code"] == code);

    [Fact]
    public async Task Post_WithoutAFile_SaysSo() =>
        Assert.Equal(["Choose a file"], (await Portal.SignedInAs(await PreparedAsync()).SendFileAsync(Address, null)).Errors);
}
