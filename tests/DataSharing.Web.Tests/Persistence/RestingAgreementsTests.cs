using DataSharing.Persistence.Law;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Persistence;

[Collection(Editions.Name)]
public sealed class RestingAgreementsTests(LawPortal portal)
{
    private const string Code = "GW-LOC1"; // which every one of these agreements cites

    [Fact]
    public async Task OnAsync_ADraftOfOthers_IsNotEvenCounted()
    {
        var reader = await portal.APersonAsync(Role.IgOfficer);
        var before = await OnAsync(new Actor(reader.Id, reader.Organisation, new HashSet<Role> { Role.IgOfficer }));

        var draft = await SharedAgreement.DraftAsync(portal);

        var after = await OnAsync(new Actor(reader.Id, reader.Organisation, new HashSet<Role> { Role.IgOfficer }));
        Assert.Equal((before.InForce, 0, 0), (after.InForce, after.OnTheirWaySeen, after.SeenInAll));
        var drafter = await OnAsync(draft.Drafter);
        Assert.Equal((0, 1, draft.Reference.Value), (drafter.InForceSeen, drafter.OnTheirWaySeen, Assert.Single(drafter.Seen).Reference));
    }

    [Fact]
    public async Task OnAsync_AnAgreementOfOthersInForce_IsCountedAndNotShown()
    {
        var reader = await portal.APersonAsync(Role.IgOfficer);
        var before = await OnAsync(new Actor(reader.Id, reader.Organisation, new HashSet<Role> { Role.IgOfficer }));

        var inForce = await SharedAgreement.InForceAsync(portal);

        var after = await OnAsync(new Actor(reader.Id, reader.Organisation, new HashSet<Role> { Role.IgOfficer }));
        Assert.Equal((before.InForce + 1, 0, 0), (after.InForce, after.InForceSeen, after.Seen.Count));
        Assert.Equal(
            (after.InForce, 1, 0),
            await OnAsync(inForce.Drafter) is var own ? (own.InForce, own.InForceSeen, own.OnTheirWaySeen) : default
        );
        Assert.Contains(
            $"{(after.InForce == 1 ? "1 agreement in force rests" : $"{after.InForce} agreements in force rest")} on it, between {after.Organisations} organisations. You may not see {(after.InForce == 1 ? "it" : "them")}.",
            (await portal.SignedInAs(reader).GetAsync("/law/" + Code)).Main,
            StringComparison.Ordinal
        );
    }

    private Task<RestingAgreements> OnAsync(Actor actor) =>
        portal.InDbAsync(db => RestingAgreements.OnAsync(db, [Code], actor, TestContext.Current.CancellationToken));
}
