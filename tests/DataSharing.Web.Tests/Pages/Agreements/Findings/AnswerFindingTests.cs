using System.Net;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Findings;

[Collection(Editions.Name)]
public sealed class AnswerFindingTests(LawPortal portal)
{
    [Fact]
    public async Task Post_ByItsOwner_IsToldOnTheAgreementAndLeavesTheirWork()
    {
        var (shared, address) = await FoundAsync();
        var owner = shared.BrowserOf(shared.Drafter);
        Assert.Contains(shared.Reference.Value, Work(await owner.GetAsync("/")), StringComparison.Ordinal);

        var answer = await owner.SendAsync(address, ("Form.Answer", Hostile.Text));

        Assert.Equal($"/agreements/{shared.Reference}#new-findings", answer.Location?.OriginalString);
        var auditor = shared.BrowserOf(await shared.AuditorAsync());
        Hostile.AssertShownHarmlessly(await auditor.GetAsync(answer.Location!.OriginalString));
        Assert.Contains("The law changed", (await auditor.GetAsync(answer.Location!.OriginalString)).Main, StringComparison.Ordinal);
        var history = (await auditor.GetAsync($"/agreements/{shared.Reference}/history")).Main;
        Assert.Contains("checked it again and found something new", history, StringComparison.Ordinal);
        Assert.Contains("answered finding DSA-050", history, StringComparison.Ordinal);
        var work = Work(await owner.GetAsync("/")); // nobody's task any more, and not put right yet
        Assert.Contains("1 answered, still open", work, StringComparison.Ordinal);
        Assert.DoesNotContain("1 error", work, StringComparison.Ordinal);
        Assert.Contains("1 new error", (await owner.GetAsync($"/agreements?q={shared.Reference}")).Main, StringComparison.Ordinal);
        Assert.True(Assert.Single(await shared.FindingsAsync()).IsOpen);
        await shared.AssertToldAsync("agreement.live-finding-answered", shared.Drafter, Role.IgOfficer);
    }

