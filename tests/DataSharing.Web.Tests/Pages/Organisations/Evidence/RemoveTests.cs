using System.Net;
using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Organisations.Evidence;

public sealed class RemoveTests(Portal portal) : OrganisationPageTests(portal)
{
    protected override Role[] Permitted => [Role.OrganisationAdmin, Role.IgOfficer, Role.IgLead];

    protected override string AddressIn(OrganisationId organisation) => AddressOf(organisation, Guid.NewGuid());

    [Fact]
    public async Task Post_Twice_RemovesOnceAndTells()
    {
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);
        var address = AddressOf(admin.Organisation, await RecordedAsync(admin));
        var page = await browser.GetAsync(address);

        var answer = await browser.SendAsync(page, address);
        var again = await browser.SendAsync(page, address);

        Assert.Equal("Remove Cyber Essentials, CE-77?", page.Heading);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (answer.Status, again.Status));
        Assert.Contains("None on record.", (await browser.GetAsync(answer.Location!.OriginalString)).Main, StringComparison.Ordinal);
        var told = await Portal.AssertToldAsync(admin.Organisation, "organisation.evidence-removed", admin, Role.OrganisationAdmin);
        Assert.Equal("CE-77", told["term"]!["reference"]!.GetValue<string>());
        Assert.Single(await Portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.evidence-removed");
    }

    [Fact]
    public async Task GetAndPost_AssuranceOfAnother_LeavesItThere()
    {
        var holder = await Portal.AnAdministratorAsync();
        var assurance = await RecordedAsync(holder);
        var admin = await Portal.AnAdministratorAsync();
        var browser = Portal.SignedInAs(admin);

        var page = await browser.GetAsync(AddressOf(admin.Organisation, assurance));
        await browser.PostAsync(AddressOf(admin.Organisation, assurance));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains(
            "CE-77",
            (await Portal.SignedInAs(holder).GetAsync($"/organisations/{holder.Organisation.Value}")).Main,
            StringComparison.Ordinal
        );
    }

    private static string AddressOf(OrganisationId organisation, Guid assurance) =>
        $"/organisations/{organisation.Value}/evidence/{assurance}/remove";

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
