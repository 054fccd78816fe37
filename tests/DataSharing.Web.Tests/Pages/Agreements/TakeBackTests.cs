using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements;

public sealed class TakeBackTests(Portal portal) : ReasonPageTests(portal)
{
    protected override string Event => "VersionTakenBack";

    protected override Role ActsAs => Role.IgOfficer;

    protected override VersionStatus LeadsTo => VersionStatus.ChangesRequested;

    protected override string GoesOnTo => "";

    protected override string AddressIn(string reference) => $"/agreements/{reference}/take-back";

    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.OnConditionsAsync(Portal);

    // Nobody has made conditions.
    private protected override Task<SharedAgreement> NotNowAsync() => SharedAgreement.InApprovalAsync(Portal);
}
