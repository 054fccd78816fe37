using System.Net;
using DataSharing.Domain.Organisations;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Organisations.Identifiers;

public sealed class RemoveTests(Portal portal) : OrganisationPageTests(portal)
{
    protected override string AddressIn(OrganisationId organisation) =>
        $"/organisations/{organisation.Value}/identifiers/GB-NHS/R0A/remove";

    [Fact]
    public async Task Post_FromTheLinkOnTheOrganisationsPage_RemovesAndTells()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);
        var identifier = new RegisteredIdentifier("XI-LEI", Guid.NewGuid().ToString("N").ToUpperInvariant()[..18] + "28");
        await Portal.ChangeAsync(admin, (organisation, actor, now) => organisation.AddIdentifier(identifier, actor, now));
        var details = await browser.GetAsync($"/organisations/{admin.Organisation.Value}");
        var link = details.Document.QuerySelectorAll("main a").Single(a => a.TextContent == $"Remove {identifier}").GetAttribute("href")!;

        var page = await browser.GetAsync(link);
        var answer = await browser.SendAsync(page, link);
        var again = await browser.SendAsync(page, link);

        Assert.Equal((HttpStatusCode.OK, $"Remove XI-LEI {identifier.Value}?"), (page.Status, page.Heading));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (answer.Status, again.Status));
        Assert.DoesNotContain(identifier.Value, (await browser.GetAsync(answer.Location!.OriginalString)).Main, StringComparison.Ordinal);
        var told = await Portal.AssertToldAsync(admin.Organisation, "organisation.identifier-removed", admin, Role.OrganisationAdmin);
        Assert.Equal(identifier.Value, told["identifier"]!["value"]!.GetValue<string>());
        Assert.Single(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.identifier-removed");
    }

    [Fact]
    public async Task Get_NotAnIdentifierOfIts_IsNotFound()
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal.SignedInAs(admin).GetAsync(AddressIn(admin.Organisation));

        Assert.Equal((HttpStatusCode.NotFound, "Page not found"), (answer.Status, answer.Heading));
    }

    [Fact]
    public async Task Post_IdentifierOfAnother_LeavesItThere()
    {
        var holder = await Portal.AnAdministratorAsync();
        var identifier = Given.AnIdentifier();
        await Portal.ChangeAsync(holder, (organisation, actor, now) => organisation.AddIdentifier(identifier, actor, now));
        var admin = await Portal.AnAdministratorAsync();

        await Portal
            .SignedInAs(admin)
            .PostAsync($"/organisations/{admin.Organisation.Value}/identifiers/{identifier.Scheme}/{identifier.Value}/remove");

        Assert.Contains(
            identifier.Value,
            (await Portal.SignedInAs(holder).GetAsync($"/organisations/{holder.Organisation.Value}")).Main,
            StringComparison.Ordinal
        );
    }
}
