using System.Net;
using DataSharing.Domain.People;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Pages.Organisations.People;

public sealed class InviteTests(Portal portal) : OrganisationPageTests(portal)
{
    protected override string AddressIn(OrganisationId organisation) => $"/organisations/{organisation.Value}/people/invite";

    [Fact]
    public async Task Post_Complete_ShowsTheLinkOnceAndTells()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);

        var answer = await browser.SendAsync(
            AddressIn(admin.Organisation),
            ("Form.Name", "Dan Price"),
            ("Form.Recipient", " dan@council.example "),
            ("Form.Role", "IgLead")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        answer = await browser.GetAsync(answer.Location!.OriginalString);
        Assert.Equal(
            (HttpStatusCode.OK, "Pass this link on to Dan Price"),
            (answer.Status, answer.Heading.Replace("  ", " ", StringComparison.Ordinal))
        );
        var link = answer.Document.QuerySelector("main code")!.TextContent;
        Assert.Matches("^http://localhost/invitations/accept\\?key=[0-9a-f]{40}$", link);
        var told = await Portal.AssertToldAsync(admin.Organisation, "organisation.person-invited", admin, Role.OrganisationAdmin);
        Assert.Equal(("dan@council.example", "IgLead"), (told["recipient"]!.GetValue<string>(), told["role"]!.GetValue<string>()));
        var secret = link.Split('=')[1];
        Assert.DoesNotContain(secret, told.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            Invitation.HashOf(secret),
            await Portal.InDbAsync(db =>
                db.Invitations.Where(i => i.Organisation == admin.Organisation)
                    .Select(i => i.SecretHash)
                    .SingleAsync(TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public async Task Post_SameAddressAndRole_IsOneOpenInvitation_AndASecondPressLeadsToTheSameLink()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);
        var page = await browser.GetAsync(AddressIn(admin.Organisation));
        (string, string?)[] fields = [("Form.Name", "Dan Price"), ("Form.Recipient", "dan@council.example"), ("Form.Role", "IgLead")];

        var first = await browser.SendAsync(page, AddressIn(admin.Organisation), fields);
        var second = await browser.SendAsync(page, AddressIn(admin.Organisation), fields);
        var another = await browser.SendAsync(
            page,
            AddressIn(admin.Organisation),
            [.. fields[..1], ("Form.Recipient", "DAN@council.example"), fields[2], Browser.InAnotherWindow]
        );

        Assert.Equal(first.Location, second.Location);
        Assert.NotNull(await LinkAsync(browser, first));
        Assert.Equal(
            ["There is an open invitation for dan@council.example as IG lead. Withdraw it before you make another"],
            another.Errors
        );
        Assert.Single(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.person-invited");
    }

    [Fact]
    public async Task Get_WhatSomebodyElseMade_IsShownToNobody()
    {
        var admin = await Portal.AnAdministratorAsync();
        var colleague = await Portal.APersonAsync(admin.Organisation, Role.OrganisationAdmin);
        var browser = Portal.SignedInAs(admin);
        var made = await browser.SendAsync(
            AddressIn(admin.Organisation),
            ("Form.Name", "Dan Price"),
            ("Form.Recipient", "dan@council.example"),
            ("Form.Role", "IgLead")
        );

        Assert.NotNull(await LinkAsync(browser, made));
        Assert.Null(await LinkAsync(Portal.SignedInAs(colleague), made));
        Assert.Null((await browser.GetAsync(AddressIn(admin.Organisation) + "?made=x")).Document.QuerySelector("main code"));
        await browser.SendAsync(
            await browser.GetAsync($"/organisations/{admin.Organisation.Value}"),
            $"/organisations/{admin.Organisation.Value}"
        ); // withdraws it
        Assert.Null(await LinkAsync(browser, made));
    }

    [Theory]
    [InlineData("", "IgLead", "Enter their e-mail address")]
    [InlineData("nobody", "IgLead", "Enter an e-mail address, like name@council.gov.uk")]
    [InlineData(Hostile.Text, "IgLead", "Enter an e-mail address, like name@council.gov.uk")]
    [InlineData("dan@council.example", null, "Choose a role")]
    [InlineData("dan@council.example", "SystemAdmin", "Choose one of the roles")]
    public async Task Post_Invalid_ShowsWhatIsWrongAndKeepsWhatWasTyped(string recipient, string? role, string error)
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal
            .SignedInAs(admin)
            .SendAsync(AddressIn(admin.Organisation), ("Form.Name", "Dan Price"), ("Form.Recipient", recipient), ("Form.Role", role));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(error, answer.Errors[0]);
        Hostile.AssertShownHarmlessly(answer, recipient);
        Assert.DoesNotContain(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.person-invited");
    }

    [Fact]
    public async Task Post_AbsurdlyLong_IsRefused()
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal
            .SignedInAs(admin)
            .SendAsync(
                AddressIn(admin.Organisation),
                ("Form.Name", "Dan Price"),
                ("Form.Recipient", $"{new string('a', 250)}@b.uk"),
                ("Form.Role", "IgLead")
            );

        Assert.Equal(["The address must be 254 characters or fewer"], answer.Errors);
    }

    [Fact]
    public async Task Post_ThePortalsAdministrator_InvitesTheFirstAdministratorAndNobodyElse()
    {
        var organisation = await Portal.AnOrganisationAsync();
        var operatorOfThePortal = await Portal.APersonAsync(Role.SystemAdmin);
        var browser = Portal.SignedInAs(operatorOfThePortal);
        var page = await browser.GetAsync(AddressIn(organisation));

        var other = await browser.SendAsync(
            page,
            AddressIn(organisation),
            ("Form.Name", "Dan Price"),
            ("Form.Recipient", "ann@council.example"),
            ("Form.Role", "IgOfficer")
        );
        var first = await browser.SendAsync(
            page,
            AddressIn(organisation),
            ("Form.Name", "Dan Price"),
            ("Form.Recipient", "ann@council.example"),
            ("Form.Role", "OrganisationAdmin")
        );

        Assert.Equal(["OrganisationAdmin"], page.Document.QuerySelectorAll("main input[type=radio]").Select(r => r.GetAttribute("value")));
        Assert.Equal(["Choose one of the roles"], other.Errors);
        Assert.Equal(HttpStatusCode.Redirect, first.Status);
        Assert.NotNull(await LinkAsync(browser, first));
        await Portal.AssertToldAsync(organisation, "organisation.person-invited", operatorOfThePortal, Role.SystemAdmin);
    }

    [Fact]
    public async Task GetAndPost_ThePortalsAdministrator_OnceThereIsAnAdministrator_IsForbidden()
    {
        var organisation = (await Portal.AnAdministratorAsync()).Organisation;
        var browser = Portal.SignedInAs(await Portal.APersonAsync(Role.SystemAdmin));

        var page = await browser.GetAsync(AddressIn(organisation));
        var answer = await browser.PostAsync(
            AddressIn(organisation),
            ("Form.Name", "Dan Price"),
            ("Form.Recipient", "friend@elsewhere.example"),
            ("Form.Role", "OrganisationAdmin")
        );

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (page.Status, answer.Status));
        Assert.DoesNotContain(await Portal.TrailAsync(organisation), e => e.Name == "organisation.person-invited");
    }

    [Fact]
    public async Task Post_SignInTooOld_IsParkedAndGivenBack()
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal
            .SignedInAs(admin, ago: TimeSpan.FromMinutes(6))
            .SendAsync(
                AddressIn(admin.Organisation),
                ("Form.Name", "Dan Price"),
                ("Form.Recipient", "dan@council.example"),
                ("Form.Role", "IgLead")
            );
        var filled = await Portal.SignedInAs(admin).GetAsync(Portal.WayBack(answer));

        Assert.Equal("dan@council.example", filled.Document.QuerySelector("[name='Form.Recipient']")?.GetAttribute("value"));
        Assert.Equal("IgLead", filled.Document.QuerySelector("input[checked]")?.GetAttribute("value"));
        Assert.DoesNotContain(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.person-invited");
    }

    private static async Task<string?> LinkAsync(Browser browser, Answer made) =>
        (await browser.GetAsync(made.Location!.OriginalString)).Document.QuerySelector("main code")?.TextContent;
}
