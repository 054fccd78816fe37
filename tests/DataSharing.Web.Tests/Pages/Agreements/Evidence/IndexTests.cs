using System.Net;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Evidence;

public sealed class IndexTests(Portal portal) : AgreementReadingTests(portal)
{
    private static readonly DateOnly Today = new(2026, 9, 1);

    protected override string AddressIn(string reference) => $"/agreements/{reference}/evidence";

    [Fact]
    public async Task Get_ListsWithValidityInWordsAndShape()
    {
        var shared = await ReadyAsync();
        await shared.AddEvidenceAsync(shared.Drafter, title: "No end");
        await shared.AddEvidenceAsync(shared.Drafter, title: "Far away", validTo: Today.AddYears(2));
        await shared.AddEvidenceAsync(shared.Drafter, title: "Soon", validTo: Today.AddDays(40), place: "/legalLines/L1");
        await shared.AddEvidenceAsync(shared.Drafter, title: "Over", validTo: Today.AddDays(-1), place: "Security");

        var answer = await shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.Requester)).GetAsync(AddressIn(shared));

        var rows = answer.Document.QuerySelectorAll("main tbody tr");
        Assert.Equal(
            ["No end date", "Valid until 1 September 2028", "Expires in", "Expired on 31 August 2026"],
            rows.Select(row => row.QuerySelector(".ds-state")!.TextContent)
                .Select(text => text.StartsWith("Expires in", StringComparison.Ordinal) ? text[..10] : text)
        );
        Assert.Equal(
            ["done", "done", "wait", "bad"],
            rows.Select(row =>
                row.QuerySelector(".ds-state")!.ClassList.Single(c => c.StartsWith("ds-state--", StringComparison.Ordinal))[
                    "ds-state--".Length..
                ]
            )
        );
        Assert.Contains("Certificate · supports Legal grounds: L1", rows[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("supports Security", rows[3].TextContent, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Matches("SHA-256 [0-9a-f]{64}", row.TextContent));
        Assert.Empty(answer.Document.QuerySelectorAll("main a[href$=add], main a[href$=remove]"));
    }

    [Fact]
    public async Task Get_OwnEvidence_IsForItsOrganisationAndItsAuditorsOnly()
    {
        var shared = await ReadyAsync();
        await shared.AddEvidenceAsync(shared.Drafter, EvidenceVisibility.OwnOrganisation, "Only for the council");
        await shared.AddEvidenceAsync(
            await shared.SomebodyAsync(shared.Charity, Role.LegalAdviser),
            EvidenceVisibility.OwnOrganisation,
            "Only for the charity"
        );

        foreach (var address in new[] { AddressIn(shared), $"/agreements/{shared.Reference}/history" })
        {
            var council = (await shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.Siro)).GetAsync(address)).Main;
            var charity = (await shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgOfficer)).GetAsync(address)).Main;
            var auditorOfTheCouncil = (await shared.BrowserOf(await shared.AuditorAsync()).GetAsync(address)).Main;

            Assert.Contains("Only for the council", council, StringComparison.Ordinal);
            Assert.DoesNotContain("Only for the charity", council, StringComparison.Ordinal);
            Assert.Contains("Only for the charity", charity, StringComparison.Ordinal);
            Assert.DoesNotContain("Only for the council", charity, StringComparison.Ordinal);
            Assert.Contains("Only for the council", auditorOfTheCouncil, StringComparison.Ordinal);
            Assert.DoesNotContain("Only for the charity", auditorOfTheCouncil, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_Removed_IsListedAsRemovedWithItsReason()
    {
        var shared = await ReadyAsync();
        var item = await shared.AddEvidenceAsync(shared.Drafter, title: "Taken out");
        await shared.DoAsync(
            shared.Drafter,
            item,
            (evidence, command) => evidence.Remove(command.Agreement, "The wrong one.", command.Actor, command.Now)
        );

        var partner = await shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead)).GetAsync(AddressIn(shared));
        var own = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared));

        var row = Assert.Single(partner.Document.QuerySelectorAll("main details tbody tr"));
        Assert.Contains("Removed on 1 September 2026", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("The wrong one.", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("There is no current evidence that you may see.", partner.Main, StringComparison.Ordinal);
        Assert.Empty(row.QuerySelectorAll("a[href$=file]"));
        Assert.Single(own.Document.QuerySelectorAll("main details a[href$=file]"));
        Assert.Empty(own.Document.QuerySelectorAll("main details a[href$=change]"));
    }

    [Fact]
    public async Task Get_WhoMayKeepEvidence_IsOfferedToChangeTheirOwnOnly()
    {
        var shared = await ReadyAsync();
        var partner = await shared.SomebodyAsync(shared.Charity, Role.InformationSecurity);
        await shared.AddEvidenceAsync(shared.Drafter, title: "Theirs");
        await shared.AddEvidenceAsync(partner, title: "Ours");

        var answer = await shared.BrowserOf(partner).GetAsync(AddressIn(shared));

        Assert.NotNull(answer.Document.QuerySelector("main a[href$='evidence/add']"));
        Assert.Contains(
            "Ours",
            Assert
                .Single(answer.Document.QuerySelectorAll("main tbody tr"), row => row.QuerySelector("a[href$=change]") is not null)
                .TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_HostileWords_AreShownAsText()
    {
        var shared = await ReadyAsync();
        var item = await shared.AddEvidenceAsync(shared.Drafter, title: Hostile.Text);
        Hostile.AssertShownHarmlessly(await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared)));
        await shared.DoAsync(
            shared.Drafter,
            item,
            (evidence, command) => evidence.Remove(command.Agreement, Hostile.Text, command.Actor, command.Now)
        );

        Hostile.AssertShownHarmlessly(await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared)));
        Hostile.AssertShownHarmlessly(await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/history"));
    }

    [Fact]
    public async Task Get_PartyOfAReturnedVersion_ReadsIt()
    {
        var shared = await SharedAgreement.ReturnedAsync(Portal);
        await shared.AddEvidenceAsync(shared.Drafter, title: "For the next version");

        var answer = await shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead)).GetAsync(AddressIn(shared));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("For the next version", answer.Main, StringComparison.Ordinal);
    }
}
