using System.Net;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Law.Drafts;

public sealed class CountriesTests(LawPortal portal) : EditionPageTests(portal)
{
    protected override string Address => "/law/drafts/law-book/countries";

    [Fact]
    public async Task Post_AsItIsShown_ChangesNothing()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());
        var before = await BookAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(Address)).Status);

        Assert.True(LawBookDifference.Between(before, await BookAsync()).IsEmpty);
    }

    [Fact]
    public async Task Post_EndedAndAdded_IsWritten()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());
        var shown = (await browser.GetAsync(Address)).Document.QuerySelector("textarea")!.TextContent;
        var line = shown.Split('\n').Single(l => l.StartsWith("UY", StringComparison.Ordinal));

        await browser.SendAsync(
            Address,
            (
                "Form.Countries",
                shown.Replace(line, "UY; Uruguay; DPA 2018 Sch 21; 2020-12-31; 2026-12-31", StringComparison.Ordinal)
                    + "\nBR; Brazil; SI 2026/1; 2026-10-01;; Public bodies only"
                    + "\nCL; Chile; SI 2026/2; 2026-11-01;;; https://www.legislation.gov.uk/uksi/2026/2; Its day; its limits"
            )
        );

        var book = await BookAsync();
        Assert.Equal((new DateOnly(2026, 12, 31), null), (book.AdequateCountry("UY")!.ValidTo, book.AdequateCountry("UY")!.Url));
        Assert.Equal(
            ("Public bodies only", null, null),
            (book.AdequateCountry("BR")!.Condition, book.AdequateCountry("BR")!.Url, book.AdequateCountry("BR")!.Unverified)
        );
        Assert.Equal(
            (null, "https://www.legislation.gov.uk/uksi/2026/2", "Its day; its limits"),
            (book.AdequateCountry("CL")!.Condition, book.AdequateCountry("CL")!.Url, book.AdequateCountry("CL")!.Unverified)
        );
        Assert.Contains(
            "https://www.legislation.gov.uk/uksi/2026/2",
            (await browser.GetAsync("/law/drafts/law-book")).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_SomebodyElseChangedItMeanwhile_ShowsWhatTheySavedAndThenOverrides()
    {
        var (one, two) = (Portal.SignedInAs(await PreparedAsync()), Portal.SignedInAs(await Portal.ASystemAdministratorAsync()));
        var open = await one.GetAsync(Address);
        var shown = open.Document.QuerySelector("textarea")!.TextContent;
        await two.SendAsync(Address, ("Form.Countries", shown + "\nBR; Brazil; SI 2026/1; 2026-10-01"));

        var conflict = await one.SendAsync(open, Address, ("Form.Countries", shown + "\nCL; Chile; SI 2026/2; 2026-11-01"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(
            "Countries: what is saved now also has “BR; Brazil; SI 2026/1; 2026-10-01”, and does not have “CL; Chile; SI 2026/2; 2026-11-01”",
            conflict.Errors[1]
        );
        Assert.Contains("CL; Chile", conflict.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await one.SendAsync(conflict, Address)).Status);
        Assert.Equal(
            (true, false),
            ((await BookAsync()).AdequateCountry("CL") is not null, (await BookAsync()).AdequateCountry("BR") is not null)
        );
    }

    [Fact]
    public async Task Post_TheUnitedKingdom_IsNoApprovedCountry()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());
        var shown = (await browser.GetAsync(Address)).Document.QuerySelector("textarea")!.TextContent;

        Assert.StartsWith(
            "GB is the United Kingdom itself",
            Assert.Single((await browser.SendAsync(Address, ("Form.Countries", shown + "\nGB; Home; SI 1; 2026-10-01"))).Errors),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_ANameWithASemicolon_IsShownSoThatItIsReadBack()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());
        var before = await BookAsync();
        var country = before.AdequateCountry("UY")! with
        {
            Citation = "SI 2026/1; SI 2026/2",
            ValidTo = null,
            Condition = "One; two",
            Unverified = "Three; four",
        };
        await PreparedAsync(book => book.With([.. book.AdequateCountries.Select(c => c.Country == "UY" ? country : c)]));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(Address)).Status);

        Assert.Equal(country, (await BookAsync()).AdequateCountry("UY"));
    }

    [Theory]
    [InlineData(
        "BR; Brazil\a; SI 1; 2026-01-01",
        "Line 1 cannot be kept: This text holds the control character U+0007. Only line breaks and tabs are allowed."
    )]
    [InlineData("XX", "Line 1 has a code, a name, a citation and a first day, parted by semicolons")]
    [InlineData("\nBR\tBrazil\tSI 1\t2026-01-01\tsoon", "Line 2 says “soon”: write a day as 2027-03-31")]
    [InlineData("BR; Brazil; SI 1; 2026-01-01;;; https://elsewhere.example", "BR: the address must be on legislation.gov.uk.")]
    [InlineData("BR; Brazil; SI 1; yesterday", "Line 1 says “yesterday”: write a day as 2027-03-31")]
    [InlineData("BR; Brazil; SI 1; 2026-01-01", "stays in the list, for agreements may rest on it. Give it a last day")]
    public async Task Post_Invalid_SaysWhatIsWrong(string countries, string error) =>
        Assert.EndsWith(
            error,
            Assert.Single((await Portal.SignedInAs(await PreparedAsync()).SendAsync(Address, ("Form.Countries", countries))).Errors),
            StringComparison.Ordinal
        );
}
