using System.Net;
using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Organisations.Identifiers;

public sealed class AddTests(Portal portal) : OrganisationPageTests(portal)
{
    protected override string AddressIn(OrganisationId organisation) => $"/organisations/{organisation.Value}/identifiers/add";

    [Fact]
    public async Task Post_AsTheRegisterWritesIt_AddsAndTells()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);
        var identifier = Given.AnIdentifier();

        var answer = await browser.SendAsync(
            AddressIn(admin.Organisation),
            ("Form.Scheme", identifier.Scheme),
            ("Form.Value", $" {identifier.Value.ToUpperInvariant()} ")
        );

        Assert.Equal(
            (HttpStatusCode.Redirect, $"/organisations/{admin.Organisation.Value}"),
            (answer.Status, answer.Location?.OriginalString)
        );
        Assert.Contains(identifier.Value, (await browser.GetAsync(answer.Location!.OriginalString)).Main, StringComparison.Ordinal);
        var details = await Portal.AssertToldAsync(admin.Organisation, "organisation.identifier-added", admin, Role.OrganisationAdmin);
        Assert.Equal(identifier.Value, details["identifier"]!["value"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("", "", "Choose the register", "Enter the identifier")]
    [InlineData("GB-XYZ", "1", "Choose the register")]
    [InlineData("GB-COH", " ", "Enter the identifier")]
    [InlineData("GB-COH", "1234567", "That is no Companies House number. Did a zero get lost? It would be 01234567")]
    [InlineData("GB-COH", "٠١٢٣٤٥٦٧", "That is no Companies House number. It looks like 01234567")]
    [InlineData("GB-NHS", Hostile.Text, "That is no NHS organisation (ODS) code. It looks like R0A")]
    public async Task Post_Invalid_ShowsWhatIsWrongAndKeepsWhatWasTyped(string scheme, string value, params string[] errors)
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal
            .SignedInAs(admin)
            .SendAsync(AddressIn(admin.Organisation), ("Form.Scheme", scheme), ("Form.Value", value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(errors, answer.Errors);
        Hostile.AssertShownHarmlessly(answer, value);
        Assert.DoesNotContain(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.identifier-added");
    }

    [Fact]
    public async Task Post_LongerThanIsKept_IsRefused()
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal
            .SignedInAs(admin)
            .SendAsync(AddressIn(admin.Organisation), ("Form.Scheme", "GOVUK-SLUG"), ("Form.Value", new string('a', 101)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Single(answer.Errors);
    }

    [Fact]
    public async Task Post_OfAnotherOrganisation_SaysWhose()
    {
        var holder = await Portal.AnAdministratorAsync();
        var identifier = Given.AnIdentifier();
        await Portal.ChangeAsync(holder, (organisation, actor, now) => organisation.AddIdentifier(identifier, actor, now));
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal
            .SignedInAs(admin)
            .SendAsync(AddressIn(admin.Organisation), ("Form.Scheme", identifier.Scheme), ("Form.Value", identifier.Value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith($"{identifier} is already the identifier of Council ", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SentAgain_IsAddedOnce()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);
        var identifier = Given.AnIdentifier();
        var page = await browser.GetAsync(AddressIn(admin.Organisation));

        var first = await browser.SendAsync(
            page,
            AddressIn(admin.Organisation),
            ("Form.Scheme", identifier.Scheme),
            ("Form.Value", identifier.Value)
        );
        var second = await browser.SendAsync(
            page,
            AddressIn(admin.Organisation),
            ("Form.Scheme", identifier.Scheme),
            ("Form.Value", identifier.Value)
        );
        var later = await browser.SendAsync(
            page,
            AddressIn(admin.Organisation),
            ("Form.Scheme", identifier.Scheme),
            ("Form.Value", identifier.Value),
            Browser.InAnotherWindow
        );

        Assert.Equal((first.Status, first.Location), (second.Status, second.Location));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (first.Status, later.Status));
        Assert.Single(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.identifier-added");
    }

    [Fact]
    public async Task Post_SameIdentifierByTwoOrganisationsAtTheSameMoment_OneWinsAndTheOtherIsTold()
    {
        var identifier = Given.AnIdentifier();
        var pages = new List<(string Address, Browser Browser, Answer Page)>();
        foreach (var admin in new[] { await Portal.AnAdministratorAsync(), await Portal.AnAdministratorAsync() })
        {
            var browser = Portal.SignedInAs(admin);
            pages.Add((AddressIn(admin.Organisation), browser, await browser.GetAsync(AddressIn(admin.Organisation))));
        }

        await using var meeting = await Meeting.HoldAsync(
            Portal.Database,
            (db, now) =>
            {
                var details = new OrganisationDetails
                {
                    Name = "Third",
                    Sector = Sector.Other,
                    Nation = Jurisdiction.UK,
                };
                db.Organisations.Add(Organisation.Register(details, [identifier], Act.OfThePortal, now));
                return Task.CompletedTask;
            }
        );
        var sending = pages
            .Select(p => p.Browser.SendAsync(p.Page, p.Address, ("Form.Scheme", identifier.Scheme), ("Form.Value", identifier.Value)))
            .ToArray();
        await meeting.UntilWaitingAsync(2);
        await meeting.LetGoAsync();
        var answers = await Task.WhenAll(sending);

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
    }
}
