using DataSharing.Domain;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Web.Pages.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements;

public sealed class EvidenceListTests(Portal portal)
{
    [Fact]
    public async Task At_ShowsWhatSupportsThePlaceAndWhatIsWithinIt()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        await shared.AddEvidenceAsync(shared.Drafter, title: "Line", place: "/legalLines/L1");
        await shared.AddEvidenceAsync(shared.Drafter, title: "Within", place: "/legalLines/L1/lia");
        await shared.AddEvidenceAsync(shared.Drafter, title: "Section", place: "LegalGrounds");
        await shared.AddEvidenceAsync(shared.Drafter, title: "Gone", place: "/legalLines/L99");
        await shared.AddEvidenceAsync(shared.Drafter, EvidenceVisibility.OwnOrganisation, "Own", place: "/legalLines/L1");
        await shared.AddEvidenceAsync(shared.Drafter, title: "Whole");

        var partners = await ReadAsync(shared, await shared.SomebodyAsync(shared.Charity, Role.Requester));
        var drafters = await ReadAsync(shared, shared.Drafter);

        Assert.Equal(["Line", "Within"], TitlesAt(partners, "/legalLines/L1"));
        Assert.Equal(["Line", "Within", "Own"], TitlesAt(drafters, "/legalLines/L1"));
        Assert.Equal(["Line", "Within", "Section", "Gone"], TitlesAt(partners, "LegalGrounds"));
        Assert.Empty(TitlesAt(partners, "/legalLines/L2"));
        Assert.Equal((false, true), (partners.At("LegalGrounds").MayAdd, drafters.At("LegalGrounds").MayAdd));
        Assert.Equal(["Gone"], partners.Rows.Where(row => row.PlaceIsGone).Select(row => row.Item.Title));
        Assert.Throws<FormatException>(() => partners.At("/nothing"));
    }

    private static IEnumerable<string> TitlesAt(EvidenceList list, string place) => list.At(place).Rows.Select(row => row.Item.Title);

    private static async Task<EvidenceList> ReadAsync(SharedAgreement shared, Actor actor)
    {
        await using var db = shared.Open();
        var agreement = await shared.FindAsync();
        return await EvidenceList.ReadAsync(db, agreement, agreement.Current, actor, new DateOnly(2026, 9, 1), TestContext.Current.CancellationToken);
    }
}
