using DataSharing.Domain.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Approval;

public sealed class WithdrawTests(Portal portal) : ReasonPageTests(portal)
{
    protected override string Event => "agreement.version-withdrawn";

    protected override Role ActsAs => Role.IgOfficer;

    protected override VersionStatus LeadsTo => VersionStatus.Withdrawn;

    protected override string GoesOnTo => "";

    protected override string AddressIn(string reference) => $"/agreements/{reference}/withdraw";

    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.InApprovalAsync(Portal);

    private protected override async Task<SharedAgreement> NotNowAsync()
    {
        var shared = await SharedAgreement.DraftAsync(Portal);
        await shared.DoAsync(shared.Drafter, change => change.Agreement.Withdraw("Not needed.", change.Actor, change.Now));
        return shared;
    }

    [Fact]
    public async Task Post_WhileAnApproverHasThePageOpen_LeavesThemNothingToDecide()
    {
        var shared = await ReadyAsync();
        var lead = shared.BrowserOf(await shared.HolderAsync(SharedAgreement.CouncilReview));
        var address = $"/agreements/{shared.Reference}/versions/1/stages/{SharedAgreement.CouncilReview}";
        var opened = await lead.GetAsync(address);

        await shared.BrowserOf(shared.Drafter).SendAsync(AddressIn(shared), ("Form.Reason", "Not needed."));
        var answer = await lead.SendAsync(opened, address, ("Form.Choice", "PassGate"));

        Assert.Equal(System.Net.HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("The version is withdrawn, so this stage is closed.", answer.Main, StringComparison.Ordinal);
    }
}
