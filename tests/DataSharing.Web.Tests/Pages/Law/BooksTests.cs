using System.Net;
using DataSharing.Domain;
using DataSharing.Domain.Law;
using DataSharing.Domain.Law.Editions;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Law;

[Collection(Editions.Name)]
public sealed class BooksTests(LawPortal portal)
{
    [Fact]
    public async Task Get_AfterARelease_TellsWhatIsNewAndWhichCounts()
    {
        var number = await portal.ReleaseLawBookAsync(book => book.With(book.Gateway("GW-LOC1")! with { Limits = $"Limits of book {book.Number}." }));

        var answer = await portal.SignedInAs(await portal.APersonAsync(Role.Requester)).GetAsync("/law/books");

        var first = answer.Document.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains($"Law book {number}", first, StringComparison.Ordinal);
        Assert.Contains("counts now", first, StringComparison.Ordinal);
        Assert.Contains("What the test changes.", first, StringComparison.Ordinal);
        Assert.Contains($"1 difference against law book {number - 1}", first, StringComparison.Ordinal);
        Assert.Contains("It came with the portal.", answer.Document.QuerySelectorAll("tbody tr")[^1].TextContent, StringComparison.Ordinal);
        Assert.Empty(answer.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Get_InPreparation_IsForAdministratorsToKnow()
    {
        var admin = await portal.ASystemAdministratorAsync();
        await portal.ALawBookInPreparationAsync(admin);

        Assert.Contains("is being prepared", (await portal.SignedInAs(admin).GetAsync("/law/books")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("is being prepared", (await portal.SignedInAs(await portal.APersonAsync(Role.Auditor)).GetAsync("/law/books")).Main, StringComparison.Ordinal);
    }
}
