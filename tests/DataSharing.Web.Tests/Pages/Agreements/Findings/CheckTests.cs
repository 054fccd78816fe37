using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Findings;

public sealed class CheckTests(Portal portal) : AgreementReadingTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/check";

    [Fact]
    public async Task Get_Draft_TellsEachFindingWithItsLawItsPlaceAndTheWayToJustify()
    {
        var shared = await SharedAgreement.DraftAsync(Portal);

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared));

        Assert.Contains("No errors", answer.Main, StringComparison.Ordinal);
        Assert.Contains("2 warnings at 3 places, 2 without a justification", answer.Main, StringComparison.Ordinal);
        var warnings = answer.Document.QuerySelectorAll(".ds-finding--warn");
        Assert.Equal(["DSA-061", "DSA-091"], warnings.Select(w => w.TextContent.Split("DSA-")[1][..3]).Select(number => $"DSA-{number}"));
        Assert.Equal(
            ["Datasets and fields: Referral record, Support needs", "Datasets and fields: Safeguarding concern, Detail of the concern"],
            warnings[0].QuerySelectorAll(".ds-place").Select(place => place.ChildNodes[0].TextContent)
        );
        Assert.Equal(
            [$"/agreements/{shared.Reference}/justify/DSA-061", $"/agreements/{shared.Reference}/justify/DSA-091"],
            warnings.Select(w => w.QuerySelectorAll("a")[^1].GetAttribute("href"))
        );
        Assert.Equal(
            "justify of DSA-061 at Datasets and fields: Referral record, Support needs",
            warnings[0].QuerySelectorAll("a")[^1].TextContent
        );
        Assert.Contains("setting: Long retention, 7 years", warnings[1].TextContent, StringComparison.Ordinal);
        Assert.Contains(warnings[1].QuerySelectorAll("a"), link => link.GetAttribute("href") == "/law/policy");
        Assert.Null(SubmitIn(answer));
    }

    [Fact]
    public async Task Get_EachFinding_LeadsToItsPlaceInTheAgreement()
    {
        var shared = await SharedAgreement.DraftAsync(Portal);
        var browser = shared.BrowserOf(shared.Drafter);

        var links = (await browser.GetAsync(AddressIn(shared)))
            .Document.QuerySelectorAll(".ds-finding a[href^='/agreements']")
            .Select(a => a.GetAttribute("href")!)
            .Where(h => h.Contains('#', StringComparison.Ordinal))
            .ToList();
        var agreement = await browser.GetAsync(links[0]);

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.NotNull(agreement.Document.GetElementById(link.Split('#')[1])));
    }

    [Fact]
    public async Task Get_AllJustified_ShowsWhoSaidWhatAndLeadsOn()
    {
        var shared = await SharedAgreement.DraftAsync(Portal);
        await shared.AgreeByAllAsync();
        await shared.JustifyAsync(shared.Drafter, Hostile.Text);

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared));

        Hostile.AssertShownHarmlessly(answer);
        Assert.Contains("2 warnings at 3 places, 0 without a justification", answer.Main, StringComparison.Ordinal);
        Assert.Contains(shared.NameOf(shared.Drafter), answer.Main, StringComparison.Ordinal);
        Assert.NotNull(SubmitIn(answer));
    }

    [Fact]
    public async Task Get_ErrorOrUnknownOrganisation_BlocksAndSaysSo()
    {
        var shared = await SharedAgreement.DraftAsync(
            Portal,
            content =>
                content with
                {
                    LegalLines = [],
                    Parties = [content.Parties[0], content.Parties[1] with { OrgId = "GB-CHC:1111111" }],
                }
        );
        await shared.JustifyAsync(shared.Drafter);

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared));

        Assert.Matches("errors? blocks? submission", answer.Main);
        Assert.Contains(
            "is not registered here, so nobody there could agree the content, decide or sign",
            answer.Main,
            StringComparison.Ordinal
        );
        Assert.Null(SubmitIn(answer));
    }

    [Fact]
    public async Task Get_ColleagueWhoOnlyReads_IsOfferedNothing()
    {
        var shared = await SharedAgreement.DraftAsync(Portal);
        await shared.JustifyAsync(shared.Drafter);

        var answer = await shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.IgLead)).GetAsync(AddressIn(shared));

        Assert.Null(SubmitIn(answer));
        Assert.DoesNotContain("justify/", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/replace", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Submitted_SaysThatItIsTheRulesOfToday()
    {
        var shared = await ReadyAsync();

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared));

        Assert.Contains("This is how the rules see the version now", answer.Main, StringComparison.Ordinal);
        Assert.Null(SubmitIn(answer));
    }

    [Fact]
    public async Task Get_AsAReport_SaysWhatWasJudgedByWhat_AndCitesTheLawBook()
    {
        var shared = await SharedAgreement.DraftAsync(
            Portal,
            content =>
                content with
                {
                    LegalLines = [.. content.LegalLines.Select(line => line.Id == "L1" ? line with { Art6 = "A6-F" } : line)],
                }
        );
        await shared.JustifyAsync(shared.Drafter);

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared));

        var version = (await shared.FindAsync()).Newest;
        var head = answer.Document.QuerySelector(".ds-print-only")!.TextContent;
        Assert.Contains(version.Title!, head, StringComparison.Ordinal);
        Assert.Contains($"{shared.Reference}, version {version.Label}", head, StringComparison.Ordinal);
        Assert.Contains(version.ContentHash.Hex, head, StringComparison.Ordinal);
        Assert.Contains("Law book 1: data-sharing law of the United Kingdom, and portal policy 1", head, StringComparison.Ordinal);
        Assert.Contains(
            "2 errors, 1 thing missing beside the content and 2 warnings at 3 places (0 without a justification)",
            head,
            StringComparison.Ordinal
        );
        Assert.Contains("against law book 1 and policy 1", answer.Main, StringComparison.Ordinal);

        var finding = answer
            .Document.QuerySelectorAll(".ds-report .ds-finding")
            .First(f => f.TextContent.Contains("DSA-021", StringComparison.Ordinal));
        Assert.Contains("UK GDPR Art 6(1)", finding.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["/law/rules?id=DSA-021", "/law/A6-F", "https://www.legislation.gov.uk/eur/2016/679/article/6"],
            finding.QuerySelectorAll("a").Take(3).Select(link => link.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Get_AsAReport_CountsWhatIsListedAndCitesEachLawOnce()
    {
        var shared = await SharedAgreement.DraftAsync(
            Portal,
            content =>
                content with
                {
                    LegalLines =
                    [
                        .. content.LegalLines.Select(line =>
                            line.Id == "L1"
                                ? line with
                                {
                                    Gateways = [.. line.Gateways, new GatewayCitation { Id = "G9", Code = "GW-LGA2000-2" }],
                                }
                                : line
                        ),
                    ],
                }
        );

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared));

        var lists = answer.Document.QuerySelectorAll(".ds-report ul.ds-findings");
        var found = answer.Document.QuerySelectorAll(".ds-print-only dd")[^1].TextContent;
        var (errors, missing, warnings) = (lists[0].ChildElementCount, lists[1].ChildElementCount, lists[2].ChildElementCount);
        Assert.Matches(
            $"^{errors} errors?(?: at \\d+ places)?, {missing} things? missing beside the content,? and {warnings} warnings at 3 places",
            found
        );
        Assert.StartsWith($"{errors} error", answer.Document.QuerySelector(".ds-report h2")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Error", lists[1].TextContent, StringComparison.Ordinal);
        var finding = lists[0].Children.First(f => f.TextContent.Contains("DSA-050", StringComparison.Ordinal)).TextContent;
        Assert.Equal(2, finding.Split(LawBook.First.Gateway("GW-LGA2000-2")!.Citation).Length); // once in all
        Assert.Contains("the addresses of the law on legislation.gov.uk are written out", answer.Main, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement? SubmitIn(Answer answer) =>
        answer.Document.QuerySelectorAll("main a").FirstOrDefault(a => a.TextContent == "Go on to submit");
}
