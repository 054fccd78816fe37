using System.Net;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Partners;

public sealed class AgreeContentTests(Portal portal) : AgreementActionTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/agree";

    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.InPartnerReviewAsync(Portal);

    private protected override Task<SharedAgreement> NotNowAsync() => SharedAgreement.InApprovalAsync(Portal);

    private protected override Task<Actor> SomebodyWhoMayAsync(SharedAgreement shared) => shared.PartnerAsync();

    [Theory]
    [InlineData(Role.IgOfficer)]
    [InlineData(Role.IgLead)]
    [InlineData(Role.PartnerContributor)]
    public async Task Post_BindsTheVeryBytesThatWereShown(Role role)
    {
        var shared = await ReadyAsync();
        var partner = await shared.SomebodyAsync(shared.Charity, role);
        var browser = shared.BrowserOf(partner);
        var version = (await shared.FindAsync()).Newest;
        var page = await browser.GetAsync(AddressIn(shared));

        var answer = await browser.SendAsync(page, AddressIn(shared));

        Assert.Contains(version.ContentHash.Hex, page.Main, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, $"/agreements/{shared.Reference}"), (answer.Status, answer.Location?.OriginalString));
        var agreement = await shared.FindAsync();
        Assert.True(agreement.Newest.IsAgreedBy(shared.Charity));
        Assert.False(agreement.Newest.IsEditor(partner.Person));
        await shared.AssertToldAsync("agreement.content-agreed", partner, role);
        await using var db = shared.Open();
        var kept = await new AgreementStore(db).AgreedContentAsync(
            agreement.Id,
            version.ContentHash,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(version.Document.Bytes.ToArray(), kept!.Bytes.ToArray());
        Assert.Null(await new AgreementStore(db).AgreedContentAsync(agreement.Id, default, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Post_ByTheDraftingOrganisationToo_CountsForItself()
    {
        var shared = await ReadyAsync();
        await shared.AgreeAsync(await shared.PartnerAsync());

        await shared.BrowserOf(shared.Drafter).SendAsync(AddressIn(shared));

        Assert.Contains(
            "2 of 2 parties agree the content",
            (await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}")).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task GetAndPost_AgreedForAnotherOrganisationMeanwhile_SaysWhyNot()
    {
        var shared = await ReadyAsync();
        var both = await shared.SomebodyInBothAsync(Role.IgOfficer);
        var browser = shared.BrowserOf(both);
        await browser.SendAsync("/acting-for", ("Form.Organisation", shared.Council.Value.ToString()));
        var page = await browser.GetAsync(AddressIn(shared));
        await shared.AgreeAsync(both);

        var answer = await browser.SendAsync(page, AddressIn(shared));
        var again = await browser.GetAsync(AddressIn(shared));

        Assert.NotNull(page.Document.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.All([answer, again], shown => Assert.Contains("You agreed this content for", shown.Main, StringComparison.Ordinal));
        Assert.Null(again.Document.QuerySelector("main form"));
        Assert.False((await shared.FindAsync()).Newest.IsAgreedBy(shared.Council));
    }

    [Fact]
    public async Task Post_ContentChangedMeanwhile_IsRefusedWithAnExplanation()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(await shared.PartnerAsync());
        var page = await browser.GetAsync(AddressIn(shared));
        await shared.RenameAsync("Another");

        var answer = await browser.SendAsync(page, AddressIn(shared));

        Assert.Equal((HttpStatusCode.Conflict, "That is not possible now"), (answer.Status, answer.Heading));
        Assert.False((await shared.FindAsync()).Newest.IsAgreedBy(shared.Charity));
    }

    [Fact]
    public async Task Post_PressedTwice_HappensOnce()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(await shared.PartnerAsync());
        var page = await browser.GetAsync(AddressIn(shared));

        await browser.SendAsync(page, AddressIn(shared));
        await browser.SendAsync(page, AddressIn(shared));
        await browser.SendAsync(page, AddressIn(shared), Browser.InAnotherWindow);

        Assert.Single((await shared.FindAsync()).Newest.Assents);
        Assert.Single(await shared.TrailAsync(), e => e.Name == "agreement.content-agreed");
        var after = await browser.GetAsync(AddressIn(shared));
        Assert.Contains("agreed this content", after.Main, StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task Get_AfterAChange_NamesWhoseChangeItWas()
    {
        var shared = await ReadyAsync();
        var partner = await shared.PartnerAsync();
        await shared.AgreeAsync(partner);
        var title = (await shared.FindAsync()).Newest.Title!;
        await shared.RenameAsync("Another", await shared.SomebodyAsync(shared.Council, Role.IgOfficer));
        var culprit = shared.Drafter;
        await shared.RenameAsync(title);
        await shared.RenameAsync("A third", culprit);
        await shared.RenameAsync("A fourth", await shared.SomebodyAsync(shared.Council, Role.IgOfficer));

        var draft = (await shared.BrowserOf(partner).GetAsync($"/agreements/{shared.Reference}")).Main;
        var page = (await shared.BrowserOf(partner).GetAsync(AddressIn(shared))).Main;

        var council = await Portal.InDbAsync(db => Task.FromResult(db.Organisations.Single(o => o.Id == shared.Council).Details.Name));
        Assert.Contains($"changed since by {shared.NameOf(culprit)} ({council})", draft, StringComparison.Ordinal);
        Assert.Contains($"changed since by {shared.NameOf(culprit)} ({council})", page, StringComparison.Ordinal);
        Assert.Contains("0 of 2 parties agree the content", draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_KeepsOnlyBytesOfTheirHash()
    {
        var shared = await ReadyAsync();
        await shared.AgreeAsync(await shared.PartnerAsync());

        var refusal = await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            shared.RunSqlAsync(
                "UPDATE agreed_contents SET canonical_content = 'other' WHERE agreement_id = (SELECT agreement_id FROM agreement_versions WHERE id = $1)",
                asOwner: true
            )
        );
        var forbidden = await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            shared.RunSqlAsync("UPDATE assents SET content_hash = content_hash WHERE version_id = $1")
        );

        Assert.Equal(("ck_agreed_contents_hash", "42501"), (refusal.ConstraintName, forbidden.SqlState));
    }
}
