using System.Net;
using AngleSharp.Dom;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Web.Pages.Agreements;
using DataSharing.Web.Pages.Law;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Law;

public class RulesTests(Portal portal)
{
    [Fact]
    public async Task Every_rule_is_in_the_catalogue_with_its_severity_source_and_citations()
    {
        var rows = Rows(await AskAsync("/law/rules?topic=all"));

        Assert.NotEmpty(rows);
        Assert.All(
            AgreementRules.All.Where(rule => rule.SpeaksIn(LawBook.First)),
            rule =>
                Assert.Single(
                    rows,
                    row =>
                        row.QuerySelector("th")!.TextContent == rule.Id
                        && row.QuerySelector("td[data-label=Says] div")!.FirstChild!.TextContent.Trim() == RuleEntry.InGeneral(rule.Message)
                        && Cell(row, "Says").Contains("personal data is shared", StringComparison.Ordinal) == rule.OnlyForPersonalData
                        && Cell(row, "Severity").StartsWith(rule.Severity.InWords(), StringComparison.Ordinal)
                        && Cell(row, "Source").StartsWith(rule.Source.InWords(), StringComparison.OrdinalIgnoreCase)
                        && rule.Law.All(citation => Cell(row, "Source").Contains(citation, StringComparison.Ordinal))
                )
        );
    }

    [Fact]
    public async Task Every_rule_has_one_anchor_that_findings_can_lead_to()
    {
        var answer = await AskAsync("/law/rules?topic=all");

        Assert.All(
            AgreementRules.All.Where(rule => rule.SpeaksIn(LawBook.First)).Select(rule => rule.Id).Distinct(),
            id => Assert.Single(answer.Document.QuerySelectorAll($"tr[id='{id}']"))
        );
    }

    [Fact]
    public async Task No_placeholder_is_left_in_what_a_rule_says()
    {
        var answer = await AskAsync("/law/rules?topic=all");

        Assert.DoesNotContain('{', answer.Main);
        Assert.All(RuleEntry.All, rule => Assert.DoesNotContain('{', rule.Says)); // whatever the law book
        Assert.Equal(
            "The organisation has no lawful basis recorded for what it does with the data for the purpose.",
            RuleEntry.InGeneral("{org} has no lawful basis recorded for {activity} for \"{purpose}\".")
        );
    }

    [Fact]
    public async Task Get_Words_FindsThemInNumberTextAndCitation()
    {
        Assert.Equal(["DSA-047", "DSA-047"], Ids(await AskAsync("/law/rules?q=dsa-047"))); // nothing is cited, or bars alone
        Assert.Contains("DSA-008", Ids(await AskAsync("/law/rules?q=protection+officer")));
        Assert.Contains("DSA-008", Ids(await AskAsync("/law/rules?topic=all&q=art+37")));
    }

