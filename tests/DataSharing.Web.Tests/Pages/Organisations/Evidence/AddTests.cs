using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Organisations.Evidence;

public sealed class AddTests(Portal portal) : OrganisationPageTests(portal)
{
    protected override Role[] Permitted => [Role.OrganisationAdmin, Role.IgOfficer, Role.IgLead];

    protected override string AddressIn(OrganisationId organisation) =>
        $"/organisations/{organisation.Value}/evidence/add/security-assurance";

    [Fact]
    public async Task Post_Complete_AddsAndTells()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);

        var answer = await browser.SendAsync(AddressIn(admin.Organisation), Complete());

        Assert.Equal(
            (HttpStatusCode.Redirect, $"/organisations/{admin.Organisation.Value}?told=Recorded#evidence"),
            (answer.Status, answer.Location?.OriginalString)
        );
        var shown = (await browser.GetAsync(answer.Location!.OriginalString)).Main;
        Assert.Contains("Recorded. The agreements in force that name it are being checked again.", shown, StringComparison.Ordinal);
        Assert.Contains("8HK12", shown, StringComparison.Ordinal);
        Assert.Contains("Until 29 February 2096", shown, StringComparison.Ordinal);
        var told = (await Portal.AssertToldAsync(admin.Organisation, "organisation.evidence-recorded", admin, Role.OrganisationAdmin));
        Assert.Equal(
            ("DSPT", "StandardsMet", "8HK12", "2096-02-29"),
            (
                told["assurance"]!.GetValue<string>(),
                told["term"]!["level"]!.GetValue<string>(),
                told["term"]!["reference"]!.GetValue<string>(),
                told["term"]!["date"]!.GetValue<string>()
            )
        );
    }

    [Theory]
    [InlineData("Form.Scheme", "", "Choose the scheme")]
    [InlineData("Form.Level", "", "Choose the toolkit’s result")]
    [InlineData("Form.Scheme", "SOC2", "Only the NHS toolkit has results: choose “Does not apply”")]
    [InlineData("Form.Reference", " ", "Enter the reference")]
    [InlineData("Form.Date.Day", "30", "Date: there is no 30 February 2096. Check the day")]
    [InlineData("Form.Date.Month", "", "Date: the month is missing. Write a number from 1 to 12, or a name like October")]
    [InlineData("Form.Date.Year", "96", "Date: “96” is no year. Write all four digits, like 2026")]
    [InlineData("Form.Date.Year", "99999999999999999999", "Date: “99999999999999999999” is no year. Write all four digits, like 2026")]
    [InlineData(
        "Form.Date.Year",
        Hostile.Text,
        "Date: “<script>alert(1)</script>\"'><img src=x o…” is no year. Write all four digits, like 2026"
    )]
    [InlineData("Form.Date.Year", "2196", "No evidence holds for 100 years: check the year")]
    [InlineData("Form.Date.Year", "2024", "That day has passed: enter the last day of evidence that still counts")]
    [InlineData("Form.Date.Year", "9996", "Date: the year must be between 1900 and 2199")]
    public async Task Post_Invalid_ShowsWhatIsWrongAndKeepsWhatWasTyped(string field, string value, string error)
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal.SignedInAs(admin).SendAsync(AddressIn(admin.Organisation), Complete((field, value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([error], answer.Errors);
        var fields = answer
            .Document.QuerySelectorAll("main input")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value"));
        Assert.Equal(field == "Form.Reference" ? value : "8HK12", fields["Form.Reference"]);
        Assert.Equal(field == "Form.Date.Year" ? value : "2096", fields["Form.Date.Year"]);
        Assert.Empty(answer.Document.QuerySelectorAll("script, img"));
        Assert.DoesNotContain(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.evidence-recorded");
    }

    [Fact]
    public async Task Post_Twice_SaysThatItIsThere()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);
        await browser.SendAsync(AddressIn(admin.Organisation), Complete());

        var again = await browser.SendAsync(AddressIn(admin.Organisation), Complete());

        Assert.Equal(
            (HttpStatusCode.BadRequest, "This is recorded already: renew it on the organisation’s page"),
            (again.Status, Assert.Single(again.Errors))
        );
        Assert.Single(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.evidence-recorded");
    }

    [Fact]
    public async Task Post_Blank_SaysWhatIsMissing()
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal.SignedInAs(admin).SendAsync(AddressIn(admin.Organisation));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["Choose the scheme", "Enter the reference", "Enter the date"], answer.Errors);
    }

    [Fact]
    public async Task Post_AbsurdlyLong_IsRefused()
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal
            .SignedInAs(admin)
            .SendAsync(AddressIn(admin.Organisation), Complete(("Form.Reference", new string('x', 301))));

        Assert.Equal(["The reference must be 300 characters or fewer"], answer.Errors);
    }

    [Fact]
    public async Task Post_ScriptAsReference_IsShownAsText()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);

        var answer = await browser.SendAsync(AddressIn(admin.Organisation), Complete(("Form.Reference", Hostile.Text)));

        var details = await browser.GetAsync(answer.Location!.OriginalString);
        Hostile.AssertShownHarmlessly(details);
        var remove = details
            .Document.QuerySelectorAll("main a")
            .Single(a => a.TextContent.StartsWith("Remove", StringComparison.Ordinal))
            .GetAttribute("href")!;
        Hostile.AssertShownHarmlessly(await browser.GetAsync(remove));
    }

    private static (string, string?)[] Complete(params (string Name, string? Value)[] but) =>
        [
            .. new (string Name, string? Value)[]
            {
                ("Form.Scheme", "DSPT"),
                ("Form.Level", "StandardsMet"),
                ("Form.Reference", "8HK12"),
                ("Form.Date.Day", "29"),
                ("Form.Date.Month", "2"),
                ("Form.Date.Year", "2096"),
            }.Where(f => but.All(b => b.Name != f.Name)),
            .. but,
        ];
}
