using System.Net;
using DataSharing.Domain;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Organisations.Evidence;

public sealed class RenewTests(Portal portal) : OrganisationPageTests(portal)
{
    protected override Role[] Permitted => [Role.OrganisationAdmin, Role.IgOfficer, Role.IgLead];

    protected override string AddressIn(OrganisationId organisation) => AddressOf(organisation, Guid.NewGuid());

    [Fact]
    public async Task Post_NewDateAndReference_RenewsAndTells()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);
        var address = AddressOf(admin.Organisation, await RecordedAsync(admin));

        var answer = await browser.SendAsync(address, ("Form.Reference", "CE-78"), ("Form.Date.Day", "31"), ("Form.Date.Month", "12"), ("Form.Date.Year", "2097"));

        var shown = (await browser.GetAsync(answer.Location!.OriginalString)).Main;
        Assert.Contains("Until 31 December 2097", shown, StringComparison.Ordinal);
        Assert.Contains("Before: CE-77", shown, StringComparison.Ordinal);
        var told = await Portal.AssertToldAsync(admin.Organisation, "OrganisationEvidenceRenewed", admin, Role.OrganisationAdmin);
        Assert.Equal(("CE-77", "CE-78"), (told["before"]!["reference"]!.GetValue<string>(), told["after"]!["reference"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("Form.Reference", "", "Enter the reference")]
    [InlineData("Form.Level", "StandardsMet", "Only the NHS toolkit has results: choose “Does not apply”")]
    public async Task Post_Invalid_SaysWhatIsWrong(string field, string value, string error)
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal.SignedInAs(admin).SendAsync(
            AddressOf(admin.Organisation, await RecordedAsync(admin)), ("Form.Date.Day", "31"), ("Form.Date.Month", "12"), ("Form.Date.Year", "2097"), (field, value));

        Assert.Equal((HttpStatusCode.BadRequest, error), (answer.Status, Assert.Single(answer.Errors)));
    }

    [Fact]
    public async Task GetAndPost_EvidenceOfAnother_IsNotFound()
    {
        var holder = await Portal.AnAdministratorAsync();
        var evidence = await RecordedAsync(holder);
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(AddressOf(admin.Organisation, evidence))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(AddressOf(admin.Organisation, evidence))).Status);
    }

    private static string AddressOf(OrganisationId organisation, Guid evidence) => $"/organisations/{organisation.Value}/evidence/{evidence}/renew";

    private async Task<Guid> RecordedAsync(SomePerson admin)
    {
        var evidence = OrganisationEvidence.Of(OrganisationEvidenceKind.SecurityAssurance, AssuranceType.CyberEssentials, new EvidenceTerm("CE-77", new(2096, 1, 1)));
        await Portal.ChangeAsync(admin, (organisation, actor, now) => organisation.RecordEvidence(evidence, actor, now));
        return evidence.Id;
    }
}
