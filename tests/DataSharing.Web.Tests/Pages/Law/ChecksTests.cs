using System.Net;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Pages.Law;

[Collection(Editions.Name)]
public sealed class ChecksTests(LawPortal portal)
{
    private const string Address = "/law/checks";

    [Fact]
    public async Task Post_Ask_ChecksEverythingInForce_AndTellsHowFarItIs()
    {
        await portal.AsDeliveredAsync();
        await SharedAgreement.InForceAsync(portal);
        var browser = portal.SignedInAs(await portal.ASystemAdministratorAsync());

        Assert.Equal(Address, (await browser.SendAsync(Address)).Location?.OriginalString);
        await portal.FinishRechecksAsync();

        var row = (await browser.GetAsync(Address)).Document.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("An administrator asked for it", row, StringComparison.Ordinal);
        Assert.Matches(@"[1-9]\d* checked\s+in less than a minute", row);
    }

    [Fact]
    public async Task Get_NewFindings_LeadToThemWhoeverMayReadThem()
    {
        await portal.InDbAsync(
            (db, now) =>
            {
                var round = Recheck.Because(RecheckReason.Asked, now);
                round.Note(new(Guid.NewGuid()), 5, 3, 0, 0, Act.OfThePortal, now);
                round.Finish(Act.OfThePortal, now);
                db.Rechecks.Add(round);
                db.Rechecks.Add(Finished(now));
                return Task.FromResult(true);
            }
        );

        var reader = (await portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)).GetAsync(Address)).Document;
        var administrator = (await portal.SignedInAs(await portal.ASystemAdministratorAsync()).GetAsync(Address)).Document;

        Assert.Contains(
            reader.QuerySelectorAll("td[data-label=New] a"),
            link => (link.TextContent, link.GetAttribute("href")) == ("3", "/agreements/new-findings")
        );
        Assert.Empty(administrator.QuerySelectorAll("td[data-label=New] a"));
        Assert.Contains(
            reader.QuerySelectorAll("td[data-label=Progress]"),
            cell => cell.TextContent.Trim() == "Nothing was in force" && cell.QuerySelector(".ds-state--done") is null
        );

        static Recheck Finished(DateTimeOffset now)
        {
            var nothing = Recheck.Because(RecheckReason.Asked, now);
            nothing.Finish(Act.OfThePortal, now);
            return nothing;
        }
    }

    [Fact]
    public async Task Post_StopAndGoOn_StopAndGoOn()
    {
        var browser = portal.SignedInAs(await portal.ASystemAdministratorAsync());
        var round = await StoppedAsync();

        var page = await browser.GetAsync(Address);
        Assert.Contains("Stopped by", page.Main, StringComparison.Ordinal);
        Assert.Equal(Address, (await browser.PostAsync($"{Address}?handler=GoOn&id={round}")).Location?.OriginalString);
        await portal.FinishRechecksAsync();

        Assert.Equal(Address, (await browser.PostAsync($"{Address}?handler=Stop&id={round}")).Location?.OriginalString); // too late: nothing happens
        Assert.True(
            await portal.InDbAsync(db =>
                db.Rechecks.AnyAsync(
                    r => r.Id == round && r.FinishedAt != null && r.StoppedAt == null,
                    TestContext.Current.CancellationToken
                )
            )
        );
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"{Address}?handler=Stop&id={Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Post_GoOn_WhileAnotherThatWasAskedForIsUnderWay_IsAConflict()
    {
        await portal.FinishRechecksAsync();
        var browser = portal.SignedInAs(await portal.ASystemAdministratorAsync());
        var round = await StoppedAsync();
        await portal.WhileNobodyChecksAsync(async () =>
        {
            await browser.SendAsync(Address);

            Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsync($"{Address}?handler=GoOn&id={round}")).Status);
        });
        await portal.FinishRechecksAsync();
        Assert.Equal(Address, (await browser.PostAsync($"{Address}?handler=GoOn&id={round}")).Location?.OriginalString);
        await portal.FinishRechecksAsync();
    }

    [Theory]
    [InlineData("Ask")]
    [InlineData("Stop")]
    [InlineData("GoOn")]
    public async Task Post_AnybodyElse_IsForbidden(string handler)
    {
        var round = await StoppedAsync();
        var browser = portal.SignedInAs(await portal.APersonAsync([.. Enum.GetValues<Role>().Where(role => role is not Role.SystemAdmin)]));

        Assert.Empty((await browser.GetAsync(Address)).Document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync($"{Address}?handler={handler}&id={round}")).Status);
    }

    [Fact]
    public async Task Get_ARoundForOneOrganisation_IsItsOwnMatter()
    {
        await portal.AsDeliveredAsync();
        var shared = await SharedAgreement.InForceAsync(portal);
        await portal.InDbAsync(
            (db, now) =>
            {
                db.Rechecks.Add(Recheck.Because(RecheckReason.Evidence, now, shared.Charity));
                return Task.FromResult(true);
            }
        );
        await portal.FinishRechecksAsync();

        Assert.Contains(
            "evidence changed",
            (await shared.BrowserOf(await shared.PartnerAsync()).GetAsync(Address)).Document.QuerySelector("tbody tr")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "1 September 2026",
            (await shared.BrowserOf(shared.Drafter).GetAsync(Address))
                .Document.QuerySelectorAll("tbody tr")
                .Where(row => row.TextContent.Contains("evidence changed", StringComparison.Ordinal))
                .Select(row => row.TextContent)
        );
    }

    private Task<Guid> StoppedAsync() =>
        portal.InDbAsync(
            async (db, now) =>
            {
                var by = await portal.ASystemAdministratorAsync();
                var round = Recheck.Because(RecheckReason.Asked, now);
                round.Stop(GivenEditions.As(by), now);
                db.Rechecks.Add(round);
                return round.Id;
            }
        );
}
