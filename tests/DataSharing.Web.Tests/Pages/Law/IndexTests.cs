using System.Net;
using AngleSharp.Dom;
using DataSharing.Domain.Law;
using DataSharing.Web.Pages.Law;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Law;

public class IndexTests(Portal portal)
{
    private static readonly LawBook Book = LawBook.First;

    [Fact]
    public async Task Get_NothingAsked_ShowsEachKindTheBookAndItsOpenPoints()
    {
        var answer = await AskAsync("/law");

        Assert.Equal((HttpStatusCode.OK, "Law"), (answer.Status, answer.Heading));
        Assert.Equal(
            LawKind.All.Where(kind => Book.Entries.Any(kind.Holds)).Select(kind => kind.Name),
            answer.Document.QuerySelectorAll(".ds-law-kinds a").Select(a => a.TextContent)
        );
        Assert.Contains("Law book 1", answer.Main, StringComparison.Ordinal);
        Assert.Contains("1 September 2026", answer.Main, StringComparison.Ordinal);
        Assert.Contains(Book.Sha256, answer.Main, StringComparison.Ordinal);
        Assert.Equal(
            Book.OpenPoints,
            answer.Document.QuerySelectorAll("section[aria-labelledby=open-points] li").Select(li => li.TextContent)
        );
    }

    [Fact]
    public async Task Get_EachKindOfTheOverview_LeadsToItsEntriesAndTogetherToAllOfThem()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var overview = await browser.GetAsync("/law");

        var seen = new List<string>();
        foreach (var link in overview.Document.QuerySelectorAll(".ds-law-kinds a"))
        {
            seen.AddRange(Codes(await browser.GetAsync(link.GetAttribute("href")!)));
        }

