using System.Net;
using DataSharing.Domain.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Partners;

public sealed class AskForChangeTests(Portal portal) : ReasonPageTests(portal)
{
    protected override string Event => "agreement.change-asked";

    protected override Role ActsAs => Role.PartnerContributor;

    protected override VersionStatus LeadsTo => VersionStatus.Draft;

    protected override string GoesOnTo => "";

    // What is being redrafted is the drafter's again, so partners are led to their work and find nothing at the old address.
    private protected override string LocationAfter(SharedAgreement shared) => $"/?asked={shared.Reference}";

    protected override HttpStatusCode SecondPress => HttpStatusCode.NotFound;

    protected override string AddressIn(string reference) => $"/agreements/{reference}/ask-for-change";

    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.InPartnerReviewAsync(Portal);

    private protected override Task<SharedAgreement> NotNowAsync() => SharedAgreement.InApprovalAsync(Portal);

    private protected override Task<Actor> SomebodyWhoMayAsync(SharedAgreement shared) => shared.PartnerAsync();

    [Fact]
    public async Task GetAndPost_TheDrafterOrAReaderOfThePartner_IsForbidden()
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();

        foreach (var actor in new[] { shared.Drafter, await shared.SomebodyAsync(shared.Charity, Role.Siro) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await shared.BrowserOf(actor).GetAsync(AddressIn(shared))).Status);
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await shared.BrowserOf(actor).PostAsync(AddressIn(shared), ("Form.Reason", "because"))).Status
            );
        }

        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_WithAReason_TellsTheDrafterOnTheDraftAndTakesBackWhatWasAgreed()
    {
        var shared = await ReadyAsync();
        var partner = await shared.PartnerAsync();
        await shared.AgreeAsync(partner);

        await shared.BrowserOf(partner).SendAsync(AddressIn(shared), ("Form.Reason", "Door codes are missing."));

        var draft = await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}");
        Assert.Contains("Door codes are missing.", draft.Main, StringComparison.Ordinal);
        Assert.Contains($"{shared.NameOf(partner)} (", draft.Main, StringComparison.Ordinal);
        Assert.Contains("0 of 2 parties agree the content", draft.Main, StringComparison.Ordinal);

        await shared.InviteAsync();
        Assert.DoesNotContain(
            "Door codes are missing.",
            (await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}")).Main,
            StringComparison.Ordinal
        );
    }
}
