using System.Net;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Pages.Agreements.Drafting;

namespace DataSharing.Web.Tests.Pages.Organisations;

public sealed class NewTests(Portal portal)
{
    private const string Address = "/organisations/new";

    [Fact]
    public async Task Post_Complete_RegistersAndTells()
    {
        var operatorOfThePortal = await portal.APersonAsync(Role.SystemAdmin);
        var browser = portal.SignedInAs(operatorOfThePortal);
        var name = $"Trust {Guid.NewGuid():N}";

        var answer = await browser.SendAsync(
            Address,
            ("Form.Name", name),
            ("Form.Sector", "Health"),
            ("Form.Nation", "England"),
            ("Form.Standing", "IsPublicBody")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var id = new OrganisationId(Guid.Parse(answer.Location!.OriginalString.Split('/')[^1]));
        Assert.Equal(name, (await browser.GetAsync(answer.Location.OriginalString)).Heading);
        var details = (await portal.AssertToldAsync(id, "organisation.registered", operatorOfThePortal, Role.SystemAdmin))["details"]!;
        Assert.Equal(
            (name, true, false),
            (details["name"]!.GetValue<string>(), details["isPublicBody"]!.GetValue<bool>(), details["isPublicAuthority"]!.GetValue<bool>())
        );
    }

    [Fact]
    public async Task Post_NameThatIsThereInAnotherSpelling_ShowsTheTwinAndGoesOnWhenTold()
    {
        var mark = $"{Guid.NewGuid():N}"[..10];
        var there = await portal.AnOrganisationAsync($"The St John\u2019s Hospice\u2013Ty\u0302 {mark}  Limited");
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.SystemAdmin));
        (string, string?)[] fields =
        [
            ("Form.Name", $"St Johns hospice T\u0177 {mark.ToUpperInvariant()}"),
            ("Form.Sector", "Health"),
            ("Form.Nation", "Wales"),
            ("Form.OtherNames", "Hospice of the valleys"),
        ];

        var told = await browser.SendAsync(Address, fields);
        var made = await browser.SendAsync(told, Address, [.. fields, ("GoOn", "true")]);

        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.Equal(["There is already an organisation of this name. Say whether this is another one"], told.Errors);
        Assert.NotNull(told.Document.QuerySelector($"main a[href='/organisations/{there.Value}']"));
        Assert.Equal(HttpStatusCode.Redirect, made.Status);
    }

    [Fact]
    public async Task Post_Blank_ShowsEverythingThatIsMissing()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.SystemAdmin));

        var answer = await browser.SendAsync(Address, ("Form.Note", Hostile.Text));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["Enter the organisation’s name", "Choose a sector", "Choose a nation"], answer.Errors);
        Hostile.AssertShownHarmlessly(answer);
    }

    [Fact]
    public async Task Post_AbsurdlyLong_IsRefused()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.SystemAdmin));

        var answer = await browser.SendAsync(
            Address,
            ("Form.Name", new string('x', 200_000)),
            ("Form.Sector", "Health"),
            ("Form.Nation", "England")
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["The name must be 200 characters or fewer"], answer.Errors);
    }

    [Fact]
    public async Task GetAndPost_EveryOtherRole_IsForbidden()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync([.. Enum.GetValues<Role>().Where(r => r is not Role.SystemAdmin)]));

        foreach (var answer in new[] { await browser.GetAsync(Address), await browser.PostAsync(Address, ("Form.Name", "Mine")) })
        {
            Assert.Equal((HttpStatusCode.Forbidden, "You may not do that"), (answer.Status, answer.Heading));
        }
    }

    [Fact]
    public async Task Post_RoleTakenAwayAfterThePageWasOpened_IsForbidden()
    {
        var organisation = await portal.AnOrganisationAsync();
        var person = await portal.APersonAsync(organisation, Role.SystemAdmin, Role.IgOfficer);
        var browser = portal.SignedInAs(person);
        var page = await browser.GetAsync(Address);
        await portal.EndAsync(person, Role.SystemAdmin);

        var answer = await browser.SendAsync(page, Address, ("Form.Name", "Late"), ("Form.Sector", "Health"), ("Form.Nation", "England"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (page.Status, answer.Status));
    }
}
