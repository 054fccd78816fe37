using System.Net;
using System.Reflection;
using DataSharing.Domain.Law;
using DataSharing.Web.Pages.Law;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Law;

public class EntryTests(Portal portal)
{
    /// <summary>Of every law book that comes with the portal.</summary>
    private static IEnumerable<(LawEntry Entry, LawBook Book)> Entries =>
        new[] { LawBook.First, LawBook.Shipped }.SelectMany(book => book.Entries.Select(entry => (entry, book)));

    private static readonly LawBook Book = LawBook.First;

    [Fact]
    public async Task Every_kind_of_entry_has_a_page_that_says_every_text_of_the_book_about_it()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var said = new HashSet<(Type, string)>();

        // Between them they say all that any entry of their kind says.
        foreach (var entry in Book.Entries.OrderByDescending(e => TextsOf(e).Count()))
        {
            var before = said.Count;
            said.UnionWith(TextsOf(entry).Select(text => (entry.GetType(), text.Member)));
            if (said.Count == before)
            {
                continue;
            }

            var answer = await browser.GetAsync($"/law/{entry.Code}");

            Assert.Equal((entry.Code, HttpStatusCode.OK, entry.Name), (entry.Code, answer.Status, answer.Heading));
            Assert.Contains(entry.Code, answer.Main, StringComparison.Ordinal);
            Assert.All(TextsOf(entry), text => Assert.Contains(text.Text, answer.Main, StringComparison.OrdinalIgnoreCase));
            Assert.All(
                LawEntryFacts.Of(entry, Book).SelectMany(fact => fact.Lines),
                line => Assert.Contains(line.Text, answer.Main, StringComparison.Ordinal)
            );
        }
    }

    /// <summary>What the page says beside these facts it says of every entry in the same place.</summary>
    [Fact]
    public void Every_text_of_an_entry_is_among_its_facts()
    {
        string[] elsewhere =
        [
            nameof(LawEntry.Code),
            nameof(LawEntry.Name),
            nameof(LawEntry.Explanation),
            nameof(LawEntry.Citation),
            nameof(LawEntry.Unverified),
        ];
        foreach (var (entry, book) in Entries)
        {
            var facts = LawEntryFacts.Of(entry, book).SelectMany(fact => fact.Lines).Select(line => $"{line.Text} {line.Code}").ToList();

            Assert.All(
                TextsOf(entry).Where(text => !elsewhere.Contains(text.Member)),
                text => Assert.Contains(facts, fact => fact.Contains(text.Text, StringComparison.OrdinalIgnoreCase))
            );
        }
    }

    [Fact]
    public void Every_flag_of_an_entry_is_said_in_words()
    {
        foreach (var (entry, book) in Entries)
        {
            // Of the flag that holds unless it is said, the opposite is worth saying.
            var flags = entry
                .GetType()
                .GetProperties()
                .Where(property => property.PropertyType == typeof(bool) && property.CanWrite)
                .Count(property => (bool)property.GetValue(entry)! != (property.Name == nameof(Gateway.IsPowerToDisclose)));
            var told = LawEntryFacts.Of(entry, book).Where(fact => fact.Term == LawEntryFacts.Conditions).Sum(fact => fact.Lines.Count);

            Assert.Equal((entry.Code, flags), (entry.Code, told));
        }
    }

    [Fact]
    public void Every_code_that_an_entry_names_has_words()
    {
        (string Code, string Words)[] told =
        [
            .. LawBook
                .Shipped.Of<Gateway>()
                .SelectMany(gateway => gateway.AllowedPurposeCodes ?? [])
                .Select(code => (code, GatewayPurposes.InWords(code))),
            .. Book.Of<Gateway>().SelectMany(gateway => gateway.LiftsBars).Select(code => (code, LawWording.Bar(code))),
            .. Book.Of<Schedule1Paragraph>()
                .SelectMany(paragraph => paragraph.AllowedNoConsentReasons)
                .Select(code => (code, LawWording.ReasonForNoConsent(code))),
        ];

        // A code of one word, such as Licensing, is a word already.
        Assert.All(told.Where(x => x.Code.Skip(1).Any(char.IsUpper)), x => Assert.NotEqual(x.Code, x.Words));
    }

    [Fact]
    public async Task Get_Gateway_TellsWhoWhatForWhomAndWhichRulesLook()
    {
        var answer = await AskAsync("/law/GW-DEA35");

        Assert.Equal(
            "https://www.legislation.gov.uk/ukpga/2017/30/section/35",
            answer.Document.QuerySelector("dd a[rel=external]")!.GetAttribute("href")
        );
        Assert.Contains("England, Wales and Scotland", answer.Main, StringComparison.Ordinal);
        Assert.Contains("Multiple disadvantages", answer.Main, StringComparison.Ordinal);
        var bodies = answer
            .Document.QuerySelectorAll("main tbody tr th")
            .Select(body => string.Join(' ', body.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ToArray();
        Assert.Contains("Department for Work and Pensions GOVUK-SLUG:department-for-work-pensions", bodies);
        Assert.Contains("Councils of metropolitan districts ONS-GSS:E08* every identifier that begins so", bodies);
        Assert.Contains("DEA 2017 Sch 4 para 12.", answer.Main, StringComparison.Ordinal);
        Assert.Contains("HM Revenue and Customs", answer.Main, StringComparison.Ordinal);
        Assert.Contains("public register of information sharing agreements", answer.Main, StringComparison.Ordinal);
        Assert.NotNull(answer.Document.QuerySelector("section a[href='/law/rules?id=DSA-048']"));
    }

    [Fact]
    public async Task Get_AddressInLowerCase_IsTheSamePage() => Assert.Equal("Public task", (await AskAsync("/law/a6-e")).Heading);

    [Theory]
    [InlineData("GW-WRA131")]
    [InlineData("PL-ANX2-5")]
    public async Task Get_Unverified_SaysToBeConfirmedWithTheReasonAndIsNotMarkedDone(string code)
    {
        var answer = await AskAsync($"/law/{code}");

        var note = answer.Document.QuerySelector(".ds-note--warn")!.TextContent;
        Assert.Equal("To be confirmed: " + Book.Find(code)!.Unverified, note.Trim());
        Assert.Null(answer.Document.QuerySelector("main .ds-state--done"));
    }

    [Theory]
    [InlineData("GW-WRA131", false)]
    [InlineData("GW-CA04-16LA", true)]
    [InlineData("GW-LGA2000-2", true)]
    [InlineData("A6-E", false)]
    public async Task Get_NotInForce_WarnsThatNoAgreementCanRelyOnIt(string code, bool warns) =>
        Assert.Equal(warns, (await AskAsync($"/law/{code}")).Main.Contains("cannot rely on it today", StringComparison.Ordinal));

    [Theory]
    [InlineData("GW-LGA2000-2", "2021-10-31", "An agreement could rely on it that day.", "Today: Repealed")]
    [InlineData("GW-LGA2000-2", "2021-11-01", "An agreement could not rely on it that day.", "Today: Repealed")]
    [InlineData("A6-EA", "2026-02-04", "An agreement could not rely on it that day.", "Today: In force")]
    [InlineData("A6-EA", "2099-01-01", "An agreement can rely on it that day.", "Today: In force")]
    public async Task Get_OnADay_SaysTheLawOfThatDayAndOfToday(string code, string day, string then, string today)
    {
        var answer = await AskAsync($"/law/{code}?on={day}");

        var note = answer.Document.QuerySelector(".ds-note")!.TextContent;
        Assert.Contains(then, note, StringComparison.Ordinal);
        Assert.Contains(today, note, StringComparison.Ordinal);
        Assert.EndsWith($"on={day}", answer.Document.QuerySelector(".govuk-back-link")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("cannot rely on it today", answer.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A6-F", "DSA-021 DSA-025 DSA-032 DSA-050")]
    [InlineData("A6-A", "DSA-028 DSA-029 DSA-050")]
    [InlineData("PL-TEST", "DSA-015 DSA-016 DSA-050")]
    [InlineData("S1-18", "DSA-035 DSA-036 DSA-037 DSA-050")]
    [InlineData("A10-OA", "DSA-042 DSA-050")]
    [InlineData("GW-DEA36", "DSA-050 DSA-052")]
    [InlineData("GW-WRA131", "DSA-049 DSA-050 DSA-058")]
    [InlineData("CLDC-NA", "DSA-050")]
    public async Task Get_Entry_LeadsToTheRulesThatLookAtItAndNoOthers(string code, string rules)
    {
        var answer = await AskAsync($"/law/{code}");

        var links = answer.Document.QuerySelectorAll("section[aria-labelledby=rules] li a").ToArray();
        Assert.Equal(rules, string.Join(' ', links.Select(link => link.TextContent).Distinct()));
        Assert.All(links, link => Assert.Equal("/law/rules?id=" + link.TextContent, link.GetAttribute("href")));
    }

    [Fact]
    public async Task Get_SpecialCategoryCondition_LinksToTheConditionsThatMayGoWithIt()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var answer = await browser.GetAsync("/law/A9-B");

        var link = answer.Document.QuerySelectorAll("dd a").Single(a => a.TextContent == Book.Find("S1-01")!.Name);
        Assert.Equal(Book.Find("S1-01")!.Name, (await browser.GetAsync(link.GetAttribute("href")!)).Heading);
    }

    [Theory]
    [InlineData("/law/GW-NONE")]
    [InlineData("/law/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task Get_UnknownCode_IsNotFoundInTheHouseDesign(string address)
    {
        var answer = await AskAsync(address);

        Assert.Equal((HttpStatusCode.NotFound, "Page not found"), (answer.Status, answer.Heading));
        Assert.Empty(answer.Document.QuerySelectorAll("script"));
    }

    private async Task<Answer> AskAsync(string address) =>
        await portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)).GetAsync(address);

    /// <summary>Every sentence and every item of a list of sentences; codes have words of their own.</summary>
    private static IEnumerable<(string Member, string Text)> TextsOf(LawEntry entry) =>
        entry
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property =>
                property.Name
                    is not (
                        nameof(LawEntry.Url)
                        or nameof(Gateway.AllowedPurposeCodes)
                        or nameof(Gateway.ListIncompleteFor)
                        or nameof(Gateway.LiftsBars)
                        or nameof(Schedule1Paragraph.AllowedNoConsentReasons)
                    )
            )
            .SelectMany(property =>
                (
                    property.GetValue(entry) switch
                    {
                        string text => [text],
                        IEnumerable<string> texts => texts,
                        _ => Enumerable.Empty<string>(),
                    }
                ).Select(text => (property.Name, text))
            );
}
