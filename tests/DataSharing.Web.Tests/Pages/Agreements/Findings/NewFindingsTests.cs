using System.Net;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Findings;

[Collection(Editions.Name)]
public sealed class NewFindingsTests(LawPortal portal)
{
    internal const string Address = "/agreements/new-findings";

    [Fact]
    public async Task Get_ShowsEachReaderWhatIsFoundInTheirSightAndAskedFor()
    {
        var (shared, other) = await FoundAsync();

        await AssertAnAuditorReadsTheirScopeAsync(shared, other);
        await AssertWhoSeesNoneIsToldSoAsync();
        await AssertWhatIsAskedForFitsAsync(shared);
        await AssertMineIsWhatTheOwnOrganisationAnswersForAsync(shared);
        await AssertTheAgreementTellsWhichSettingChangedAsync(shared);
    }

    private static async Task AssertAnAuditorReadsTheirScopeAsync(SharedAgreement shared, SharedAgreement other)
    {
        var auditor = shared.BrowserOf(await shared.AuditorAsync());

        var work = await auditor.GetAsync("/");
        Assert.Contains("1 new finding on 1 agreement", work.Main, StringComparison.Ordinal);
        var row = Assert.Single(Rows(await auditor.GetAsync(Address)));

        Assert.Contains("The portal’s policy changed", row, StringComparison.Ordinal);
        Assert.Contains(shared.Reference.Value, row, StringComparison.Ordinal);
        Assert.Contains("Not answered yet", row, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Reference.Value, row, StringComparison.Ordinal);
    }

    private async Task AssertWhoSeesNoneIsToldSoAsync()
    {
        var page = await portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)).GetAsync(Address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(Rows(page));
        Assert.Contains("every agreement in force that you may see is as it was agreed", page.Main, StringComparison.Ordinal);
    }

    private static async Task AssertWhatIsAskedForFitsAsync(SharedAgreement shared)
    {
        var browser = shared.BrowserOf(shared.Drafter);
        (string Query, int Found)[] asked =
        [
            ("?cause=Policy", 1),
            ("?cause=Law", 0),
            ("?severity=Error&cause=Policy&state=Open", 1),
            ("?severity=Warning", 0),
            ("?state=Unanswered", 1),
            ("?state=Answered", 0),
            ("?state=Gone", 0),
            ("?state=nonsense&cause=7", 1),
            ("?mine=true", 1),
            ("?after=00000000-0000-0000-0000-000000000000", 0), // further back than the first
            ("?after=ffffffff-ffff-ffff-ffff-ffffffffffff", 1),
        ];

        foreach (var (query, found) in asked)
        {
            Assert.Equal((query, found), (query, Rows(await browser.GetAsync(Address + query)).Count));
        }
    }

    private static async Task AssertMineIsWhatTheOwnOrganisationAnswersForAsync(SharedAgreement shared)
    {
        var partner = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead));

        Assert.Single(Rows(await partner.GetAsync(Address)));
        Assert.Empty(Rows(await partner.GetAsync(Address + "?mine=true"))); // it is the council's
    }

    private static async Task AssertTheAgreementTellsWhichSettingChangedAsync(SharedAgreement shared)
    {
        var page = await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}");

        Assert.Contains(
            "Longest agreement: 5 years → 2 years",
            string.Join(' ', page.Main.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
        Assert.NotNull(page.Document.QuerySelector("main a[href='/law/policy#longestYears']"));
    }

    [Fact]
    public async Task Get_BesideAnAmendment_LeadsWhoeverSeesItToTheVersionInForce()
    {
        var (shared, _) = await FoundAsync();
        await shared.DoAsync(shared.Drafter, command => command.Agreement.StartAmendment(command.Actor, command.Now));
        var partner = await shared.SomebodyAsync(shared.Charity, Role.IgLead);

        foreach (var (reader, address) in new[] { (shared.Drafter, "/versions/1#new-findings"), (partner, "#new-findings") })
        {
            var page = await shared.BrowserOf(reader).GetAsync(Address);
            Assert.NotNull(page.Document.QuerySelector($"main a[href='/agreements/{shared.Reference}{address}']"));
        }
    }

    /// <summary>A basis, a condition, a route: not only a power can end.</summary>
    [Fact]
    public async Task Get_AnotherProvisionThatEnds_IsFoundAsWell()
    {
        await portal.AsDeliveredAsync();
        var shared = await SharedAgreement.InForceAsync(portal);
        await portal.ReleaseLawBookAsync(book =>
            book.With(book.LawfulBasis("A6-E")! with { Status = LegalStatus.Repealed, ValidTo = new DateOnly(2026, 8, 31) })
        );

        var finding = (await shared.FindingsAsync())[0];

        Assert.Equal(("DSA-050", "/legalLines/L1/art6", FindingCause.Law), (finding.RuleId, finding.Path, finding.Cause));
    }

    [Fact]
    public async Task Get_AnsweredAndGone_AreShownAsSuch()
    {
        var (shared, _) = await FoundAsync();
        var owner = shared.BrowserOf(shared.Drafter);
        await owner.SendAsync(
            $"/agreements/{shared.Reference}/findings/{Assert.Single(await shared.FindingsAsync()).Id}",
            ("Form.Answer", "We shorten it.")
        );

        Assert.Contains("Answered, still open", Assert.Single(Rows(await owner.GetAsync(Address))), StringComparison.Ordinal);
        Assert.Empty(Rows(await owner.GetAsync(Address + "?state=Unanswered")));

        await portal.ReleasePolicyAsync(policy => policy with { LongestYears = 5 });
        Assert.Empty(Rows(await owner.GetAsync(Address)));
        Assert.Contains("Gone since", Assert.Single(Rows(await owner.GetAsync(Address + "?state=Gone"))), StringComparison.Ordinal);
        Assert.Contains(
            "Checks find nothing new on them",
            (await shared.BrowserOf(await shared.AuditorAsync()).GetAsync("/")).Main,
            StringComparison.Ordinal
        );
    }

    /// <summary>Two agreements of different organisations on which a shorter policy has found the same.</summary>
    private async Task<(SharedAgreement Shared, SharedAgreement Other)> FoundAsync()
    {
        await portal.AsDeliveredAsync();
        var (shared, other) = (await SharedAgreement.InForceAsync(portal), await SharedAgreement.InForceAsync(portal));
        await portal.ReleasePolicyAsync(policy => policy with { LongestYears = 2 });
        return (shared, other);
    }

    internal static List<string> Rows(Answer page) =>
        [.. page.Document.QuerySelectorAll("main ul.ds-rows--clock > li").Select(row => row.TextContent)];
}
