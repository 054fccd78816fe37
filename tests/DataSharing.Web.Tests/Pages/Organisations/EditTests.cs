using System.Net;
using DataSharing.Domain.Organisations;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Organisations;

public sealed class EditTests(Portal portal) : OrganisationPageTests(portal)
{
    protected override string AddressIn(OrganisationId organisation) => $"/organisations/{organisation.Value}/edit";

    [Fact]
    public async Task Post_Changed_SavesAndTellsBeforeAndAfter()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);

        var answer = await browser.SendAsync(
            AddressIn(admin.Organisation),
            ("Form.Name", "  Testshire Council "),
            ("Form.Note", "fictional"),
            ("Form.Sector", "Health"),
            ("Form.Nation", "Wales"),
            ("Form.Standing", "IsPublicAuthority"),
            ("Form.IcoRegistration", "za 123456"),
            ("Form.OtherNames", "Testshire County\r\n\r\n Old Testshire"),
            ("Form.Address", "1 High Street\r\nTestford TE1 1ST"),
            ("Form.ContactEmail", "ig@testshire.example"),
            ("Form.DataProtectionOfficer", "DPO"),
            ("Form.BreachContact", "020 7946 0000"),
            ("Form.ComplaintsRoute", "https://testshire.example/complain")
        );

        Assert.Equal(
            (HttpStatusCode.Redirect, $"/organisations/{admin.Organisation.Value}"),
            (answer.Status, answer.Location?.OriginalString)
        );
        var shown = await browser.GetAsync(answer.Location!.OriginalString);
        Assert.Equal("Testshire Council", shown.Heading);
        Assert.All(
            ["fictional", "ZA123456", "ig@testshire.example", "020 7946 0000", "https://testshire.example/complain"],
            text => Assert.Contains(text, shown.Main, StringComparison.Ordinal)
        );
        var details = await Portal.AssertToldAsync(admin.Organisation, "organisation.described", admin, Role.OrganisationAdmin);
        Assert.StartsWith("Council ", details["before"]!["name"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Testshire Council", details["after"]!["name"]!.GetValue<string>());
        Assert.Equal("Wales", details["after"]!["nation"]!.GetValue<string>());
    }

    [Fact]
    public async Task Post_PortalsAdministrator_UntilItHasAnAdministrator()
    {
        var organisation = await Portal.AnOrganisationAsync();
        var registrar = await Portal.APersonAsync(Role.SystemAdmin);
        var browser = Portal.SignedInAs(registrar);
        var page = $"/organisations/{organisation.Value}";
        var offered = await browser.GetAsync(page);
        var identifier = Given.AnIdentifier();

        var saved = await browser.SendAsync(AddressIn(organisation), ("Form.Name", "Spelt as it should be"));
        await Portal.AssertToldAsync(organisation, "organisation.described", registrar, Role.SystemAdmin);
        var added = await browser.SendAsync(
            $"{page}/identifiers/add",
            ("Form.Scheme", identifier.Scheme),
            ("Form.Value", identifier.Value)
        );
        await Portal.AssertToldAsync(organisation, "organisation.identifier-added", registrar, Role.SystemAdmin);
        await Portal.APersonAsync(organisation, Role.OrganisationAdmin);
        var later = await browser.PostAsync(AddressIn(organisation), ("Form.Name", "Meddled with"));

        Assert.NotNull(offered.Document.QuerySelector($"a[href='{AddressIn(organisation)}']"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (saved.Status, added.Status));
        Assert.Equal(HttpStatusCode.Forbidden, later.Status);
        var shown = await browser.GetAsync(page);
        Assert.Equal("Spelt as it should be", shown.Heading);
        Assert.Null(shown.Document.QuerySelector($"a[href='{AddressIn(organisation)}']"));
    }

    [Fact]
    public async Task Post_SentAgain_ChangesNothingMore()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);
        var address = AddressIn(admin.Organisation);
        var page = await browser.GetAsync(address);

        var first = await browser.SendAsync(page, address, ("Form.Note", "new"));
        var second = await browser.SendAsync(page, address, ("Form.Note", "new"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, second.Status));
        Assert.Single(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.described");
    }

    [Fact]
    public async Task Post_WhenSomebodyElseChangedAnotherAnswer_KeepsBoth()
    {
        var first = await Portal.AnAdministratorAsync();
        var second = Portal.SignedInAs(await Portal.APersonAsync(first.Organisation, Role.OrganisationAdmin));
        var address = AddressIn(first.Organisation);
        var opened = await second.GetAsync(address);
        await Portal
            .SignedInAs(first)
            .SendAsync(address, ("Form.Note", "theirs"), ("Form.Standing", nameof(OrganisationDetails.IsPublicBody)));

        var saved = await second.SendAsync(opened, address, ("Form.BreachContact", "mine"));

        var page = await second.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(("theirs", "mine"), (ValueOf("Form.Note"), ValueOf("Form.BreachContact")));
        Assert.NotNull(page.Document.QuerySelector($"[value='{nameof(OrganisationDetails.IsPublicBody)}'][checked]"));

        string? ValueOf(string name) => page.Document.QuerySelector($"[name='{name}']")?.GetAttribute("value");
    }

    [Fact]
    public async Task Post_WhenSomebodyElseWasQuicker_KeepsBothAndAsksOnce()
    {
        var first = await Portal.AnAdministratorAsync();
        var second = await Portal.APersonAsync(first.Organisation, Role.OrganisationAdmin);
        var address = AddressIn(first.Organisation);
        var opened = await Portal.SignedInAs(second).GetAsync(address);
        await Portal.SignedInAs(first).SendAsync(address, ("Form.Note", "theirs"), ("Form.BreachContact", "theirs too"));

        var browser = Portal.SignedInAs(second);
        await browser.GetAsync(address); // for the antiforgery cookie; the form is that of the older page
        var token = await browser.TokenAsync();
        var refused = await browser.SendAsync(opened, address, ("Form.Note", "mine"), ("form-token", token));

        Assert.Equal(
            (HttpStatusCode.Conflict, "mine"),
            (refused.Status, refused.Document.QuerySelector("input[name='Form.Note']")?.GetAttribute("value"))
        );
        Assert.Matches(@" changed these details on \d+ \w+ \d{4} at \S+ UK time, while you were writing\. ", refused.Errors[0]);
        Assert.EndsWith("Taken over as saved: Contact for a data breach, day and night.", refused.Errors[0], StringComparison.Ordinal);
        Assert.Equal(["Note, if the name could be misread: saved now as “theirs”"], refused.Errors.Skip(1));

        var saved = await browser.SendAsync(refused, address);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }

    [Theory]
    [InlineData("Form.Name", "", "Enter the organisation’s name")]
    [InlineData("Form.Name", " ", "Enter the organisation’s name")]
    [InlineData("Form.Sector", "", "Choose a sector")]
    [InlineData("Form.Nation", "", "Choose a nation")]
    [InlineData(
        "Form.IcoRegistration",
        "12345",
        "That is no Data-protection fee registration. It looks like ZA123456. Older ones are like Z1234567 or Z123456X"
    )]
    [InlineData("Form.ContactEmail", "nobody", "Enter an e-mail address, like team@council.gov.uk")]
    public async Task Post_Invalid_ShowsWhatIsWrongAndKeepsWhatWasTyped(string field, string value, string error)
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);

        var answer = await browser.SendAsync(AddressIn(admin.Organisation), ("Form.BreachContact", "kept"), (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([error], answer.Errors);
        Assert.Equal("kept", answer.Document.QuerySelector("[name='Form.BreachContact']")?.GetAttribute("value"));
        Assert.Equal($"#{field.Replace('.', '-')}", answer.Document.QuerySelector(".govuk-error-summary a")?.GetAttribute("href"));
        Assert.NotNull(answer.Document.GetElementById(field.Replace('.', '-')));
        Assert.StartsWith("Error: ", answer.Document.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.described");
    }

    [Theory]
    [InlineData("Form.Sector", "99")]
    [InlineData("Form.Sector", "Piracy")]
    [InlineData("Form.Nation", "-1")]
    public async Task Post_NoneOfTheChoices_IsRefused(string field, string value)
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal.SignedInAs(admin).SendAsync(AddressIn(admin.Organisation), (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Single(answer.Errors);
    }

    [Theory]
    [InlineData("Form.Name", 200)]
    [InlineData("Form.Note", 200)]
    [InlineData("Form.DataProtectionOfficer", 300)]
    [InlineData("Form.BreachContact", 300)]
    [InlineData("Form.ComplaintsRoute", 300)]
    public async Task Post_AsLongAsAllowedAndLonger_SavesAndRefuses(string field, int longest)
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);

        var longestAllowed = await browser.SendAsync(AddressIn(admin.Organisation), (field, new string('é', longest)));
        var oneMore = await browser.SendAsync(AddressIn(admin.Organisation), (field, new string('é', longest + 1)));
        var absurd = await browser.SendAsync(AddressIn(admin.Organisation), (field, new string('é', 100_000)));

        Assert.Equal(HttpStatusCode.Redirect, longestAllowed.Status);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (oneMore.Status, absurd.Status));
        Assert.Contains($"{longest} characters or fewer", Assert.Single(oneMore.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ScriptInEveryField_IsShownAsText()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);
        string[] fields = ["Form.Name", "Form.Note", "Form.DataProtectionOfficer", "Form.BreachContact", "Form.ComplaintsRoute"];

        var refused = await browser.SendAsync(
            AddressIn(admin.Organisation),
            [.. fields.Append("Form.IcoRegistration").Append("Form.ContactEmail").Select(f => (f, Hostile.Text))]
        );
        var saved = await browser.SendAsync(AddressIn(admin.Organisation), [.. fields.Select(f => (f, Hostile.Text)), ("GoOn", "true")]); // others are called so too

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Hostile.AssertShownHarmlessly(refused);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Hostile.AssertShownHarmlessly(await browser.GetAsync(saved.Location!.OriginalString));
        Hostile.AssertShownHarmlessly(await browser.GetAsync(AddressIn(admin.Organisation)));
        Hostile.AssertShownHarmlessly(await browser.GetAsync("/organisations?q=%3Cscript%3E"));
        foreach (var page in (string[])["identifiers/add", "evidence/add/security-assurance", "auditors/add", "people/invite"])
        {
            Hostile.AssertShownHarmlessly(await browser.GetAsync($"/organisations/{admin.Organisation.Value}/{page}"));
        }
    }

    [Fact]
    public async Task Post_NoughtCharacter_IsRefused()
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal.SignedInAs(admin).SendAsync(AddressIn(admin.Organisation), ("Form.Note", "a\0b"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }
}
