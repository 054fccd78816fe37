using System.Net;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Reading;

public sealed class DetailsTests(Portal portal) : AgreementReadingTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}";

    [Fact]
    public async Task Get_ShowsTheWholeAgreementWithItsFactsOfTrust()
    {
        var shared = await ReadyAsync();
        var version = (await shared.FindAsync()).Newest;

        var answer = await shared.BrowserOf(await shared.HolderAsync(SharedAgreement.Guardian)).GetAsync(AddressIn(shared));

        Assert.Equal(version.Title, answer.Heading);
        var facts = answer.Document.QuerySelector(".ds-meta")!.TextContent;
        Assert.All(
            ["In approval", "1.0", version.ContentHash.Abbreviated, "Medium"],
            fact => Assert.Contains(fact, facts, StringComparison.Ordinal)
        );
        Assert.All(version.Document.Content.Parties, party => Assert.Contains(party.Name!, answer.Main, StringComparison.Ordinal));
        Assert.Contains("DSA-061 justified: It is right here.", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_LowerCaseReference_IsTheSamePage()
    {
        var shared = await ReadyAsync();

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared.Reference.Value.ToLowerInvariant()));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(shared.Reference.Value, answer.Document.QuerySelector(".govuk-caption-l")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OffersOnlyWhatThePersonMayDoNow()
    {
        var shared = await SharedAgreement.DraftAsync(Portal);
        var drafter = shared.BrowserOf(shared.Drafter);
        var reader = shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.LegalAdviser));

        Assert.Equal(["draft", "check", "withdraw"], Offered(await drafter.GetAsync(AddressIn(shared))));
        Assert.Empty(Offered(await reader.GetAsync(AddressIn(shared))));
        Assert.Equal(["invite-partners"], OfferedInReview(await drafter.GetAsync(AddressIn(shared))));
        Assert.Empty(OfferedInReview(await reader.GetAsync(AddressIn(shared))));

        await shared.InviteAsync();
        var partner = shared.BrowserOf(await shared.PartnerAsync());
        Assert.Equal(["draft", "check", "withdraw"], Offered(await drafter.GetAsync(AddressIn(shared))));
        Assert.Equal(["agree", "stop-partner-review"], OfferedInReview(await drafter.GetAsync(AddressIn(shared))));
        Assert.Empty(Offered(await partner.GetAsync(AddressIn(shared))));
        Assert.Equal(["agree", "ask-for-change"], OfferedInReview(await partner.GetAsync(AddressIn(shared))));

        await shared.SubmitAsync(shared.Drafter);
        Assert.Equal(["withdraw"], Offered(await drafter.GetAsync(AddressIn(shared))));
    }

    [Fact]
    public async Task Get_AfterAReturn_DraftersHaveBothVersionsAndPartnersTheFirst()
    {
        var shared = await SharedAgreement.ReturnedAsync(Portal);
        var drafter = shared.BrowserOf(shared.Drafter);
        var partner = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead));

        var newest = await drafter.GetAsync(AddressIn(shared));
        Assert.Contains("Version 1.1", newest.Document.QuerySelector(".ds-meta")!.TextContent, StringComparison.Ordinal);
        var first = await drafter.GetAsync(
            newest.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "version 1.0").GetAttribute("href")!
        );
        Assert.Contains("This is version 1.0 as it was.", first.Main, StringComparison.Ordinal);

        Assert.Equal(
            $"{AddressIn(shared)}/versions/2",
            first.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "Version 1.1").GetAttribute("href")
        );

        var theirs = await partner.GetAsync(AddressIn(shared));
        Assert.Contains("Version 1.0", theirs.Document.QuerySelector(".ds-meta")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("1.1", theirs.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync($"{AddressIn(shared)}/versions/2")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await drafter.GetAsync($"{AddressIn(shared)}/versions/3")).Status);
    }

    [Fact]
    public async Task Get_Draft_TellsHowFarEveryPartyIs()
    {
        var shared = await SharedAgreement.DraftAsync(Portal);
        var drafter = shared.BrowserOf(shared.Drafter);
        Assert.Equal(
            ["0 of 2 parties agree the content", "Kirklees Council agrees by submitting", "Homefield Support not invited yet"],
            Parties(await drafter.GetAsync(AddressIn(shared)))
        );

        await shared.InviteAsync();
        Assert.Equal("Homefield Support not yet", Parties(await drafter.GetAsync(AddressIn(shared)))[2]);

        await shared.AgreeAsync(await shared.PartnerAsync());
        var at = (await shared.FindAsync()).Newest.Assents[0].At.InUk();
        Assert.Equal(
            ["1 of 2 parties agrees the content", "Kirklees Council agrees by submitting", $"Homefield Support {at:d MMMM yyyy}"],
            Parties(await drafter.GetAsync(AddressIn(shared)))
        );

        await shared.SubmitAsync(shared.Drafter);
        Assert.Empty((await drafter.GetAsync(AddressIn(shared))).Document.QuerySelectorAll(".ds-parties"));
    }

    private static List<string> Parties(Answer answer)
    {
        var list = answer.Document.QuerySelector(".ds-parties")!;
        return [list.PreviousElementSibling!.TextContent, .. list.Children.Select(li => li.TextContent.Trim())];
    }

    private static List<string> OfferedInReview(Answer answer) =>
        [.. answer.Document.QuerySelectorAll("main .ds-actions a").Select(a => a.GetAttribute("href")!.Split('/')[^1])];

    private static List<string> Offered(Answer answer) =>
        [.. answer.Document.QuerySelectorAll("main .govuk-button-group a").Select(a => a.GetAttribute("href")!.Split('/')[^1])];
}
