using System.Net;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Pages.Agreements;

public sealed class IndexTests(Portal portal)
{
    [Fact]
    public async Task Get_EachOfThoseWhoTakePart_FindsItWithItsStatePartnerAndNextDate()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var readers = new[]
        {
            shared.Drafter,
            await shared.SomebodyAsync(shared.Charity, Role.Requester),
            await shared.HolderAsync(SharedAgreement.CharityOwner),
            await shared.AuditorAsync(),
        };

        foreach (var reader in readers)
        {
            var answer = await shared.BrowserOf(reader).GetAsync("/agreements");

            Assert.Equal([shared.Reference.Value], References(answer));
            var row = answer.Document.QuerySelector("tbody tr")!.TextContent;
            Assert.Contains("In approval", row, StringComparison.Ordinal);
            Assert.Contains("decision due", row, StringComparison.Ordinal);
            Assert.All((await shared.FindAsync()).Newest.PartyNames, name => Assert.Contains(name, row, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Get_Draft_IsSeenByItsOrganisationAndTheAuditorInScope_NotByThePartner()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var partner = await shared.SomebodyAsync(shared.Charity, Role.IgOfficer, Role.IgLead, Role.Siro);

        Assert.Equal([shared.Reference.Value], References(await shared.BrowserOf(shared.Drafter).GetAsync("/agreements")));
        Assert.Equal([shared.Reference.Value], References(await shared.BrowserOf(await shared.AuditorAsync()).GetAsync("/agreements")));
        var answer = await shared.BrowserOf(partner).GetAsync("/agreements");
        Assert.Empty(References(answer));
        Assert.Contains("There is no agreement that you may see yet", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Returned_ShowsThePartnerTheVersionTheySaw_AndTheDrafterTheirDraft()
    {
        var shared = await SharedAgreement.ReturnedAsync(portal);

        Assert.Contains(
            "Changes requested",
            (await shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead)).GetAsync("/agreements"))
                .Document.QuerySelector("tbody")!
                .TextContent,
            StringComparison.Ordinal
        );
        var drafters = await shared.BrowserOf(shared.Drafter).GetAsync("/agreements");
        Assert.Equal([shared.Reference.Value], References(drafters));
        Assert.Contains("Changes requested", drafters.Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("planned start", drafters.Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        var browser = shared.BrowserOf(shared.Drafter);
        Assert.Equal([shared.Reference.Value], References(await browser.GetAsync("/agreements?state=ChangesRequested")));
        Assert.Empty(References(await browser.GetAsync("/agreements?state=Draft")));
    }

    [Fact]
    public async Task Get_NextDateThatHasPassed_IsOverdueInWords()
    {
        var shared = await SharedAgreement.DraftAsync(portal, content => content with { StartDate = new DateOnly(2026, 8, 1) });
        var later = await SharedAgreement.DraftAsync(portal, content => content with { StartDate = new DateOnly(2040, 9, 1) });

        Assert.Contains("Overdue", (await shared.BrowserOf(shared.Drafter).GetAsync("/agreements")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Overdue", (await later.BrowserOf(later.Drafter).GetAsync("/agreements")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AuditorWhoseScopeEnded_IsToldWhenAndWhoCanLetThemIn()
    {
        var admin = await portal.AnAdministratorAsync();
        var auditor = await portal.APersonAsync(Role.Auditor);
        var scope = await portal.AnAuditScopeAsync(admin, auditor);
        var during = await portal.SignedInAs(auditor).GetAsync("/agreements");
        var today = await portal.InDbAsync(
            async (db, now) =>
            {
                var actor = new Actor(admin.Id, admin.Organisation, new HashSet<Role> { Role.OrganisationAdmin });
                (await db.AuditScopes.SingleAsync(s => s.Id == scope, TestContext.Current.CancellationToken)).End(actor, now);
                return now.UkDay();
            }
        );

        foreach (var address in new[] { "/agreements", "/" })
        {
            var answer = await portal.SignedInAs(auditor).GetAsync(address);
            var note = answer.Document.QuerySelector("main .ds-note")!.TextContent;
            Assert.Contains($"ended on {Words.Date(today)}", note, StringComparison.Ordinal);
            Assert.Contains("An administrator of the organisation can let you in again", note, StringComparison.Ordinal);
            Assert.DoesNotContain("becomes party to one", answer.Main, StringComparison.Ordinal);
        }

        Assert.Null(during.Document.QuerySelector("main .ds-note"));
        var gone = await portal.SignedInAs(auditor).GetAsync("/agreements/DSA-2026-99999");
        Assert.Contains("My work says which of your audits have ended", gone.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zebra", true)]
    [InlineData("ZEBRAS", true)]
    [InlineData("zebra -crossing", false)]
    [InlineData("\"zebra crossing\"", true)]
    [InlineData("giraffe", false)]
    [InlineData("'\"(&|!:*", false)]
    public async Task Get_Words_FindTheTitle(string words, bool found)
    {
        var shared = await SharedAgreement.DraftAsync(portal, content => content with { Title = "Zebra crossing records" });

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements?q={Uri.EscapeDataString(words)}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(found ? [shared.Reference.Value] : [], References(answer));
        Assert.Equal(!found, answer.Main.Contains("Nothing that you may see matches", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_WordsWithoutAccentsApostrophesAndDashes_AndTheirBeginnings_FindTheTitle()
    {
        var shared = await SharedAgreement.DraftAsync(
            portal,
            content => content with { Title = "Ynys Mo\u0302n \u2013 T\u0177 Hafan, St John\u2019s and Stratford-on-Avon" }
        );
        var browser = shared.BrowserOf(shared.Drafter);

        foreach (
            var words in new[]
            {
                "ynys mon",
                "Ynys Môn",
                "ty  hafan",
                "TŶ HAF",
                "st johns",
                "St John's",
                "stratford on avon",
                "\"ty hafan\"",
            }
        )
        {
            Assert.Equal([shared.Reference.Value], References(await browser.GetAsync($"/agreements?q={Uri.EscapeDataString(words)}")));
        }

        Assert.Empty(References(await browser.GetAsync("/agreements?q=ynys+johan")));
    }

    [Fact]
    public async Task Get_PartyAndDataset_AreFoundToo()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);
        var content = (await shared.FindAsync()).Newest.Document.Content;

        foreach (var words in new[] { content.Parties[1].Name!, content.Datasets[0].Name! })
        {
            Assert.Equal([shared.Reference.Value], References(await browser.GetAsync($"/agreements?q={Uri.EscapeDataString(words)}")));
        }
    }

    [Fact]
    public async Task Get_ReferenceHoweverTyped_FindsJustThat()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        await DraftsAsync(shared.Drafter, [null]);
        var browser = shared.BrowserOf(shared.Drafter);

        Assert.Equal(
            [shared.Reference.Value],
            References(await browser.GetAsync($"/agreements?q={Uri.EscapeDataString($" {shared.Reference.Value.ToLowerInvariant()} ")}"))
        );
    }

    [Fact]
    public async Task Get_ReferenceOfAnAgreementOfOthers_FindsNothing()
    {
        var others = await SharedAgreement.DraftAsync(portal);
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));

        Assert.Empty(References(await browser.GetAsync($"/agreements?q={others.Reference}")));
    }

    [Theory]
    [InlineData("Draft", true)]
    [InlineData("Active", false)]
    [InlineData("", true)]
    [InlineData("Nonsense", true)]
    public async Task Get_State_ShowsThoseOnly(string state, bool found)
    {
        var shared = await SharedAgreement.DraftAsync(portal);

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements?state={state}");

        Assert.Equal(found ? [shared.Reference.Value] : [], References(answer));
    }

    [Fact]
    public async Task Get_MoreThanAPage_LeadsThroughAllInOrder_OnceEach_DatesAlikeOrMissing()
    {
        var drafter = new Actor((await portal.APersonAsync()).Id, await portal.AnOrganisationAsync(), new HashSet<Role> { Role.IgOfficer });
        var person = await portal.APersonAsync(drafter.Organisation, Role.IgOfficer);
        DateOnly?[] starts =
        [
            .. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? (DateOnly?)null : new DateOnly(2026, 10, 1).AddDays(i % 2)),
        ];
        var made = await DraftsAsync(drafter, starts);
        var browser = portal.SignedInAs(person);

        var found = new List<string>();
        var pages = 0;
        for (var address = "/agreements?state=Draft&q="; address is not null; pages++)
        {
            var page = await browser.GetAsync(address);
            Assert.InRange(References(page).Count, 1, 25);
            found.AddRange(References(page));
            address = page
                .Document.QuerySelectorAll("main a")
                .SingleOrDefault(a => a.TextContent == "More agreements")
                ?.GetAttribute("href");
        }

        Assert.Equal(3, pages);
        Assert.Equal(
            made.Zip(starts).OrderBy(m => m.Second ?? DateOnly.MaxValue).ThenBy(m => m.First, StringComparer.Ordinal).Select(m => m.First),
            found
        );
    }

    [Theory]
    [InlineData("q", "%00")]
    [InlineData("after", "%00")]
    [InlineData("after", "x")]
    [InlineData("after", "2026-13-01_DSA-2026-00001")]
    [InlineData("state", "999")]
    public async Task Get_Nonsense_IsNoFailure(string parameter, string value)
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));

        var answer = await browser.GetAsync($"/agreements?{parameter}={value}");

        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, answer.Status.ToString());
    }

    [Fact]
    public async Task Get_ScriptAsSearch_IsShownAsText()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.Requester));

