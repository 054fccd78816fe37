using System.Net;
using DataSharing.Domain.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements;

/// <summary>What all pages about one agreement have in common: whoever may not know of it learns nothing from them.</summary>
public abstract class AgreementPageTests(Portal portal)
{
    /// <summary>A reference of the right form that no agreement has.</summary>
    private const string NoSuchReference = "DSA-2026-99999";

    protected Portal Portal => portal;

    protected abstract string AddressIn(string reference);

    private protected string AddressIn(SharedAgreement shared) => AddressIn(shared.Reference.Value);

    /// <summary>An agreement in a state in which the page has something to do or to show.</summary>
    private protected abstract Task<SharedAgreement> ReadyAsync();

    [Fact]
    public async Task GetAndPost_Stranger_IsToldWhatTheyAreToldOfAReferenceThatDoesNotExist()
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();
        var stranger = portal.SignedInAs(
            await portal.APersonAsync([.. Enum.GetValues<Role>().Where(role => role is not (Role.SystemAdmin or Role.Auditor))])
        );

        var answers = new[] { await stranger.GetAsync(AddressIn(shared)), await stranger.PostAsync(AddressIn(shared)) };
        var nowhere = new[] { await stranger.GetAsync(AddressIn(NoSuchReference)), await stranger.PostAsync(AddressIn(NoSuchReference)) };

        Assert.All(
            answers.Zip(nowhere),
            pair =>
            {
                Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (pair.First.Status, pair.Second.Status));
                Assert.Equal(pair.Second.Document.QuerySelector("main")!.OuterHtml, pair.First.Document.QuerySelector("main")!.OuterHtml);
            }
        );
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Get_WhatIsNoReference_IsNotFound()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(AddressIn("DSA-1"))).Status);
    }
}

/// <summary>What the pages have in common on which a person acts.</summary>
public abstract class AgreementActionTests(Portal portal) : AgreementPageTests(portal)
{
    /// <summary>An agreement on which the time for it is over, or has not come.</summary>
    private protected abstract Task<SharedAgreement> NotNowAsync();

    /// <summary>Somebody who takes the page's action.</summary>
    private protected virtual Task<Actor> SomebodyWhoMayAsync(SharedAgreement shared) => Task.FromResult(shared.Drafter);

    /// <summary>A colleague who reads it, but may never take the action.</summary>
    private protected virtual Task<Actor> SomebodyWhoOnlyReadsAsync(SharedAgreement shared) =>
        shared.SomebodyAsync(shared.Council, Role.LegalAdviser, Role.OrganisationAdmin);

    [Fact]
    public async Task GetAndPost_ColleagueWhoOnlyReads_IsForbidden()
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();
        var browser = shared.BrowserOf(await SomebodyWhoOnlyReadsAsync(shared));

        foreach (var answer in new[] { await browser.GetAsync(AddressIn(shared)), await browser.PostAsync(AddressIn(shared)) })
        {
            Assert.Equal((HttpStatusCode.Forbidden, "You may not do that"), (answer.Status, answer.Heading));
        }

        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task GetAndPost_NotTheTimeForIt_IsRefusedWithAnExplanation()
    {
        var shared = await NotNowAsync();
        var before = await shared.FootprintAsync();
        var browser = shared.BrowserOf(await SomebodyWhoMayAsync(shared));

        foreach (var answer in new[] { await browser.GetAsync(AddressIn(shared)), await browser.PostAsync(AddressIn(shared)) })
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
            Assert.Matches("has changed since you opened it|There is nothing for you to", answer.Main);
        }

        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsRefused()
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();
        using var nothing = new FormUrlEncodedContent([]);

        var answer = await shared.BrowserOf(await SomebodyWhoMayAsync(shared)).PostRawAsync(AddressIn(shared), nothing);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(before, await shared.FootprintAsync());
    }
}

/// <summary>What the pages have in common that only show something.</summary>
public abstract class AgreementReadingTests(Portal portal) : AgreementPageTests(portal)
{
    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.InApprovalAsync(Portal);

    [Fact]
    public async Task Get_EverybodyWhoTakesPart_AndTheAuditorInScope_ReadIt()
    {
        var shared = await ReadyAsync();
        var readers = new[]
        {
            shared.Drafter,
            await shared.SomebodyAsync(shared.Charity, Role.IgOfficer),
            await shared.HolderAsync(SharedAgreement.CharityOwner),
            await shared.AuditorAsync(),
        };

        foreach (var reader in readers)
        {
            Assert.Equal(HttpStatusCode.OK, (await shared.BrowserOf(reader).GetAsync(AddressIn(shared))).Status);
        }
    }

    [Fact]
    public async Task Get_Draft_IsOnlyForItsOrganisationAndTheAuditorInScope()
    {
        var shared = await SharedAgreement.DraftAsync(Portal);
        var partner = shared.BrowserOf(
            await shared.SomebodyAsync(shared.Charity, [.. Enum.GetValues<Role>().Where(r => r is not (Role.Auditor or Role.SystemAdmin))])
        );
        var administrator = shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.OrganisationAdmin));

        Assert.Equal(HttpStatusCode.OK, (await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared))).Status);
        Assert.Equal(HttpStatusCode.OK, (await shared.BrowserOf(await shared.AuditorAsync()).GetAsync(AddressIn(shared))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync(AddressIn(shared))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(AddressIn(shared))).Status);
    }

    [Fact]
    public async Task Get_AuditorWithoutAScopeHere_FindsNothing()
    {
        var shared = await ReadyAsync();
        var auditor = Portal.SignedInAs(await Portal.APersonAsync(Role.Auditor));

        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync(AddressIn(shared))).Status);
    }

    [Fact]
    public async Task Post_Reader_IsNotHowItIsUsed()
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await shared.BrowserOf(shared.Drafter).PostAsync(AddressIn(shared))).Status);
        Assert.Equal(before, await shared.FootprintAsync());
    }
}