        Assert.Equal(Book.Entries.Select(entry => entry.Code), seen);
    }

    [Fact]
    public async Task Get_WholeBook_TellsOfEachEntryNameExplanationCitationAndStatus()
    {
        var answer = await AskAsync("/law?kind=all");

        Assert.Equal(Book.Entries.Select(entry => entry.Code), Codes(answer));
        foreach (var (entry, row) in Book.Entries.Zip(Rows(answer)))
        {
            Assert.Equal(entry.Name, row.QuerySelector("th a")!.TextContent);
            Assert.Equal(entry.Explanation, Cell(row, "In short"));
            Assert.Equal(entry.Citation, Cell(row, "Citation"));
            Assert.Equal(entry.Url, row.QuerySelector("td[data-label=Citation] a")?.GetAttribute("href"));
            Assert.NotEmpty(row.QuerySelector("td[data-label=Status] .ds-state")!.TextContent);
        }
    }

    [Fact]
    public async Task Get_WholeBook_SaysOfWhateverIsUnverifiedWhyAndNeverMarksItDone()
    {
        var answer = await AskAsync("/law?kind=all");

        foreach (var (entry, row) in Book.Entries.Zip(Rows(answer)))
        {
            var status = Cell(row, "Status");
            Assert.Equal(entry.Unverified is not null, status.Contains("To be confirmed:", StringComparison.Ordinal));
            Assert.Equal(entry.Unverified is null && entry.Status is LegalStatus.InForce, row.QuerySelector(".ds-state--done") is not null);
            Assert.Contains(entry.Unverified ?? "", status, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("A6-E", "In force since 25 May 2018")]
    [InlineData("A6-A", "In force since 25 May 2018, with a point to confirm")]
    [InlineData("GW-CA04-16LA", "Enacted, not commenced")]
    [InlineData("GW-LGA2000-2", "Repealed (last day 31 October 2021)")]
    [InlineData("GW-WRA131", "In force since 2 July 2012, with a point to confirm")]
    public async Task Get_EntryOfEachStatus_SaysItInWords(string code, string words)
    {
        var answer = await AskAsync($"/law?q={code}");

        Assert.Equal(words, Rows(answer)[0].QuerySelector(".ds-state")!.TextContent);
    }

    [Fact]
    public async Task Get_Words_FindsWhatTheBookFindsWithAnExactCodeFirst()
    {
        Assert.Equal("A6-E", Codes(await AskAsync("/law?q=a6-e"))[0]);
        Assert.Equal(
            Book.Search("fuel poverty").Select(entry => entry.Code),
            Codes(await AskAsync("/law?q=fuel+poverty&kind=all&status="))
        );
    }

    [Fact]
    public async Task Get_WordsAndKindAndStatus_MustAllFit()
    {
        Assert.Equal(["GW-LGA2000-2"], Codes(await AskAsync("/law?q=council&kind=gateways&status=Repealed")));
        Assert.All(Codes(await AskAsync("/law?kind=lawful-bases&status=InForce")), code => Assert.NotNull(Book.LawfulBasis(code)));
        Assert.Equal(
            Book.Entries.Where(entry => entry.Unverified is not null).Select(entry => entry.Code),
            Codes(await AskAsync("/law?status=ToBeConfirmed"))
        );
    }

    [Fact]
    public async Task Get_NameOfACountry_ShowsItWithItsCondition()
    {
        var answer = await AskAsync("/law?q=japan");

        var row = Assert.Single(answer.Document.QuerySelectorAll(".ds-law-countries tbody tr"));
        Assert.Contains("Japan", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "business subject to the Act on the Protection of Personal Information (APPI)",
            Cell(row, "Condition"),
            StringComparison.Ordinal
        );
        Assert.Equal(Book.AdequateCountry("JP")!.Url, row.QuerySelector("td[data-label=Citation] a[rel=external]")!.GetAttribute("href"));
        Assert.Contains("Approved since 31 December 2020, with a point to confirm", Cell(row, "Status"), StringComparison.Ordinal);
        Assert.Contains("To be confirmed: " + Book.AdequateCountry("JP")!.Unverified, Cell(row, "Status"), StringComparison.Ordinal);
        Assert.Null(row.QuerySelector(".ds-state--done"));
    }

    [Fact]
    public async Task Get_Transfers_ListsEveryApprovedCountry()
    {
        var answer = await AskAsync("/law?kind=transfers");

        Assert.Equal(Book.AdequateCountries.Count, answer.Document.QuerySelectorAll(".ds-law-countries tbody tr").Length);
    }

    [Fact]
    public async Task Get_ToBeConfirmed_FindsOnlyTheCountriesWithSomethingOpen()
    {
        var answer = await AskAsync("/law?kind=transfers&status=ToBeConfirmed");

        Assert.Equal(
            Book.AdequateCountries.Where(country => country.Unverified is not null)
                .Select(country => country.Country)
                .Order(StringComparer.Ordinal),
            answer
                .Document.QuerySelectorAll(".ds-law-countries tbody .ds-law-code")
                .Select(code => code.TextContent)
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("/law?q=zeppelin")]
    [InlineData("/law?status=Lapsed")]
    public async Task Get_NothingFits_SaysSoAndLeadsBack(string address)
    {
        var answer = await AskAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("The book has nothing for that", answer.Main, StringComparison.Ordinal);
        Assert.Empty(answer.Document.QuerySelectorAll("main table"));
        Assert.NotNull(answer.Document.QuerySelector("main p a[href='/law']"));
    }

    [Fact]
    public async Task Get_HostileText_IsShownAsText()
    {
        const string hostile = "\"><script>alert(1)</script>";

        var answer = await AskAsync("/law?kind=%22%3E%3Cb%3E&status=99&q=" + Uri.EscapeDataString(hostile));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Document.QuerySelectorAll("script"));
        Assert.Equal(hostile, answer.Document.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Contains(hostile, answer.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AChoiceThatIsNone_CountsAsNotSaid()
    {
        Assert.Equal("Law", (await AskAsync("/law?kind=nonsense&status=0")).Heading);
        Assert.NotEmpty((await AskAsync("/law?kind=nonsense&status=0")).Document.QuerySelectorAll(".ds-law-kinds a"));
    }

    [Fact]
    public async Task Menu_OnALawPage_MarksLaw()
    {
        var answer = await AskAsync("/law");

        Assert.Equal("Law", answer.Document.QuerySelector("nav [aria-current]")?.TextContent);
    }

    [Fact]
    public async Task Get_TheLawOnADay_ShowsWhatThenHeld()
    {
        var before = await AskAsync("/law?kind=lawful-bases&on=2026-02-04");
        var after = await AskAsync("/law?kind=lawful-bases&on=2026-02-05");

        Assert.DoesNotContain("A6-EA", Codes(before));
        Assert.Contains("A6-EA", Codes(after));
        Assert.Contains("The law on 4 February 2026", before.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheLawOnADayBeforeARepeal_ShowsItAsInForceUntilThen()
    {
        var before = Rows(await AskAsync("/law?kind=gateways&on=2021-10-31"))
            .Single(row => row.QuerySelector(".ds-law-code")!.TextContent == "GW-LGA2000-2");

        Assert.Equal(
            "In force since 18 October 2000, until 31 October 2021, with a point to confirm",
            before.QuerySelector(".ds-state")!.TextContent
        );
        Assert.DoesNotContain("GW-LGA2000-2", Codes(await AskAsync("/law?kind=gateways&on=2021-11-01")));
    }

    [Fact]
    public async Task Get_AnyStatusOnADay_ShowsWhatThenHeldAndWhatDidNot()
    {
        var any = await AskAsync($"/law?kind=lawful-bases&on=2026-02-04&status={LawSearch.AnyStatus}");

        Assert.Equal(Book.Of<LawfulBasis>().Select(basis => basis.Code), Codes(any));
        Assert.Equal(LawSearch.AnyStatus, Status(any));
        Assert.Equal(nameof(Standing.InForce), Status(await AskAsync("/law?kind=lawful-bases&on=2026-02-04&status=")));
        Assert.DoesNotContain("A6-EA", Codes(await AskAsync("/law?kind=lawful-bases&on=2026-02-04&status=")));

        static string? Status(Answer answer) => ((AngleSharp.Html.Dom.IHtmlSelectElement)answer.Document.QuerySelector("#status")!).Value;
    }

    [Theory]
    [InlineData("0001-01-01", "early")]
    [InlineData("1999-12-31", "early")]
    [InlineData("2101-01-01", "late")]
    public async Task Get_ADayThatNoBookKnows_SaysSo(string day, string how)
    {
        var answer = await AskAsync("/law?kind=lawful-bases&on=" + day);

        Assert.Contains($"The book says nothing of so {how} a day.", answer.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("as law book", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ADayBeforeTheFirstRelease_SaysNothingOfTheBookOfThatDay()
    {
        var answer = await AskAsync("/law?kind=lawful-bases&on=2019-01-01");

        Assert.Contains("The law on 1 January 2019, as law book", answer.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("On that day agreements were judged", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NothingOnADay_NamesTheDayAndTheStatusAndOffersAnyStatus()
    {
        var answer = await AskAsync("/law?kind=lawful-bases&on=2001-01-01&q=A6-EA");

        Assert.Contains(
            "The book has nothing for that on 1 January 2001 with the status “In force”: “A6-EA”",
            answer.Main,
            StringComparison.Ordinal
        );
        var any = answer
            .Document.QuerySelectorAll("main p a")
            .Single(link => link.TextContent == "Search in any status")
            .GetAttribute("href")!;
        Assert.Equal(["A6-EA"], Codes(await AskAsync(any)));
    }

    [Fact]
    public async Task Get_ADay_IsKeptInLinksToEntriesAndTheFormIsOpen()
    {
        var answer = await AskAsync("/law?kind=lawful-bases&on=2026-02-05");

        Assert.All(
            Rows(answer),
            row => Assert.EndsWith("?on=2026-02-05", row.QuerySelector("th a")!.GetAttribute("href"), StringComparison.Ordinal)
        );
        Assert.True(answer.Document.QuerySelector(".ds-filter details")!.HasAttribute("open"));
        Assert.False(
            (await AskAsync("/law?kind=lawful-bases&status=any&who=&on="))
                .Document.QuerySelector(".ds-filter details")!
                .HasAttribute("open")
        );
    }

    [Fact]
    public async Task Get_NoDay_SaysSoAndShowsToday()
    {
        var answer = await AskAsync("/law?kind=lawful-bases&on=" + Uri.EscapeDataString(Hostile.Text));

        Hostile.AssertShownHarmlessly(answer, "is no day");
        Assert.Contains("A6-EA", Codes(answer));
    }

    [Fact]
    public async Task Get_ByWhoMayUseIt_LeavesOutWhatIsNotForThem()
    {
        var codes = Codes(await AskAsync("/law?kind=gateways&who=council"));

        Assert.Contains("GW-LOC1", codes);
        Assert.DoesNotContain("GW-CROWN", codes);
        Assert.Equal(
            Book.Of<Gateway>()
                .Where(gateway => gateway.OpenTo.Count == 0 || gateway.OpenTo.Contains(BodyKind.Insurer))
                .Select(gateway => gateway.Code),
            Codes(await AskAsync("/law?kind=gateways&who=insurer"))
        );
    }

    [Theory]
    [InlineData("council", "A6-F,A6-EA")]
    [InlineData("charity", "")]
    [InlineData("", "")]
    public async Task Get_ByWhoMayUseIt_SaysWhatIsBarredToTheTasksOfAPublicAuthority(string who, string codes)
    {
        var rows = Rows(await AskAsync("/law?kind=lawful-bases&who=" + who));

        Assert.Equal(
            Book.Of<LawfulBasis>().Select(basis => basis.Code),
            rows.Select(row => row.QuerySelector(".ds-law-code")!.TextContent)
        );
        Assert.Equal(
            codes.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            rows.Where(row => Cell(row, "In short").Contains("Not for a public authority’s own tasks", StringComparison.Ordinal))
                .Select(row => row.QuerySelector(".ds-law-code")!.TextContent)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Get_ABookThatWasNeverReleased_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/law?book=99")).Status);

    private async Task<Answer> AskAsync(string address) =>
        await portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)).GetAsync(address);

    private static List<IElement> Rows(Answer answer) => [.. answer.Document.QuerySelectorAll(".ds-law tbody tr")];

    private static List<string> Codes(Answer answer) => [.. Rows(answer).Select(row => row.QuerySelector(".ds-law-code")!.TextContent)];

    private static string Cell(IElement row, string label) => row.QuerySelector($"td[data-label='{label}']")!.TextContent.Trim();
}