        Hostile.AssertShownHarmlessly(await browser.GetAsync($"/agreements?q={Uri.EscapeDataString(Hostile.Text)}"));
    }

    [Fact]
    public async Task Get_OnlyOfficers_AreOfferedToBringOneIn()
    {
        Assert.NotNull(
            (await portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)).GetAsync("/agreements")).Document.QuerySelector(
                "a[href='/agreements/import']"
            )
        );
        Assert.Null(
            (await portal.SignedInAs(await portal.APersonAsync(Role.IgLead)).GetAsync("/agreements")).Document.QuerySelector(
                "a[href='/agreements/import']"
            )
        );
    }

    /// <summary>A draft for each start date, with nothing in it but that.</summary>
    private Task<List<string>> DraftsAsync(Actor drafter, IEnumerable<DateOnly?> starts) =>
        portal.InDbAsync(
            async (db, now) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
                var made = new List<string>();
                foreach (var start in starts)
                {
                    var reference = await new AgreementStore(db).IssueReferenceAsync(now, TestContext.Current.CancellationToken);
                    db.Agreements.Add(
                        Agreement.Draft(
                            reference,
                            AgreementDocument.Of(new AgreementContent { Title = "Short", StartDate = start }),
                            [],
                            drafter,
                            now
                        )
                    );
                    made.Add(reference.Value);
                }

                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                await transaction.CommitAsync(TestContext.Current.CancellationToken);
                return made;
            }
        );

    private static List<string> References(Answer answer) =>
        [.. answer.Document.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!["/agreements/".Length..])];
}
