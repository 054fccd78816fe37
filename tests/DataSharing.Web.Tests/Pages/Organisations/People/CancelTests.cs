using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Organisations.People;

public sealed class CancelTests(Portal portal) : OrganisationPageTests(portal)
{
    protected override string AddressIn(OrganisationId organisation) => AddressOf(organisation, InvitationId.New());

    [Fact]
    public async Task Post_PressedTwiceOnTheOrganisationsPage_WithdrawsOnceAndTells()
    {
        var admin = await Portal.AnAdministratorAsync();
        var (invitation, secret) = await Portal.AnInvitationAsync(admin, recipient: Hostile.Text);
        var browser = Portal.SignedInAs(admin);
        var page = await browser.GetAsync($"/organisations/{admin.Organisation.Value}");
        Hostile.AssertShownHarmlessly(page);

        var answer = await browser.SendAsync(page, "");
        var again = await browser.SendAsync(page, "");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (answer.Status, again.Status));
        var told = await Portal.AssertToldAsync(admin.Organisation, "organisation.invitation-cancelled", admin, Role.OrganisationAdmin);
        Assert.Equal(invitation.Value, told["invitation"]!.GetValue<Guid>());
        Assert.Single(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.invitation-cancelled");
        var guest = await Portal.SignedInAs(await Portal.APersonAsync()).GetAsync($"/invitations/accept?key={secret}");
        Assert.Equal("This invitation does not work", guest.Heading);
    }

    [Fact]
    public async Task Post_ByThePortalsAdministrator_WithdrawsAFirstAdministratorsInvitationOnly()
    {
        var organisation = await Portal.AnOrganisationAsync();
        var portalAdmin = await Portal.APersonAsync(Role.SystemAdmin);
        var first = await Portal.InDbAsync(
            (db, now) =>
            {
                var roles = new HashSet<Role> { Role.SystemAdmin };
                var by = new Actor(portalAdmin.Id, portalAdmin.Organisation, roles) { StandsInFor = organisation };
                var (made, _) = Domain.People.Invitation.Invite(organisation, Role.OrganisationAdmin, "ann@council.example", by, now);
                db.Invitations.Add(made);
                return Task.FromResult(made.Id);
            }
        );
        var admin = await Portal.AnAdministratorAsync();
        var (officers, _) = await Portal.AnInvitationAsync(admin);
        var browser = Portal.SignedInAs(portalAdmin);

        var page = await browser.GetAsync($"/organisations/{organisation.Value}");
        var answer = await browser.SendAsync(page, AddressOf(organisation, first));
        var refused = await browser.PostAsync(AddressOf(admin.Organisation, officers));

        Assert.Contains("Withdraw", page.Main, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Forbidden), (answer.Status, refused.Status));
        await Portal.AssertToldAsync(organisation, "organisation.invitation-cancelled", portalAdmin, Role.SystemAdmin);
    }

    [Fact]
    public async Task Post_InvitationOfAnotherOrganisation_IsNotFound()
    {
        var inviter = await Portal.AnAdministratorAsync();
        var (invitation, _) = await Portal.AnInvitationAsync(inviter);
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal.SignedInAs(admin).PostAsync(AddressOf(admin.Organisation, invitation));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain(await Portal.TrailAsync(inviter.Organisation), e => e.Name == "organisation.invitation-cancelled");
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

    private static string AddressOf(OrganisationId organisation, InvitationId invitation) =>
        $"/organisations/{organisation.Value}/invitations/{invitation.Value}/withdraw";
}
