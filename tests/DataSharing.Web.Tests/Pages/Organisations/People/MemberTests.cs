using System.Net;
using DataSharing.Domain.People;
using DataSharing.Persistence;
using DataSharing.Persistence.Organisations;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Web.Tests.Pages.Organisations.People;

public sealed class MemberTests(Portal portal) : OrganisationPageTests(portal)
{
    protected override string AddressIn(OrganisationId organisation) => $"/organisations/{organisation.Value}/people/{Guid.NewGuid()}";

    [Fact]
    public async Task Post_RolesGivenAndTakenAway_CountsAndTellsBoth()
    {
        var (admin, member) = await TwoAsync(Role.IgOfficer, Role.Requester);
        var browser = Portal.SignedInAs(admin);

        var answer = await browser.SendAsync(
            AddressOf(member),
            ("Form.Roles", "IgOfficer"),
            ("Form.Roles", "LegalAdviser"),
            ("Form.Reason", " moved to finance ")
        );

        Assert.Equal(
            (HttpStatusCode.Redirect, $"/organisations/{admin.Organisation.Value}"),
            (answer.Status, answer.Location?.OriginalString)
        );
        Assert.Equal(["IgOfficer", "LegalAdviser"], Ticked(await browser.GetAsync(AddressOf(member))));
        var told = (await Portal.TrailAsync(admin.Organisation))[^2..].ToDictionary(e => e.Name);
        Assert.Equal(
            (admin.Id, Role.OrganisationAdmin, "moved to finance"),
            (
                told["organisation.role-ended"].PersonId!.Value,
                told["organisation.role-ended"].Role!.Value,
                told["organisation.role-ended"].Reason
            )
        );
        Assert.Contains("\"Requester\"", told["organisation.role-ended"].Text(), StringComparison.Ordinal);
        Assert.Equal(
            (admin.Id, Role.OrganisationAdmin, null),
            (
                told["organisation.role-granted"].PersonId!.Value,
                told["organisation.role-granted"].Role!.Value,
                told["organisation.role-granted"].Reason
            )
        );
        Assert.Contains("\"LegalAdviser\"", told["organisation.role-granted"].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_RoleThatDecides_WaitsForASecondAdministrator()
    {
        var (admin, member) = await TwoAsync(Role.IgOfficer);
        var browser = Portal.SignedInAs(admin);
        (string, string?)[] fields = [("Form.Roles", "IgOfficer"), ("Form.Roles", "Siro")];

        await browser.SendAsync(AddressOf(member), fields);
        await browser.SendAsync(AddressOf(member), [.. fields, Browser.InAnotherWindow]);

        var page = await browser.GetAsync(AddressOf(member));
        Assert.Equal(["IgOfficer"], Ticked(page));
        Assert.Contains("To be confirmed: SIRO", page.Main, StringComparison.Ordinal);
        Assert.Contains(
            "SIRO: to be confirmed",
            (await browser.GetAsync($"/organisations/{admin.Organisation.Value}")).Main,
            StringComparison.Ordinal
        );
        Assert.Single(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.role-waits");
    }

    [Fact]
    public async Task Post_SentAgain_ChangesNothingMore()
    {
        var (admin, member) = await TwoAsync(Role.IgOfficer);
        var browser = Portal.SignedInAs(admin);
        var page = await browser.GetAsync(AddressOf(member));

        var first = await browser.SendAsync(page, AddressOf(member), ("Form.Roles", "IgOfficer"), ("Form.Roles", "LegalAdviser"));
        var second = await browser.SendAsync(page, AddressOf(member), ("Form.Roles", "IgOfficer"), ("Form.Roles", "LegalAdviser"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, second.Status));
        Assert.Single(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.role-granted" && e.PersonId == admin.Id);
    }

    [Fact]
    public async Task Post_RoleTakenAwayWithoutAReason_IsRefused()
    {
        var (admin, member) = await TwoAsync(Role.IgOfficer, Role.LegalAdviser);

        var answer = await Portal.SignedInAs(admin).SendAsync(AddressOf(member), ("Form.Roles", "LegalAdviser"), ("Form.Reason", " "));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["Say why you take a role away"], answer.Errors);
        Assert.Equal(["LegalAdviser"], Ticked(answer));
    }

    [Fact]
    public async Task Post_AbsurdReason_IsRefused()
    {
        var (admin, member) = await TwoAsync(Role.IgOfficer);

        var answer = await Portal
            .SignedInAs(admin)
            .SendAsync(AddressOf(member), ("Form.Roles", null), ("Form.Reason", new string('x', 501)));

        Assert.Equal(["The reason must be 500 characters or fewer"], answer.Errors);
    }

    [Theory]
    [InlineData("SystemAdmin")]
    [InlineData("Emperor")]
    [InlineData("17")]
    [InlineData("99")]
    public async Task Post_RoleThatIsNotToBeGiven_IsRefused(string role)
    {
        var (admin, member) = await TwoAsync(Role.IgOfficer);
        var browser = Portal.SignedInAs(admin);

        var answer = await browser.SendAsync(AddressOf(member), ("Form.Roles", "IgOfficer"), ("Form.Roles", role), ("Form.Reason", "so"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Single(answer.Errors);
        Assert.Equal(["IgOfficer"], Ticked(await browser.GetAsync(AddressOf(member))));
    }

    [Fact]
    public async Task Post_Oneself_IsRefused()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);

        var answer = await browser.SendAsync(AddressOf(admin), ("Form.Roles", "OrganisationAdmin"), ("Form.Roles", "LegalAdviser"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["Nobody changes their own roles. Ask another administrator of your organisation."], answer.Errors);
        Assert.Equal(["OrganisationAdmin"], Ticked(await browser.GetAsync(AddressOf(admin))));
    }

    [Fact]
    public async Task GetAndPost_MemberOfAnotherOrganisation_IsNotFound()
    {
        var admin = await Portal.AnAdministratorAsync();
        var stranger = await Portal.APersonAsync(Role.IgOfficer);
        var browser = Portal.SignedInAs(admin);
        var address = $"/organisations/{admin.Organisation.Value}/people/{stranger.Id.Value}";

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(address, ("Form.Roles", "LegalAdviser"))).Status);
    }

    [Fact]
    public async Task Get_MemberCalledScript_IsShownAsText()
    {
        var admin = await Portal.AnAdministratorAsync();
        var member = await Portal.InDbAsync(
            (db, now) =>
            {
                var person = Person.FirstSeen(TestSignIn.Issuer, Guid.NewGuid().ToString("N"), Hostile.Text, now);
                db.People.Add(person);
                db.Memberships.Add(Membership.Begin(person.Id, admin.Organisation, Role.IgLead, Act.OfThePortal, now));
                return Task.FromResult(new SomePerson(person.Id, person.Subject, admin.Organisation));
            }
        );
        var browser = Portal.SignedInAs(admin);

        Hostile.AssertShownHarmlessly(await browser.GetAsync(AddressOf(member)));
        Hostile.AssertShownHarmlessly(await browser.GetAsync($"/organisations/{admin.Organisation.Value}"));
        Hostile.AssertShownHarmlessly(await Portal.SignedInAs(member).GetAsync("/"));
        Hostile.AssertShownHarmlessly(
            await browser.SendAsync(AddressOf(member), ("Form.Roles", null), ("Form.Reason", Hostile.Text + new string(' ', 600))),
            Hostile.Text
        );
    }

    [Fact]
    public async Task Post_SignInTooOld_IsParkedForThatPersonOnly()
    {
        var (admin, member) = await TwoAsync(Role.IgOfficer, Role.Requester);
        var other = await Portal.APersonAsync(admin.Organisation, Role.OrganisationAdmin);

        var answer = await Portal
            .SignedInAs(admin, ago: TimeSpan.FromMinutes(5.1))
            .SendAsync(AddressOf(member), ("Form.Roles", "LegalAdviser"), ("Form.Reason", "moved to finance"));
        var way = Portal.WayBack(answer);
        var forOther = await Portal.SignedInAs(other).GetAsync(way);
        var elsewhere = await Portal
            .SignedInAs(admin)
            .GetAsync($"/organisations/{admin.Organisation.Value}/people/invite?{way.Split('?')[1]}");
        var browser = Portal.SignedInAs(admin);
        var filled = await browser.GetAsync(way);

        Assert.DoesNotContain(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.role-ended");
        Assert.Contains("max_age=300", answer.Location!.Query, StringComparison.Ordinal);
        Assert.Contains("prompt=login", answer.Location.Query, StringComparison.Ordinal);
        Assert.Equal(["IgOfficer", "Requester"], Ticked(forOther));
        Assert.DoesNotContain("moved to finance", forOther.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing you typed is lost", elsewhere.Body, StringComparison.Ordinal);
        Assert.Contains("Nothing you typed is lost", filled.Body, StringComparison.Ordinal);
        Assert.Equal(["LegalAdviser"], Ticked(filled));
        Assert.Equal("moved to finance", filled.Document.QuerySelector("[name='Form.Reason']")?.GetAttribute("value"));

        var sent = await browser.SendAsync(filled, way);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(2, (await Portal.TrailAsync(admin.Organisation)).Count(e => e.Name == "organisation.role-ended"));
    }

    [Fact]
    public async Task Post_EveryRoleUntickedWithATooOldSignIn_ComesBackUnticked()
    {
        var (admin, member) = await TwoAsync(Role.IgOfficer);

        var answer = await Portal
            .SignedInAs(admin, ago: TimeSpan.FromHours(1))
            .SendAsync(AddressOf(member), ("Form.Roles", null), ("Form.Reason", "left"));
        var filled = await Portal.SignedInAs(admin).GetAsync(Portal.WayBack(answer));

        Assert.Empty(Ticked(filled));
    }

    [Fact]
    public async Task Of_who_administers_the_portal_that_role_is_shown_and_ended_only_when_somebody_unticks_it_and_says_why()
    {
        var portalAdmin = await Portal.ASystemAdministratorAsync();
        var browser = Portal.SignedInAs(await Portal.APersonAsync(portalAdmin.Organisation, Role.OrganisationAdmin));

        var page = await browser.GetAsync(AddressOf(portalAdmin));
        var granted = await browser.SendAsync(AddressOf(portalAdmin), ("Form.Roles", "SystemAdmin"), ("Form.Roles", "LegalAdviser"));
        var unsaid = await browser.SendAsync(AddressOf(portalAdmin), ("Form.Roles", "LegalAdviser"));
        var before = await HeldAsync();
        var ended = await browser.SendAsync(AddressOf(portalAdmin), ("Form.Roles", "LegalAdviser"), ("Form.Reason", "Has left"));

        Assert.Contains("SystemAdmin", Ticked(page));
        Assert.Equal(
            [HttpStatusCode.Redirect, HttpStatusCode.BadRequest, HttpStatusCode.Redirect],
            new[] { granted, unsaid, ended }.Select(answer => answer.Status)
        );
        Assert.Equal([Role.SystemAdmin, Role.LegalAdviser], before);
        Assert.Equal([Role.LegalAdviser], await HeldAsync());

        async Task<List<Role>> HeldAsync()
        {
            await using var db = DataSharingDbContext.Open(Portal.Database.AsOwner);
            return await db
                .Memberships.Where(m => m.Person == portalAdmin.Id && m.EndedAt == null)
                .OrderBy(m => m.Since)
                .Select(m => m.Role)
                .ToListAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A decision names its organisation. If it had to wait for a change of it, and that change for a role of whoever decides, both would fail.</summary>
    [Fact]
    public async Task Whoever_writes_something_about_an_organisation_does_not_wait_for_a_change_of_it()
    {
        var organisation = (await Portal.AnAdministratorAsync()).Organisation;
        await using var db = DataSharingDbContext.Open(Portal.Database.AsOwner);
        await using var other = DataSharingDbContext.Open(Portal.Database.AsOwner);
        await using var locked = await new OrganisationStore(db).OpenForChangeAsync(organisation, TestContext.Current.CancellationToken);

        // As a foreign key does it.
        await other.Database.ExecuteSqlAsync(
            $"SELECT FROM organisations WHERE id = {organisation.Value} FOR KEY SHARE NOWAIT",
            TestContext.Current.CancellationToken
        );
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            other.Database.ExecuteSqlAsync(
                $"SELECT FROM organisations WHERE id = {organisation.Value} FOR NO KEY UPDATE NOWAIT",
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(PostgresErrorCodes.LockNotAvailable, refused.SqlState);
    }

    [Fact]
    public async Task Post_SameGrantAtTheSameMoment_IsOneGrant()
    {
        var (admin, member) = await TwoAsync(Role.IgOfficer);
        var second = await Portal.APersonAsync(admin.Organisation, Role.OrganisationAdmin);
        var pages = new List<(Browser Browser, Answer Page)>();
        foreach (var who in new[] { admin, second })
        {
            var browser = Portal.SignedInAs(who);
            pages.Add((browser, await browser.GetAsync(AddressOf(member))));
        }

        await using var meeting = await Meeting.HoldAsync(
            Portal.Database,
            (db, _) =>
                db.Database.ExecuteSqlAsync(
                    $"SELECT FROM organisations WHERE id = {member.Organisation.Value} FOR UPDATE",
                    TestContext.Current.CancellationToken
                )
        );
        var sending = pages
            .Select(p => p.Browser.SendAsync(p.Page, AddressOf(member), ("Form.Roles", "IgOfficer"), ("Form.Roles", "LegalAdviser")))
            .ToArray();
        await meeting.UntilWaitingAsync(1); // the second stands behind the first
        await meeting.LetGoAsync();
        var answers = await Task.WhenAll(sending);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status)); // the second finds granted what it asked for
        Assert.Single(
            await Portal.TrailAsync(admin.Organisation),
            e => e.Name == "organisation.role-granted" && e.Text().Contains("LegalAdviser", StringComparison.Ordinal)
        );
    }

    private static string AddressOf(SomePerson member) => $"/organisations/{member.Organisation.Value}/people/{member.Id.Value}";

    private static IEnumerable<string?> Ticked(Answer answer) =>
        answer.Document.QuerySelectorAll("main input[checked]").Select(i => i.GetAttribute("value"));

    private async Task<(SomePerson Admin, SomePerson Member)> TwoAsync(params Role[] roles)
    {
        var admin = await Portal.AnAdministratorAsync();
        return (admin, await Portal.APersonAsync(admin.Organisation, roles));
    }
}