    [Fact]
    public async Task GetAndPost_BesideAnAmendment_LeadBackToTheVersionInForce()
    {
        var (shared, address) = await FoundAsync();
        await shared.DoAsync(shared.Drafter, command => command.Agreement.StartAmendment(command.Actor, command.Now));
        var owner = shared.BrowserOf(shared.Drafter);
        var inForce = $"/agreements/{shared.Reference}/versions/1";

        var page = await owner.GetAsync(address);
        var answer = await owner.SendAsync(page, address, ("Form.Answer", "We amend it."));

        Assert.Equal(inForce, page.Document.QuerySelector(".govuk-back-link")!.GetAttribute("href"));
        Assert.Equal(inForce, page.Document.QuerySelector("form .govuk-button-group a")!.GetAttribute("href"));
        Assert.Equal(inForce + "#new-findings", answer.Location?.OriginalString);
        Assert.Contains("We amend it.", (await owner.GetAsync(inForce)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AnsweredInAnotherWindow_KeepsBothUntilOneIsChosen_AndIsTooLateOnceNothingIsFoundAnyMore()
    {
        var (shared, address) = await FoundAsync();
        var owner = shared.BrowserOf(shared.Drafter);
        var old = await owner.GetAsync(address);
        await owner.SendAsync(address, ("Form.Answer", "We amend it."));

        var late = await owner.SendAsync(old, address, ("Form.Answer", "Something else."));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("We amend it.", late.Main, StringComparison.Ordinal);
        Assert.Equal("Something else.", late.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("We amend it.", Assert.Single(await shared.FindingsAsync()).Answer);

        Assert.Equal(HttpStatusCode.Redirect, (await owner.SendAsync(late, address, ("Form.Answer", "Something else."))).Status);
        Assert.Equal("Something else.", Assert.Single(await shared.FindingsAsync()).Answer);

        await portal.ReleaseLawBookAsync(book => book.With(LawBook.First.Gateway("GW-LGA111")!));
        Assert.Equal(HttpStatusCode.Conflict, (await owner.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await owner.PostAsync(address, ("Form.Answer", "Late."))).Status);
        Assert.Equal("Something else.", Assert.Single(await shared.FindingsAsync()).Answer);
        Assert.Contains("1 no longer found", (await owner.GetAsync($"/agreements/{shared.Reference}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DetailsAndNewFindings_TheSameAtTwoPlaces_AreSaidOnce_AndAnsweredAtEach()
    {
        await portal.AsDeliveredAsync();
        var shared = await SharedAgreement.InForceAsync(
            portal,
            content =>
                content with
                {
                    LegalLines =
                    [
                        .. content.LegalLines.Select(line =>
                            line.Id is "L1" or "L4"
                                ? line with
                                {
                                    Gateways = [new GatewayCitation { Id = "G1", Code = "GW-LGA111" }],
                                }
                                : line
                        ),
                    ],
                }
        );
        await portal.ReleaseLawBookAsync(book =>
            book.With(book.Gateway("GW-LGA111")! with { Status = LegalStatus.Repealed, ValidTo = new DateOnly(2026, 8, 31) })
        );

        var owner = shared.BrowserOf(shared.Drafter);
        var found = (await owner.GetAsync($"/agreements/{shared.Reference}")).Document.QuerySelector(
            "section[aria-labelledby=new-findings]"
        )!;

        var said = Assert.Single(found.QuerySelectorAll("ul.ds-rows > li"));
        Assert.Equal(2, said.QuerySelectorAll("a[href*='/findings/']").Select(link => link.GetAttribute("href")).Distinct().Count());
        Assert.Contains(
            "The law changed, at 2 places",
            Assert.Single(NewFindingsTests.Rows(await owner.GetAsync(NewFindingsTests.Address))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task GetAndPost_TellWhatChangedInTheLaw_AndRefuseWhatIsInvalidOrFromAnybodyElse()
    {
        var (shared, address) = await FoundAsync();

        await AssertToldWhatChangedInTheLawAsync(shared, address);
        await AssertRefusedWhenInvalidAsync(shared, address);
        await AssertRefusedToAnybodyElseAsync(shared, address);
    }

    private static async Task AssertToldWhatChangedInTheLawAsync(SharedAgreement shared, string address)
    {
        var owner = shared.BrowserOf(shared.Drafter);

        foreach (var page in new[] { await owner.GetAsync(address), await owner.GetAsync($"/agreements/{shared.Reference}") })
        {
            Assert.Contains("Incidental powers of councils (GW-LGA111): ", OneLine(page.Main), StringComparison.Ordinal);
            Assert.Contains("Valid to: – → 31 August 2026", page.Main, StringComparison.Ordinal);
            Assert.Contains("Status: In force → Repealed", page.Main, StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector("main a[href='/law/GW-LGA111']"));
            var found = Assert.Single(await shared.FindingsAsync());
            var compare = page.Document.QuerySelector(
                $"main a[href='/law/books/compare?from={found.LawBookBefore}&to={found.LawBookNumber}']"
            );
            Assert.Equal(
                HttpStatusCode.OK,
                (await owner.GetAsync(Assert.IsAssignableFrom<AngleSharp.Dom.IElement>(compare).GetAttribute("href")!)).Status
            );
        }
    }

    private static async Task AssertRefusedWhenInvalidAsync(SharedAgreement shared, string address)
    {
        var owner = shared.BrowserOf(shared.Drafter);
        var page = await owner.GetAsync(address);
        (string Text, string Error)[] invalid =
        [
            ("", "Say what you do about it"),
            (new string('x', 2001), "The answer must be 2000 characters or fewer"),
            ("a bell \u0007", "This text holds the control character U+0007. Only line breaks and tabs are allowed."),
            ("turned \u202Eround", "This text holds the control character U+202E. Only line breaks and tabs are allowed."),
        ];

        foreach (var (text, error) in invalid)
        {
            var answer = await owner.SendAsync(page, address, ("Form.Answer", text));

            Assert.Equal((HttpStatusCode.BadRequest, error), (answer.Status, Assert.Single(answer.Errors)));
        }

        Assert.Null(Assert.Single(await shared.FindingsAsync()).Answer);
    }

    private async Task AssertRefusedToAnybodyElseAsync(SharedAgreement shared, string address)
    {
        (Browser, HttpStatusCode)[] others =
        [
            (shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgOfficer)), HttpStatusCode.Forbidden), // it is the council's
            (shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.LegalAdviser)), HttpStatusCode.Forbidden),
            (shared.BrowserOf(await shared.AuditorAsync()), HttpStatusCode.Forbidden),
            (portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)), HttpStatusCode.NotFound),
        ];

        foreach (var (browser, expected) in others)
        {
            Assert.Equal(expected, (await browser.GetAsync(address)).Status);
            Assert.Equal(expected, (await browser.PostAsync(address, ("Form.Answer", "Mine."))).Status);
        }

        Assert.Null(Assert.Single(await shared.FindingsAsync()).Answer);
    }

    /// <summary>An agreement in force on which the end of a gateway was found, and the address of the finding.</summary>
    private async Task<(SharedAgreement Shared, string Address)> FoundAsync()
    {
        await portal.AsDeliveredAsync();
        var shared = await SharedAgreement.InForceAsync(
            portal,
            content =>
                content with
                {
                    LegalLines =
                    [
                        .. content.LegalLines.Select(line =>
                            line with
                            {
                                Gateways = [.. line.Gateways.Where(g => line.Id == "L1" && g.Code == "GW-LGA111" || line.Id != "L1")],
                            }
                        ),
                    ],
                }
        );
        await portal.ReleaseLawBookAsync(book =>
            book.With(book.Gateway("GW-LGA111")! with { Status = LegalStatus.Repealed, ValidTo = new DateOnly(2026, 8, 31) })
        );
        return (shared, $"/agreements/{shared.Reference}/findings/{Assert.Single(await shared.FindingsAsync()).Id}");
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Work(Answer page) => page.Document.QuerySelector("section[aria-labelledby=found]")?.TextContent ?? "";
}
