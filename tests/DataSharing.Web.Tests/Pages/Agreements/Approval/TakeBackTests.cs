using DataSharing.Domain.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Approval;

public sealed class TakeBackTests(Portal portal) : ReasonPageTests(portal)
{
    protected override string Event => "agreement.version-taken-back";

    protected override Role ActsAs => Role.IgOfficer;

    protected override VersionStatus LeadsTo => VersionStatus.ChangesRequested;

    protected override string GoesOnTo => "";

    protected override string AddressIn(string reference) => $"/agreements/{reference}/take-back";

    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.OnConditionsAsync(Portal);

    // Nobody has made conditions.
    private protected override Task<SharedAgreement> NotNowAsync() => SharedAgreement.InApprovalAsync(Portal);

    [Fact]
    public async Task Post_WithAReason_OpensADraftOfTheSameContentWithItsJustifications()
    {
        var shared = await ReadyAsync();

        await shared.BrowserOf(shared.Drafter).SendAsync(AddressIn(shared), ("Form.Reason", "We change it rather."));

        var agreement = await shared.FindAsync();
        Assert.Equal((VersionStatus.Draft, agreement.Version(1)!.ContentHash), (agreement.Newest.Status, agreement.Newest.ContentHash));
        Assert.Equal(["DSA-061", "DSA-091"], agreement.Newest.Justifications.Select(j => j.RuleId).Order());
    }
}
