using System.Net;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Evidence;

/// <summary>What the pages have in common on which one piece of evidence is changed.</summary>
public abstract class EvidencePageTests(Portal portal) : AgreementActionTests(portal)
{
    private Guid _evidence = Guid.NewGuid();

    protected abstract string Page { get; }

    /// <summary>A form without errors.</summary>
    protected abstract (string Name, string? Value)[] Filled { get; }

    protected override string AddressIn(string reference) => $"/agreements/{reference}/evidence/{_evidence}/{Page}";

    private protected string AddressOf(SharedAgreement shared, EvidenceItem item)
    {
        _evidence = item.Id.Value;
        return AddressIn(shared);
    }

    private protected override async Task<SharedAgreement> ReadyAsync()
    {
        var shared = await SharedAgreement.InApprovalAsync(Portal);
        AddressOf(shared, await shared.AddEvidenceAsync(shared.Drafter, validTo: new DateOnly(2027, 1, 31)));
        return shared;
    }

    // It has been removed.
    private protected override async Task<SharedAgreement> NotNowAsync()
    {
        var shared = await ReadyAsync();
        await RemoveAsync(shared);
        return shared;
    }

    private protected override Task<Actor> SomebodyWhoOnlyReadsAsync(SharedAgreement shared) =>
        shared.SomebodyAsync(shared.Council, Role.RegisterPublisher, Role.OrganisationAdmin);

    private protected static async Task RemoveAsync(SharedAgreement shared) =>
        await shared.DoAsync(
            shared.Drafter,
            (await shared.EvidenceAsync())[0],
            (item, command) => item.Remove(command.Agreement, "Wrong.", command.Actor, command.Now)
        );

    [Fact]
    public async Task GetAndPost_AgreementThatIsOver_IsNotNow()
    {
        var shared = await ReadyAsync();
        await shared.DoAsync(shared.Drafter, change => change.Agreement.Withdraw("Not needed.", change.Actor, change.Now));
        var before = await shared.FootprintAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await shared.BrowserOf(shared.Drafter).PostAsync(AddressIn(shared), Filled)).Status);
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task GetAndPost_OtherPartysEvidence_IsForbiddenAndItsOwnIsNotToBeFound()
    {
        var shared = await ReadyAsync();
        var partner = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgOfficer, Role.IgLead));
        var open = AddressIn(shared);
        var own = AddressOf(shared, await shared.AddEvidenceAsync(shared.Drafter, EvidenceVisibility.OwnOrganisation));
        var before = await shared.FootprintAsync();

        foreach (var (address, status) in new[] { (open, HttpStatusCode.Forbidden), (own, HttpStatusCode.NotFound) })
        {
            Assert.Equal(status, (await partner.GetAsync(address)).Status);
            Assert.Equal(status, (await partner.PostAsync(address, Filled)).Status);
        }

        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task GetAndPost_EvidenceOfAnotherAgreement_IsNotFound()
    {
        var elsewhere = await ReadyAsync();
        var shared = await SharedAgreement.InApprovalAsync(Portal);
        var before = await elsewhere.FootprintAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await shared.BrowserOf(shared.Drafter).PostAsync(AddressIn(shared), Filled)).Status);
        Assert.Equal(before, await elsewhere.FootprintAsync());
    }

    [Fact]
    public async Task Post_MemberOfBothParties_ActsForTheOneThatAddedIt()
    {
        var shared = await ReadyAsync();
        var both = await shared.SomebodyInBothAsync(Role.IgOfficer);

        Assert.Equal(HttpStatusCode.Redirect, (await shared.BrowserOf(both).SendAsync(AddressIn(shared), Filled)).Status);
        Assert.Equal(shared.Council, (await shared.TrailAsync())[^1].OrganisationId);
    }
}
