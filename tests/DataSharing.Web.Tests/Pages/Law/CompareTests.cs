using System.Net;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Law;

[Collection(Editions.Name)]
public sealed class CompareTests(LawPortal portal)
{
    [Fact]
    public async Task Get_TwoBooks_TellsWhatDiffersAndWhomItTouches()
    {
        var shared = await SharedAgreement.DraftAsync(portal); // it cites GW-LOC1
        var number = await portal.ReleaseLawBookAsync(book =>
            book.With(book.Gateway("GW-LOC1")! with { Limits = $"As in book {book.Number}." })
        );
        var address = $"/law/books/compare?from={number - 1}&to={number}";

        var drafter = await shared.BrowserOf(shared.Drafter).GetAsync(address);
        var stranger = await portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)).GetAsync(address);

        Assert.Contains($"As in book {number}.", drafter.Main, StringComparison.Ordinal);
        Assert.Contains(
            drafter.Document.QuerySelectorAll("section[aria-labelledby=resting] a"),
            a => a.GetAttribute("href")!.Contains(shared.Reference.Value, StringComparison.Ordinal)
        );
        Assert.Empty(stranger.Document.QuerySelectorAll("section[aria-labelledby=resting] a"));
        Assert.Matches(
            @"No agreement in force rests on it\.|rests? on it, between \d+ organisations?\. You may not see (it|them)\.",
            stranger.Main
        );
    }

    [Fact]
    public async Task Get_TheNewerBookFirst_IsReadInTheOrderOfTheBooksAndSaysSo()
    {
        var number = await portal.ReleaseLawBookAsync(book =>
            book.With(book.Title, book.AsOf, [.. book.OpenPoints, $"A point of book {book.Number}."])
        );
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));

        var backwards = await browser.GetAsync($"/law/books/compare?from={number}&to={number - 1}");
        var forwards = await browser.GetAsync($"/law/books/compare?from={number - 1}&to={number}");

        Assert.Equal($"From law book {number - 1} to law book {number}", backwards.Heading);
        Assert.Contains($"You asked from law book {number} to law book {number - 1}.", backwards.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("You asked", forwards.Main, StringComparison.Ordinal);
        Assert.All([backwards, forwards], page => Assert.Contains($"New: A point of book {number}.", page.Main, StringComparison.Ordinal));
        Assert.All([backwards, forwards], page => Assert.DoesNotContain("Settled:", page.Main, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_PurposesThatDiffer_AreInWords()
    {
        await portal.AsDeliveredAsync();
        var number = await portal.ReleaseLawBookAsync(book =>
            book.With(book.Gateway("GW-LOC1")! with { AllowedPurposeCodes = ["ElectoralRegistration"] })
        );

        Assert.Contains(
            "Electoral registration",
            (
                await portal
                    .SignedInAs(await portal.APersonAsync(Role.IgOfficer))
                    .GetAsync($"/law/books/compare?from={number - 1}&to={number}")
            ).Main,
            StringComparison.Ordinal
        );
        await portal.AsDeliveredAsync();
    }

    [Theory]
    [InlineData("?from=1&to=99")]
    [InlineData("?from=0&to=1")]
    public async Task Get_ABookThatWasNeverReleased_IsNotFound(string query) =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)).GetAsync("/law/books/compare" + query)).Status
        );

    [Fact]
    public async Task Get_TheSameBookTwice_DiffersInNothing() =>
        Assert.Contains(
            "Nothing differs.",
            (await portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)).GetAsync("/law/books/compare?from=1&to=1")).Main,
            StringComparison.Ordinal
        );
}
