using System.Net;
using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

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

        var answer = await browser.SendAsync(
            address,
            ("Form.Reference", "CE-78"),
            ("Form.Date.Day", "31"),
            ("Form.Date.Month", "12"),
            ("Form.Date.Year", "2097")
        );

        var shown = (await browser.GetAsync(answer.Location!.OriginalString)).Main;
        Assert.Contains("Until 31 December 2097", shown, StringComparison.Ordinal);
        Assert.Contains("Before: CE-77", shown, StringComparison.Ordinal);
        var told = await Portal.AssertToldAsync(admin.Organisation, "organisation.evidence-renewed", admin, Role.OrganisationAdmin);
        Assert.Equal(
            ("CE-77", "CE-78"),
            (told["before"]!["reference"]!.GetValue<string>(), told["after"]!["reference"]!.GetValue<string>())
        );
    }

    [Theory]
    [InlineData("Form.Reference", "", "Enter the reference")]
    [InlineData("Form.Level", "StandardsMet", "Only the NHS toolkit has results: choose “Does not apply”")]
    public async Task Post_Invalid_SaysWhatIsWrong(string field, string value, string error)
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal
            .SignedInAs(admin)
            .SendAsync(
                AddressOf(admin.Organisation, await RecordedAsync(admin)),
                ("Form.Date.Day", "31"),
                ("Form.Date.Month", "12"),
                ("Form.Date.Year", "2097"),
                (field, value)
            );

        Assert.Equal((HttpStatusCode.BadRequest, error), (answer.Status, Assert.Single(answer.Errors)));
    }

    [Fact]
    public async Task Get_AsksForTheToolkitsResult_OfTheToolkitAlone()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);
        var toolkit = OrganisationEvidence.Of(
            OrganisationEvidenceKind.SecurityAssurance,
            AssuranceType.DSPT,
            new EvidenceTerm("8HK12", new(2096, 1, 1), AssuranceLevel.StandardsMet)
        );
        await Portal.ChangeAsync(admin, (organisation, actor, now) => organisation.RecordEvidence(toolkit, actor, now));

        Assert.Null(
            (await browser.GetAsync(AddressOf(admin.Organisation, await RecordedAsync(admin)))).Document.QuerySelector(
                "[name='Form.Level']"
            )
        );
        Assert.NotNull((await browser.GetAsync(AddressOf(admin.Organisation, toolkit.Id))).Document.QuerySelector("[name='Form.Level']"));
    }

    [Fact]
    public async Task Post_ADayThatHasPassed_IsRefused()
    {
        var admin = await Portal.AnAdministratorAsync();

        var answer = await Portal
            .SignedInAs(admin)
            .SendAsync(
                AddressOf(admin.Organisation, await RecordedAsync(admin)),
                ("Form.Date.Day", "1"),
                ("Form.Date.Month", "1"),
                ("Form.Date.Year", "2020")
            );

        Assert.Equal(["That day has passed: enter the last day of evidence that still counts"], answer.Errors);
    }

    [Fact]
    public async Task Get_TellsHowManyAgreementsInForceNameIt()
    {
        var shared = await SharedAgreement.InForceAsync(Portal);
        var officer = await shared.SomebodyAsync(shared.Charity, Role.IgOfficer);
        var named = OrganisationEvidence.Of(
            OrganisationEvidenceKind.PolicyDocument,
            null,
            new EvidenceTerm("APD-CHY-2026", new(2096, 1, 1)) { Covers = ["S1-18"] }
        );
        var other = OrganisationEvidence.Of(
            OrganisationEvidenceKind.PolicyDocument,
            null,
            new EvidenceTerm("APD-CHY", new(2096, 1, 1)) { Covers = ["S1-18"] }
        );
        await Portal.ChangeAsync(
            new SomePerson(officer.Person, "", shared.Charity),
            (organisation, actor, now) =>
            {
                organisation.RecordEvidence(named, actor, now);
                organisation.RecordEvidence(other, actor, now);
            }
        );
        var browser = shared.BrowserOf(officer);

        Assert.Contains(
            "1 agreement in force names it.",
            (await browser.GetAsync(AddressOf(shared.Charity, named.Id))).Main,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "1 agreement in force names it.",
            (await browser.GetAsync(AddressOf(shared.Charity, named.Id).Replace("/renew", "/remove", StringComparison.Ordinal))).Main,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No agreement in force names it.",
            (await browser.GetAsync(AddressOf(shared.Charity, other.Id))).Main,
            StringComparison.Ordinal
        );
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

    private static string AddressOf(OrganisationId organisation, Guid evidence) =>
        $"/organisations/{organisation.Value}/evidence/{evidence}/renew";

    private async Task<Guid> RecordedAsync(SomePerson admin)
    {
        var evidence = OrganisationEvidence.Of(
            OrganisationEvidenceKind.SecurityAssurance,
            AssuranceType.CyberEssentials,
            new EvidenceTerm("CE-77", new(2096, 1, 1))
        );
        await Portal.ChangeAsync(admin, (organisation, actor, now) => organisation.RecordEvidence(evidence, actor, now));
        return evidence.Id;
    }
}
