using System.Net;
using AngleSharp.Dom;
using DataSharing.Domain;
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
        var rows = Rows(await AskAsync("/law/rules"));

        Assert.NotEmpty(AgreementRules.All);
        Assert.All(AgreementRules.All, rule => Assert.Single(rows, row =>
            row.QuerySelector("th")!.TextContent == rule.Id
            && row.QuerySelector("td[data-label=Says] div")!.FirstChild!.TextContent.Trim() == RuleEntry.InGeneral(rule.Message)
            && Cell(row, "Says").Contains("personal data is shared", StringComparison.Ordinal) == rule.OnlyForPersonalData
            && Cell(row, "Severity").StartsWith(rule.Severity.InWords(), StringComparison.Ordinal)
            && Cell(row, "Source").StartsWith(rule.Source.InWords(), StringComparison.OrdinalIgnoreCase)
            && rule.Law.All(citation => Cell(row, "Source").Contains(citation, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Every_rule_has_one_anchor_that_findings_can_lead_to()
    {
        var answer = await AskAsync("/law/rules");

        Assert.All(AgreementRules.All.Select(rule => rule.Id).Distinct(), id => Assert.Single(answer.Document.QuerySelectorAll($"tr[id='{id}']")));
    }

    [Fact]
    public async Task No_placeholder_is_left_in_what_a_rule_says()
    {
        var answer = await AskAsync("/law/rules");

        Assert.DoesNotContain('{', answer.Main);
        Assert.Equal(
            "The organisation has no lawful basis recorded for what it does with the data for the purpose.",
            RuleEntry.InGeneral("{org} has no lawful basis recorded for {activity} for \"{purpose}\"."));
    }

    [Fact]
    public async Task Get_Words_FindsThemInNumberTextAndCitation()
    {
        Assert.Equal(["DSA-047"], Ids(await AskAsync("/law/rules?q=dsa-047")));
        Assert.Contains("DSA-008", Ids(await AskAsync("/law/rules?q=protection+officer")));
        Assert.Contains("DSA-008", Ids(await AskAsync("/law/rules?q=art+37")));
    }

    [Fact]
    public async Task Get_SeverityAndSource_MustBothFit()
    {
        var rows = Rows(await AskAsync("/law/rules?severity=Warning&source=Code"));

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
        Assert.Equal(Ids(await AskAsync("/law/rules")), Ids(await AskAsync("/law/rules?severity=1&source=9")));
    }

    [Fact]
    public async Task Get_EmergencyBlocker_SaysThatItBlocksAnEmergencyStart()
    {
        var rows = Rows(await AskAsync("/law/rules"));

        Assert.All(rows, row => Assert.Equal(
            AgreementRules.BlockEmergencyStart.Contains(row.QuerySelector("th")!.TextContent) && Cell(row, "Severity").StartsWith("Error", StringComparison.Ordinal),
            Cell(row, "Severity").Contains("emergency start", StringComparison.Ordinal)));
    }

    private async Task<Answer> AskAsync(string address) =>
        await portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)).GetAsync(address);

    private static List<IElement> Rows(Answer answer) => [.. answer.Document.QuerySelectorAll(".ds-law-rules tbody tr")];

    private static List<string> Ids(Answer answer) => [.. Rows(answer).Select(row => row.QuerySelector("th")!.TextContent)];

    private static string Cell(IElement row, string label) => row.QuerySelector($"td[data-label='{label}']")!.TextContent.Trim();

    [Fact]
    public async Task Get_ARuleThatFiredAtASubmission_SaysHowOften()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal); // with warnings DSA-061 and DSA-091

        var page = await shared.BrowserOf(shared.Drafter).GetAsync("/law/rules?q=DSA-061");

        Assert.Matches(@"On [1-9]\d* submitted versions?", page.Document.QuerySelector("td[data-label=Fires]")!.TextContent);
    }
}
