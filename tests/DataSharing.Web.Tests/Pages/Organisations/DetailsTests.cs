using System.Net;
using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Pages.Agreements.Reading;

namespace DataSharing.Web.Tests.Pages.Organisations;

public sealed class DetailsTests(Portal portal)
{
    [Fact]
    public async Task Get_ItsAdministrator_SeesEveryDoor()
    {
        var admin = await portal.AnAdministratorAsync();
        var colleague = await portal.APersonAsync(admin.Organisation, Role.Siro);
        await portal.AnInvitationAsync(admin, recipient: "somebody@new.example");
        await portal.AnAuditScopeAsync(admin, await portal.APersonAsync(Role.Auditor));

        var answer = await portal.SignedInAs(admin).GetAsync(Address(admin.Organisation));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var own = $"/organisations/{admin.Organisation.Value}";
        Assert.Equal(
            [
                $"{own}/edit",
                $"{own}/identifiers/add",
                $"{own}/evidence/add/security-assurance",
                $"{own}/evidence/add/policy-document",
                $"{own}/evidence/add/section-251-support",
                $"{own}/evidence/add/accreditation",
                $"{own}/evidence/add/privacy-notice",
                $"{own}/people/{colleague.Id.Value}",
                $"{own}/people/invite",
                $"{own}/auditors/add",
            ],
            answer.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal(2, answer.Document.QuerySelectorAll("main form").Length);
        Assert.Contains("somebody@new.example", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Colleague_SeesThePeopleButNoDoor()
    {
        var admin = await portal.AnAdministratorAsync();
        var colleague = await portal.APersonAsync(admin.Organisation, Role.Siro);

        var answer = await portal.SignedInAs(colleague).GetAsync(Address(admin.Organisation));

        Assert.Contains(admin.Subject, answer.Main, StringComparison.Ordinal);
        Assert.Empty(answer.Document.QuerySelectorAll("main a, main form"));
    }

    [Fact]
    public async Task Get_MemberOfAnother_SeesTheOrganisationButNotItsPeople()
    {
        var admin = await portal.AnAdministratorAsync();
        await portal.AnInvitationAsync(admin, recipient: "somebody@new.example");

        var answer = await portal
            .SignedInAs(await portal.APersonAsync(Role.OrganisationAdmin, Role.Auditor))
            .GetAsync(Address(admin.Organisation));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain(admin.Subject, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody@new.example", answer.Body, StringComparison.Ordinal);
        Assert.Empty(answer.Document.QuerySelectorAll("main a, main form"));
    }

    [Fact]
    public async Task Get_ThePortalsAdministrator_StandsInUntilThereIsAnAdministrator()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.SystemAdmin));
        var without = await portal.AnOrganisationAsync();
        var with = (await portal.AnAdministratorAsync()).Organisation;

        var own = Address(without);
        Assert.Equal([$"{own}/edit", $"{own}/identifiers/add", $"{own}/people/invite"], Doors(await browser.GetAsync(own)));
        Assert.Empty(Doors(await browser.GetAsync(Address(with))));
    }

    [Fact]
    public async Task Get_Assurance_SaysWhetherItHasRunOut()
    {
        var admin = await portal.AnAdministratorAsync();
        await portal.ChangeAsync(
            admin,
            (organisation, actor, now) =>
            {
                organisation.RecordEvidence(Until("good today", now.UkDay()), actor, now);
                organisation.RecordEvidence(Until("gone", now.UkDay().AddDays(-1)), actor, now);
            }
        );

        var answer = await portal.SignedInAs(admin).GetAsync(Address(admin.Organisation));

        Assert.Contains("Ran out after", Row(answer, "gone"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ran out after", Row(answer, "good today"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0197f000-0000-7000-8000-000000000000")]
    [InlineData("not-an-id")]
    [InlineData("0")]
    public async Task Get_Unknown_IsNotFound(string id)
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));

        var answer = await browser.GetAsync($"/organisations/{id}");

        Assert.Equal((HttpStatusCode.NotFound, "Page not found"), (answer.Status, answer.Heading));
    }

    [Fact]
    public async Task Post_TakesNone_IsRefused()
    {
        var admin = await portal.AnAdministratorAsync();

        var answer = await portal.SignedInAs(admin).PostAsync(Address(admin.Organisation));

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "That is not how this page is used"), (answer.Status, answer.Heading));
    }

    private static string Address(OrganisationId organisation) => $"/organisations/{organisation.Value}";

    private static IEnumerable<string?> Doors(Answer answer) =>
        answer.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href"));

    private static string Row(Answer answer, string reference) =>
        answer
            .Document.QuerySelectorAll("dd")
            .Select(d => d.TextContent)
            .Single(text => text.Contains(reference, StringComparison.Ordinal));

    private static OrganisationEvidence Until(string reference, DateOnly day) =>
        OrganisationEvidence.Of(
            OrganisationEvidenceKind.SecurityAssurance,
            AssuranceType.CyberEssentials,
            new EvidenceTerm(reference, day)
        );
}
