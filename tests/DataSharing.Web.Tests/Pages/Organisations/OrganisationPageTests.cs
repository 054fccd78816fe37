using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Organisations;

/// <summary>What every page has in common that changes something of one organisation: only its administrators open it.</summary>
public abstract class OrganisationPageTests(Portal portal)
{
    protected Portal Portal => portal;

    /// <summary>Who may open it.</summary>
    protected virtual Role[] Permitted => [Role.OrganisationAdmin];

    protected abstract string AddressIn(OrganisationId organisation);

    [Fact]
    public async Task GetAndPost_ColleagueWithAllOtherRoles_IsForbidden()
    {
        var organisation = await portal.AnOrganisationAsync();
        var colleague = await portal.APersonAsync(
            organisation,
            [.. Enum.GetValues<Role>().Except(Permitted).Where(r => r is not Role.SystemAdmin)]
        );

        await AssertForbiddenAsync(colleague, organisation);
    }

    [Fact]
    public async Task GetAndPost_AdministratorOfAnotherOrganisation_IsForbidden() =>
        await AssertForbiddenAsync(await portal.AnAdministratorAsync(), await portal.AnOrganisationAsync());

    [Fact]
    public async Task GetAndPost_UnknownOrganisation_IsNotFound()
    {
        var browser = portal.SignedInAs(await portal.AnAdministratorAsync());
        var address = AddressIn(OrganisationId.New());

        foreach (var answer in new[] { await browser.GetAsync(address), await browser.PostAsync(address) })
        {
            Assert.Equal((HttpStatusCode.NotFound, "Page not found"), (answer.Status, answer.Heading));
        }
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsRefused()
    {
        var admin = await portal.AnAdministratorAsync();
        var browser = portal.SignedInAs(admin);
        using var nothing = new FormUrlEncodedContent([]);

        using var response = await browser.Client.PostAsync(AddressIn(admin.Organisation), nothing, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Single(await portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.registered");
    }

    private async Task AssertForbiddenAsync(SomePerson person, OrganisationId organisation)
    {
        var before = (await portal.TrailAsync(organisation)).Count;
        var browser = portal.SignedInAs(person);
        var address = AddressIn(organisation);

        foreach (var answer in new[] { await browser.GetAsync(address), await browser.PostAsync(address) })
        {
            Assert.Equal((HttpStatusCode.Forbidden, "You may not do that"), (answer.Status, answer.Heading));
        }

        Assert.Equal(before, (await portal.TrailAsync(organisation)).Count);
    }
}
