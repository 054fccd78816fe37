using System.Net;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Pages.Organisations.People;

public sealed class ConfirmTests(Portal portal)
{
    [Fact]
    public async Task Post_ByASecondAdministrator_BeginsTheRole_AndMyWorkAskedForIt()
    {
        var (asker, member, address) = await WaitingAsync();
        var browser = portal.SignedInAs(await portal.APersonAsync(asker.Organisation, Role.OrganisationAdmin));

        var work = await browser.GetAsync("/");
        var page = await browser.GetAsync(address);
        var undecided = await browser.SendAsync(page, address);
        var answer = await browser.SendAsync(page, address, ("Verdict", "Confirm"));
        var again = await browser.SendAsync(page, address, ("Verdict", "Confirm"), Browser.InAnotherWindow);

        Assert.NotNull(work.Document.QuerySelector($"main a[href='{address}']"));
        Assert.Equal(["Confirm the role or refuse it"], undecided.Errors);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (answer.Status, again.Status));
        Assert.Equal([Role.Siro], await RolesAsync(member));
        Assert.Null((await browser.GetAsync("/")).Document.QuerySelector($"main a[href='{address}']"));
    }

    [Fact]
    public async Task Post_Refused_BeginsNothingAndTells()
    {
        var (asker, member, address) = await WaitingAsync();
        var second = await portal.APersonAsync(asker.Organisation, Role.OrganisationAdmin);

        await portal.SignedInAs(second).SendAsync(address, ("Verdict", "Refuse"));

        Assert.Empty(await RolesAsync(member));
        await portal.AssertToldAsync(asker.Organisation, "organisation.role-refused", second, Role.OrganisationAdmin);
    }

    [Fact]
    public async Task Post_ByThePortalsAdministrator_OnlyWhereThereIsNoSecondAdministrator()
    {
        var (asker, member, address) = await WaitingAsync();
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.SystemAdmin));
        var second = await portal.APersonAsync(asker.Organisation, Role.OrganisationAdmin);

        var refused = await browser.GetAsync(address);
        var silent = (await browser.GetAsync("/")).Document.QuerySelector($"main a[href='{address}']");
        await portal.EndAsync(second, Role.OrganisationAdmin);
        var asked = (await browser.GetAsync("/")).Document.QuerySelector($"main a[href='{address}']");
        var answer = await browser.SendAsync(address, ("Verdict", "Confirm"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Null(silent);
        Assert.NotNull(asked);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal([Role.Siro], await RolesAsync(member));
    }

    [Fact]
    public async Task GetAndPost_WhoGetsItAndAnybodyElse_IsForbidden_AndWhoAskedTakesItBackOnly()
    {
        var (asker, member, address) = await WaitingAsync();
        var receiver = await portal.AlsoAsync(member, member.Organisation, Role.OrganisationAdmin);
        SomePerson[] people = [receiver, await portal.AnAdministratorAsync(), await portal.APersonAsync(asker.Organisation, Role.IgLead)];

        foreach (var browser in people.Select(person => portal.SignedInAs(person)))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(address)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync(address, ("Verdict", "Confirm"))).Status);
        }

        var own = portal.SignedInAs(asker);
        Assert.Equal(["Take it back"], (await own.GetAsync(address)).Document.QuerySelectorAll("main button").Select(b => b.TextContent));
        Assert.Equal(HttpStatusCode.Forbidden, (await own.PostAsync(address, ("Verdict", "Confirm"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await own.PostAsync(address, ("Verdict", "Refuse"))).Status);
        Assert.DoesNotContain(Role.Siro, await RolesAsync(member));
        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"{address[..^36]}{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Database_TakesNoDecisionByARoleThatWasJustConfirmed_OnAStageThatWasOpen()
    {
        var shared = await Persistence.SharedAgreement.InApprovalAsync(portal);
        var lead = await shared.HolderAsync(Persistence.SharedAgreement.CouncilReview);
        await portal.InDbAsync(db =>
            db.Database.ExecuteSqlAsync(
                $"UPDATE memberships SET confirmed_at = portal_now() WHERE person_id = {lead.Person.Value} AND role = 'IgLead'",
                TestContext.Current.CancellationToken
            )
        );

        var page = await shared
            .BrowserOf(lead)
            .GetAsync($"/agreements/{shared.Reference}/versions/1/stages/{Persistence.SharedAgreement.CouncilReview}");
        await Assert.ThrowsAnyAsync<Exception>(() => shared.TakeAsync(Persistence.SharedAgreement.CouncilReview, lead));

        Assert.Contains("It counts here once 24 hours are over", page.Main, StringComparison.Ordinal);
    }

    private async Task<(SomePerson Asker, SomePerson Member, string Address)> WaitingAsync()
    {
        var asker = await portal.AnAdministratorAsync();
        var member = await portal.APersonAsync(asker.Organisation);
        var waiting = await portal.AWaitingRoleAsync(asker, member);
        return (asker, member, $"/organisations/{asker.Organisation.Value}/waiting/{waiting}");
    }

    private Task<List<Role>> RolesAsync(SomePerson person) =>
        portal.InDbAsync(db =>
            db.Memberships.Where(m => m.Person == person.Id && m.EndedAt == null)
                .Select(m => m.Role)
                .ToListAsync(TestContext.Current.CancellationToken)
        );
}
