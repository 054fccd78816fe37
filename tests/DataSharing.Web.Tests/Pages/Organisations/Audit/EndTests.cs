using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Organisations.Audit;

public sealed class EndTests(Portal portal) : OrganisationPageTests(portal)
{
    protected override string AddressIn(OrganisationId organisation) => AddressOf(organisation, Guid.NewGuid());

    [Fact]
    public async Task Post_PressedTwiceOnTheOrganisationsPage_EndsOnceAndTells()
    {
        var admin = await Portal.AnAdministratorAsync();
        var auditor = await Portal.APersonAsync(Role.Auditor);
        var scope = await Portal.AnAuditScopeAsync(admin, auditor);
        var browser = Portal.SignedInAs(admin);
        var page = await browser.GetAsync($"/organisations/{admin.Organisation.Value}");

        var answer = await browser.SendAsync(page, "");
        var again = await browser.SendAsync(page, "");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (answer.Status, again.Status));
        Assert.Contains("No auditor may read", (await browser.GetAsync(answer.Location!.OriginalString)).Main, StringComparison.Ordinal);
        var told = await Portal.AssertToldAsync(admin.Organisation, "organisation.audit-scope-ended", admin, Role.OrganisationAdmin);
        Assert.Equal(scope, told["scope"]!.GetValue<Guid>());
        Assert.Single(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.audit-scope-ended");
    }

    [Fact]
    public async Task Post_ScopeOfAnotherOrganisation_IsNotFound()
    {
        var holder = await Portal.AnAdministratorAsync();
        var scope = await Portal.AnAuditScopeAsync(holder, await Portal.APersonAsync(Role.Auditor));
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal.SignedInAs(admin).PostAsync(AddressOf(admin.Organisation, scope));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain(await Portal.TrailAsync(holder.Organisation), e => e.Name == "organisation.audit-scope-ended");
    }

    [Fact]
    public async Task Get_OnlyTheButtonLeadsHere_LeadsToTheOrganisation()
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal.SignedInAs(admin).GetAsync(AddressIn(admin.Organisation));

        Assert.Equal(
            (HttpStatusCode.Redirect, $"/organisations/{admin.Organisation.Value}"),
            (answer.Status, answer.Location?.OriginalString)
        );
    }

    private static string AddressOf(OrganisationId organisation, Guid scope) => $"/organisations/{organisation.Value}/auditors/{scope}/end";
}
