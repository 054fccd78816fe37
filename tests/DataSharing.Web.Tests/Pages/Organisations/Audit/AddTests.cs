using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Organisations.Audit;

public sealed class AddTests(Portal portal) : OrganisationPageTests(portal)
{
    protected override string AddressIn(OrganisationId organisation) => $"/organisations/{organisation.Value}/auditors/add";

    [Fact]
    public async Task Post_Complete_LetsThemInAndTells()
    {
        var admin = await Portal.AnAdministratorAsync();
        var auditor = await Portal.APersonAsync(Role.Auditor);
        var browser = Portal.SignedInAs(admin);

        var answer = await browser.SendAsync(AddressIn(admin.Organisation), Complete(auditor));

        Assert.Equal(
            (HttpStatusCode.Redirect, $"/organisations/{admin.Organisation.Value}"),
            (answer.Status, answer.Location?.OriginalString)
        );
        var shown = (await browser.GetAsync(answer.Location!.OriginalString)).Main;
        Assert.Contains(auditor.Subject, shown, StringComparison.Ordinal);
        Assert.Contains("from 1 September 2095 to 31 December 2095", shown, StringComparison.Ordinal);
        var told = await Portal.AssertToldAsync(admin.Organisation, "organisation.audit-scope-opened", admin, Role.OrganisationAdmin);
        Assert.Equal(
            (auditor.Id.Value, "2095-09-01", "2095-12-31"),
            (told["auditor"]!.GetValue<Guid>(), told["from"]!.GetValue<string>(), told["until"]!.GetValue<string>())
        );
    }

    [Theory]
    [InlineData("Form.Auditor", "", "Choose the auditor")]
    [InlineData("Form.Auditor", "0197f000-0000-7000-8000-000000000000", "Choose one of the auditors")]
    [InlineData("Form.From.Day", "31", "First day: there is no 31 September 2095. Check the day")]
    [InlineData("Form.Until.Month", "", "Last day: the month is missing. Write a number from 1 to 12, or a name like October")]
    [InlineData("Form.Until.Year", "2094", "The last day must not come before the first")]
    public async Task Post_Invalid_ShowsWhatIsWrongAndKeepsWhatWasTyped(string field, string value, string error)
    {
        var admin = await Portal.AnAdministratorAsync();
        var auditor = await Portal.APersonAsync(Role.Auditor);

        var answer = await Portal.SignedInAs(admin).SendAsync(AddressIn(admin.Organisation), Complete(auditor, (field, value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([error], answer.Errors);
        Assert.Equal("2095", answer.Document.QuerySelector("[name='Form.From.Year']")?.GetAttribute("value"));
        Assert.DoesNotContain(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.audit-scope-opened");
    }

    [Fact]
    public async Task Post_OnlyTheFirstAndLastDayAreOne_IsOneDay()
    {
        var admin = await Portal.AnAdministratorAsync();
        var auditor = await Portal.APersonAsync(Role.Auditor);

        var answer = await Portal
            .SignedInAs(admin)
            .SendAsync(AddressIn(admin.Organisation), Complete(auditor, ("Form.Until.Day", "1"), ("Form.Until.Month", "9")));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }

    [Fact]
    public async Task Post_SomebodyWhoIsNoAuditor_IsRefused()
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal
            .SignedInAs(admin)
            .SendAsync(AddressIn(admin.Organisation), Complete(await Portal.APersonAsync(Role.IgLead)));

        // Without the choice among auditors there would be no form to send, so some auditor is there.
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["Choose one of the auditors"], answer.Errors);
    }

    [Fact]
    public async Task Post_Oneself_IsRefused()
    {
        var admin = await Portal.APersonAsync(Role.OrganisationAdmin, Role.Auditor);
        await Portal.APersonAsync(Role.Auditor);
        var browser = Portal.SignedInAs(admin);

        var page = await browser.GetAsync(AddressIn(admin.Organisation));
        var answer = await browser.SendAsync(page, AddressIn(admin.Organisation), Complete(admin));

        Assert.DoesNotContain(admin.Id.Value.ToString(), page.Body, StringComparison.Ordinal);
        Assert.Equal(["Choose one of the auditors"], answer.Errors);
    }

    [Fact]
    public async Task Post_SignInTooOld_IsParkedAndGivenBack()
    {
        var admin = await Portal.AnAdministratorAsync();
        var auditor = await Portal.APersonAsync(Role.Auditor);

        var answer = await Portal
            .SignedInAs(admin, ago: TimeSpan.FromMinutes(6))
            .SendAsync(AddressIn(admin.Organisation), Complete(auditor));
        var browser = Portal.SignedInAs(admin);
        var filled = await browser.GetAsync(Portal.WayBack(answer));
        var sent = await browser.SendAsync(filled, AddressIn(admin.Organisation));

        Assert.Contains("Nothing you typed is lost", filled.Body, StringComparison.Ordinal);
        Assert.Equal(auditor.Id.Value.ToString(), filled.Document.QuerySelector("option[selected]")?.GetAttribute("value"));
        Assert.Equal("2095", filled.Document.QuerySelector("[name='Form.Until.Year']")?.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Single(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.audit-scope-opened");
    }

    private static (string, string?)[] Complete(SomePerson auditor, params (string Name, string? Value)[] but) =>
        [
            .. new (string Name, string? Value)[]
            {
                ("Form.Auditor", auditor.Id.Value.ToString()),
                ("Form.From.Day", "1"),
                ("Form.From.Month", "9"),
                ("Form.From.Year", "2095"),
                ("Form.Until.Day", "31"),
                ("Form.Until.Month", "12"),
                ("Form.Until.Year", "2095"),
            }.Where(f => but.All(b => b.Name != f.Name)),
            .. but,
        ];
}
