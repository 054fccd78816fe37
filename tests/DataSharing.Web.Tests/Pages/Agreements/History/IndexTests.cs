using DataSharing.Domain.Agreements.Comments;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.History;

public sealed class IndexTests(Portal portal) : AgreementReadingTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/history";

    [Fact]
    public async Task Get_TellsEverythingWithPersonRoleOrganisationVersionAndHash_NewestFirst()
    {
        var shared = await SharedAgreement.BeforeAsync(Portal, SharedAgreement.CharitySigns + 1);
        var agreement = await shared.FindAsync();

        var answer = await shared.BrowserOf(await shared.AuditorAsync()).GetAsync(AddressIn(shared));

        var entries = answer
            .Document.QuerySelectorAll(".ds-timeline > li")
            .Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ToList();
        Assert.Equal((await shared.TrailAsync()).Count, entries.Count);
        Assert.Contains("started the draft", entries[^1], StringComparison.Ordinal);
        Assert.Contains("noted that every controller has signed", entries[0], StringComparison.Ordinal);
        Assert.All(
            entries,
            entry => Assert.Contains($"version 1.0 {agreement.Newest.ContentHash.Abbreviated}", entry, StringComparison.Ordinal)
        );

        var council = (await Portal.InDbAsync(db => Task.FromResult(db.Organisations.Single(o => o.Id == shared.Council)))).Details.Name;
        var guardian = shared.NameOf(await shared.HolderAsync(SharedAgreement.Guardian));
        Assert.Single(
            entries,
            entry => entry.Contains($"{guardian}, Caldicott Guardian of {council}, approved (Caldicott Guardian)", StringComparison.Ordinal)
        );
        Assert.Single(
            entries,
            entry =>
                entry.Contains("submitted version 1.0 for approval", StringComparison.Ordinal)
                && entry.Contains("DSA-061 justified: It is right here.", StringComparison.Ordinal)
        );
        Assert.Equal(2, entries.Count(entry => entry.Contains("signed it as Director", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Get_CommentsForOneOrganisation_AreToldToItAndItsAuditorsOnly()
    {
        var shared = await SharedAgreement.InPartnerReviewAsync(Portal);
        await shared.CommentAsync(shared.Drafter, "Only for us.", Audience.OwnOrganisation);
        await shared.CommentAsync(shared.Drafter, "For everybody.");
        var readers = new[] { shared.Drafter, await shared.AuditorAsync(), await shared.PartnerAsync() };

        var told = new List<bool>();
        foreach (var reader in readers)
        {
            var history = await shared.BrowserOf(reader).GetAsync(AddressIn(shared));
            Assert.Contains("commented on Data flows: F1", history.Main, StringComparison.Ordinal);
            Assert.Contains("For everybody.", history.Main, StringComparison.Ordinal);
            told.Add(history.Body.Contains("Only for us.", StringComparison.Ordinal));
        }

        Assert.Equal([true, true, false], told);
    }

    [Fact]
    public async Task Get_AfterAReturn_PartnersDoNotReadOfTheNextDraft()
    {
        var shared = await SharedAgreement.ReturnedAsync(Portal);
        await shared.JustifyAsync(shared.Drafter, "Only ours to read.");
        var partner = await shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead)).GetAsync(AddressIn(shared));
        var drafter = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared));

        Assert.DoesNotContain("Only ours to read.", partner.Main, StringComparison.Ordinal);
        Assert.Contains("Only ours to read.", drafter.Main, StringComparison.Ordinal);
        Assert.Contains("Say who holds the door codes.", partner.Main, StringComparison.Ordinal);
        Assert.Contains("Sections: Security", partner.Main, StringComparison.Ordinal);
    }
}
