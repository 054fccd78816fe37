using System.Net;
using AngleSharp.Html.Dom;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Persistence.Law;
using DataSharing.Web.Pages.Law;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Law;

[Collection(Editions.Name)]
public sealed class BooksTests(LawPortal portal)
{
    [Fact]
    public async Task Get_AfterARelease_TellsWhatIsNewAndWhichCounts()
    {
        var number = await portal.ReleaseLawBookAsync(book =>
            book.With(book.Gateway("GW-LOC1")! with { Limits = $"Limits of book {book.Number}." })
        );

        var answer = await portal.SignedInAs(await portal.APersonAsync(Role.Requester)).GetAsync("/law/books");

        var first = answer.Document.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains($"Law book {number}", first, StringComparison.Ordinal);
        Assert.Contains("counts now", first, StringComparison.Ordinal);
        Assert.Contains("What the test changes.", first, StringComparison.Ordinal);
        Assert.Contains($"1 difference against law book {number - 1}", first, StringComparison.Ordinal);
        Assert.Matches("Nothing was in force to be checked|Checked [1-9]", first);
        Assert.Contains("It came with the portal.", answer.Document.QuerySelectorAll("tbody tr")[^1].TextContent, StringComparison.Ordinal);
        Assert.Empty(answer.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Law_OnADayBeforeTheFirstRelease_SaysNothingOfTheBookOfThatDay()
    {
        await portal.ReleaseLawBookAsync(book => book);
        var reader = portal.SignedInAs(await portal.APersonAsync(Role.Requester));

        Assert.DoesNotContain(
            "On that day agreements were judged",
            (await reader.GetAsync("/law?kind=gateways&on=2019-01-01")).Main,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "On that day agreements were judged",
            (await reader.GetAsync($"/law?kind=gateways&book=1&on={await TodayAsync()}")).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_law_book_of_the_portal_is_offered_until_its_provisions_are_in_the_one_that_counts()
    {
        await portal.AsDeliveredAsync();
        await portal.NothingInPreparationAsync(EditionKind.LawBook);
        var admin = portal.SignedInAs(await portal.ASystemAdministratorAsync());
        var page = await admin.GetAsync("/law/books");

        Assert.Contains("A newer law book comes with the portal", page.Main, StringComparison.Ordinal);
        await admin.SendAsync((IHtmlFormElement)page.Document.QuerySelector("main form[action*='fromPortal=true']")!, "/law/books");
        var prepared = await portal.InDbAsync(async db =>
            LawBook.Read((await new EditionStore(db).FindOpenAsync(EditionKind.LawBook, TestContext.Current.CancellationToken))!.Bytes.Span)
        );

        Assert.All(LawBook.Shipped.Entries, entry => Assert.Equal(entry.GetType(), prepared.Find(entry.Code)?.GetType()));
        Assert.Null(OfferedBook.For(prepared));
    }

    private Task<string> TodayAsync() => portal.InDbAsync((_, now) => Task.FromResult($"{now.UkDay():yyyy-MM-dd}"));

    [Fact]
    public async Task Get_InPreparation_IsForAdministratorsToKnow()
    {
        var admin = await portal.ASystemAdministratorAsync();
        await portal.ALawBookInPreparationAsync(admin);

        Assert.Contains("is being prepared", (await portal.SignedInAs(admin).GetAsync("/law/books")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "is being prepared",
            (await portal.SignedInAs(await portal.APersonAsync(Role.Auditor)).GetAsync("/law/books")).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_ABookOfATimeBeforeItSaidWhoMayUseWhat_SaysThatItDoesNot()
    {
        var number = await portal.ReleaseLawBookAsync(book =>
            book.Entries.Aggregate(book, (silent, entry) => silent.With(entry with { OpenTo = [] }))
        );
        var reader = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));

        var answer = await reader.GetAsync($"/law?book={number}&kind=gateways&who=insurer");

        Assert.Contains(
            $"Law book {number} does not say which kinds of bodies its provisions are open to.",
            answer.Main,
            StringComparison.Ordinal
        );
        Assert.Contains("GW-LOC1", answer.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "does not say which kinds",
            (await reader.GetAsync("/law?book=1&kind=gateways&who=insurer")).Main,
            StringComparison.Ordinal
        );
        await portal.AsDeliveredAsync();
    }
}