    [Fact]
    public async Task Get_SeverityAndSource_MustBothFit()
    {
        var rows = Rows(await AskAsync("/law/rules?topic=all&severity=Warning&source=Code"));

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.StartsWith("Warning", Cell(row, "Severity"), StringComparison.Ordinal));
        Assert.All(rows, row => Assert.StartsWith("Code of practice", Cell(row, "Source"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_NothingFits_SaysSoAndLeadsBack()
    {
        var answer = await AskAsync("/law/rules?q=zeppelin");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("No rule fits that: “zeppelin”", answer.Main, StringComparison.Ordinal);
        Assert.NotNull(answer.Document.QuerySelector("main p a[href='/law/rules']"));
    }

    [Fact]
    public async Task Get_HostileText_IsShownAsTextAndAChoiceThatIsNoneIsIgnored()
    {
        const string hostile = "'\"><img src=x onerror=alert(1)>";

        var answer = await AskAsync("/law/rules?severity=1&source=%3Cb%3E&q=" + Uri.EscapeDataString(hostile));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Document.QuerySelectorAll("img"));
        Assert.Equal(hostile, answer.Document.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal(Ids(await AskAsync("/law/rules?topic=all")), Ids(await AskAsync("/law/rules?topic=all&severity=1&source=9")));
    }

    [Fact]
    public async Task Get_EmergencyBlocker_SaysThatItBlocksAnEmergencyStart()
    {
        var rows = Rows(await AskAsync("/law/rules?topic=all"));

        Assert.All(
            rows,
            row =>
                Assert.Equal(
                    AgreementRules.BlockEmergencyStart.Contains(row.QuerySelector("th")!.TextContent)
                        && Cell(row, "Severity").StartsWith("Error", StringComparison.Ordinal),
                    Cell(row, "Severity").Contains("emergency start", StringComparison.Ordinal)
                )
        );
    }

    private async Task<Answer> AskAsync(string address) =>
        await portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)).GetAsync(address);

    /// <summary>Those with a rule that judges by the law book that counts.</summary>
    private static List<RuleTopic> Topics => [.. AgreementRules.Topics.Where(topic => Of(topic).Count > 0)];

    private static HashSet<string> Of(RuleTopic topic) =>
        [.. topic.Rules.Where(rule => rule.SpeaksIn(LawBook.First)).Select(rule => rule.Id)];

    private static List<IElement> Rows(Answer answer) => [.. answer.Document.QuerySelectorAll(".ds-law-rules tbody tr")];

    private static List<string> Ids(Answer answer) => [.. Rows(answer).Select(row => row.QuerySelector("th")!.TextContent)];

    private static string Cell(IElement row, string label) => row.QuerySelector($"td[data-label='{label}']")!.TextContent.Trim();

    [Fact]
    public async Task Get_NothingAsked_ShowsEachTopicWithItsCountAndEveryNumberOnce()
    {
        var answer = await AskAsync("/law/rules");

        Assert.Empty(Rows(answer));
        Assert.Equal(
            Topics.Select(topic => topic.Name),
            answer.Document.QuerySelectorAll(".ds-law-topics .govuk-link--title").Select(link => link.TextContent)
        );
        Assert.Equal(
            Topics.Select(topic => Of(topic).Count),
            answer
                .Document.QuerySelectorAll(".ds-law-topics > li")
                .Select(topic => int.Parse(topic.LastElementChild!.TextContent.Split(' ')[0], null))
        );
        Assert.All(
            AgreementRules.All.Where(rule => rule.SpeaksIn(LawBook.First)).Select(rule => rule.Id).Distinct(),
            id =>
                Assert.Equal(
                    $"/law/rules?id={id}",
                    Assert.Single(answer.Document.QuerySelectorAll($"main [id='{id}']")).GetAttribute("href")
                )
        );
        Assert.NotNull(answer.Document.QuerySelector("main a[href='/law/rules?topic=all']"));
    }

    [Fact]
    public async Task Get_EachTopic_ShowsItsRulesAndTogetherAllOfThem()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var overview = await browser.GetAsync("/law/rules");
        var links = overview.Document.QuerySelectorAll(".ds-law-topics .govuk-link--title");

        Assert.Equal(Topics.Count, links.Length);
        foreach (var (topic, link) in Topics.Zip(links))
        {
            var answer = await browser.GetAsync(link.GetAttribute("href")!);
            Assert.Equal(Of(topic), Ids(answer).ToHashSet());
            Assert.InRange(Rows(answer).Count, 1, 25); // a page that a phone can show
        }

        Assert.Equal(
            AgreementRules.All,
            AgreementRules.Topics.SelectMany(topic => topic.Rules).OrderBy(rule => rule.Id, StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("DSA-047", "All rules under “Gateways”")]
    [InlineData("dsa-021", "All rules under “Lawful bases”")]
    public async Task Get_TheNumberOfARule_ShowsItAloneAndLeadsToItsTopic(string id, string link)
    {
        var answer = await AskAsync($"/law/rules?id={id}");

        Assert.Equal([id.ToUpperInvariant()], Ids(answer).Distinct());
        Assert.Contains(answer.Document.QuerySelectorAll("main p a"), a => a.TextContent == link);
    }

    [Fact]
    public async Task Get_ARuleThatLooksInTwoPlaces_IsOneRuleCountedOnce()
    {
        var answer = await AskAsync("/law/rules?id=DSA-050");

        Assert.Equal("DSA-050", answer.Heading);
        Assert.Contains($"1 rule, which looks in {Rows(answer).Count} places.", answer.Main, StringComparison.Ordinal);
        Assert.All(Rows(answer).Skip(1), row => Assert.Equal("Counted above", Cell(row, "Fires")));
        Assert.All(Rows(answer), row => Assert.Contains("The provision itself", Cell(row, "Source"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_ANumberThatNoRuleHas_SaysSo() =>
        Assert.Contains("No rule fits that: “DSA-999”", (await AskAsync("/law/rules?id=DSA-999")).Main, StringComparison.Ordinal);

    [Fact]
    public async Task Get_MoreThanAPageful_IsShownByTopicUnderTheSameFilter()
    {
        var answer = await AskAsync("/law/rules?severity=Warning");
        var topic = answer
            .Document.QuerySelectorAll(".ds-law-topics .govuk-link--title")
            .First(link => link.TextContent == "Parties")
            .GetAttribute("href")!;

        Assert.Empty(Rows(answer));
        Assert.Contains("severity=Warning", topic, StringComparison.Ordinal);
        var rows = Rows(await AskAsync(topic));
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.StartsWith("Warning", Cell(row, "Severity"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_ARuleThatFiredAtASubmission_SaysHowOftenAndWhenThatWasCounted()
    {
        await SharedAgreement.InApprovalAsync(portal); // with warnings DSA-061 and DSA-091
        await using var fresh = portal.WithWebHostBuilder(_ => { }); // which has counted nothing yet
        using var client = fresh.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(
            TestSignIn.Header,
            TestSignIn.Write((await portal.APersonAsync(Role.IgOfficer)).Subject, TimeSpan.Zero)
        );
        var browser = new Browser(client);

        var (page, first) = await portal.Queries.CountAsync(browser, b => b.GetAsync("/law/rules?id=DSA-061"));
        var (again, second) = await portal.Queries.CountAsync(browser, b => b.GetAsync("/law/rules?id=DSA-061"));

        Assert.Matches(@"On [1-9]\d* submitted versions?", page.Document.QuerySelector("td[data-label=Fires]")!.TextContent);
        Assert.Matches(@"was counted on \d+ \w+ \d{4} at \d\d:\d\d\.", page.Main);
        Assert.Equal(
            page.Document.QuerySelector("td[data-label=Fires]")!.TextContent,
            again.Document.QuerySelector("td[data-label=Fires]")!.TextContent
        );
        Assert.Contains(first, IsCount);
        Assert.DoesNotContain(second, IsCount);

        static bool IsCount(string command) => command.Contains("submission_findings", StringComparison.Ordinal);
    }
}
