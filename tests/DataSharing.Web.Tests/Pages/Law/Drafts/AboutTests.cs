using System.Net;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Law.Drafts;

public sealed class AboutTests(LawPortal portal) : EditionPageTests(portal)
{
    protected override string Address => "/law/drafts/law-book/about";

    [Fact]
    public async Task Post_Complete_IsWritten()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());

        await browser.SendAsync(
            Address,
            ("Form.Title", "The law of autumn"),
            ("Form.AsOf.Day", "1"),
            ("Form.AsOf.Month", "11"),
            ("Form.AsOf.Year", "2026"),
            ("Form.OpenPoints", "One\r\n\r\nTwo")
        );

        var book = await BookAsync();
        Assert.Equal(("The law of autumn", new DateOnly(2026, 11, 1)), (book.Title, book.AsOf));
        Assert.Equal(["One", "Two"], book.OpenPoints);
    }

    [Fact]
    public async Task Post_SomebodyElseChangedItMeanwhile_ShowsWhatTheySavedAndThenOverrides()
    {
        var (one, two) = (Portal.SignedInAs(await PreparedAsync()), Portal.SignedInAs(await Portal.ASystemAdministratorAsync()));
        var open = await one.GetAsync(Address);
        await two.SendAsync(Address, ("Form.Title", "Theirs"), ("Form.OpenPoints", "One\nTwo"));

        var conflict = await one.SendAsync(open, Address, ("Form.Title", "Mine"), ("Form.OpenPoints", "Two\nThree"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(
            ["Title: what is saved now says “Theirs”", "Open points: what is saved now also has “One”, and does not have “Three”"],
            conflict.Errors.Skip(1)
        );
        Assert.Equal("Mine", conflict.Document.QuerySelector("#Form-Title")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await one.SendAsync(conflict, Address)).Status);
        Assert.Equal("Mine", (await BookAsync()).Title);
    }

    [Fact]
    public async Task Post_SomebodyElseChangedAnotherFieldMeanwhile_KeepsBoth()
    {
        var (one, two) = (Portal.SignedInAs(await PreparedAsync()), Portal.SignedInAs(await Portal.ASystemAdministratorAsync()));
        var open = await one.GetAsync(Address);
        await two.SendAsync(Address, ("Form.OpenPoints", "Theirs"), ("Form.AsOf.Day", "2"));

        Assert.Equal(HttpStatusCode.Redirect, (await one.SendAsync(open, Address, ("Form.Title", "Mine"))).Status);

        var book = await BookAsync();
        Assert.Equal(("Mine", 2, "Theirs"), (book.Title, book.AsOf.Day, Assert.Single(book.OpenPoints)));
    }

    [Fact]
    public async Task Post_WhereOneFieldIsInConflict_ShowsTheOthersAsTheyAreSaved()
    {
        var (one, two) = (Portal.SignedInAs(await PreparedAsync()), Portal.SignedInAs(await Portal.ASystemAdministratorAsync()));
        var open = await one.GetAsync(Address);
        await two.SendAsync(Address, ("Form.OpenPoints", "Theirs"), ("Form.Title", "Theirs"));

        var conflict = await one.SendAsync(open, Address, ("Form.Title", "Mine"));

        Assert.Equal(["Title: what is saved now says “Theirs”"], conflict.Errors.Skip(1));
        Assert.Equal("Theirs", conflict.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Redirect, (await one.SendAsync(conflict, Address)).Status);
        Assert.Equal(("Mine", "Theirs"), ((await BookAsync()).Title, Assert.Single((await BookAsync()).OpenPoints)));
    }

    [Theory]
    [InlineData("Form.Title", "", "Enter a title")]
    [InlineData("Form.Title", "A bell\a", "This text holds the control character U+0007. Only line breaks and tabs are allowed.")]
    [InlineData("Form.OpenPoints", "Nothing\u0001", "This text holds the control character U+0001. Only line breaks and tabs are allowed.")]
    [InlineData("Form.AsOf.Month", "13", "Enter a real date, like 30 6 2027")]
    public async Task Post_Invalid_SaysWhatIsWrong(string field, string value, string error) =>
        Assert.Equal([error], (await Portal.SignedInAs(await PreparedAsync()).SendAsync(Address, (field, value))).Errors);

    [Fact]
    public async Task Post_TheLawOfYearsToCome_IsRefused() =>
        Assert.StartsWith(
            "The law as at: the day may be at most a year ahead, ",
            Assert.Single((await Portal.SignedInAs(await PreparedAsync()).SendAsync(Address, ("Form.AsOf.Year", "2099"))).Errors),
            StringComparison.Ordinal
        );
}
