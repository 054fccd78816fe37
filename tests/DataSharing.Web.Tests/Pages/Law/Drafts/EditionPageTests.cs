using System.Net;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Law.Drafts;

/// <summary>What every page about an edition in preparation has in common: it is for administrators of the portal, and there is none without one.</summary>
[Collection(Editions.Name)]
public abstract class EditionPageTests(LawPortal portal)
{
    protected LawPortal Portal => portal;

    protected abstract string Address { get; }

    protected virtual EditionKind Kind => EditionKind.LawBook;

    [Fact]
    public async Task GetAndPost_AnybodyButAnAdministratorOfThePortal_IsForbidden()
    {
        await PreparedAsync();
        var browser = portal.SignedInAs(await portal.APersonAsync([.. Enum.GetValues<Role>().Where(role => role is not Role.SystemAdmin)]));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync(Address)).Status);
    }

    [Fact]
    public async Task GetAndPost_NothingInPreparation_IsNotFoundOrTooLate()
    {
        await portal.NothingInPreparationAsync(Kind);
        var browser = portal.SignedInAs(await portal.ASystemAdministratorAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsync(Address)).Status);
    }

    /// <summary>Does whoever saves on this page write in the edition?</summary>
    protected virtual bool Writes => true;

    [Fact]
    public async Task Get_WhoeverHasNotWrittenInIt_IsToldThatSavingCostsTheRelease()
    {
        var writer = await PreparedAsync();
        if (!Writes)
        {
            return;
        }

        Assert.Contains(
            "If you save here, you cannot release",
            (await portal.SignedInAs(await portal.ASystemAdministratorAsync()).GetAsync(Address)).Main,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("you cannot release", (await portal.SignedInAs(writer).GetAsync(Address)).Main, StringComparison.Ordinal);
    }

    /// <returns>Who began it.</returns>
    protected async Task<SomePerson> PreparedAsync(Func<LawBook, LawBook>? change = null)
    {
        var admin = await portal.ASystemAdministratorAsync();
        await (
            Kind is EditionKind.LawBook
                ? portal.ALawBookInPreparationAsync(admin, change)
                : portal.APolicyInPreparationAsync(admin, policy => policy)
        );
        return admin;
    }

    protected Task<LawBook> BookAsync() =>
        portal.InDbAsync(async db =>
            LawBook.Read(
                (
                    await new DataSharing.Persistence.Law.EditionStore(db).FindOpenAsync(
                        EditionKind.LawBook,
                        TestContext.Current.CancellationToken
                    )
                )!
                    .Bytes
                    .Span
            )
        );
}
