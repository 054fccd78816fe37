using System.Net;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Evidence;

public sealed class FileTests(Portal portal) : AgreementPageTests(portal)
{
    private Guid _evidence = Guid.NewGuid();

    protected override string AddressIn(string reference) => $"/agreements/{reference}/evidence/{_evidence}/file";

    private protected override async Task<SharedAgreement> ReadyAsync()
    {
        var shared = await SharedAgreement.InApprovalAsync(Portal);
        _evidence = (await shared.AddEvidenceAsync(shared.Drafter)).Id.Value;
        return shared;
    }

    [Fact]
    public async Task Get_EverybodyWhoReadsTheAgreement_GetsTheBytesAsAnAttachmentOfNoKind()
    {
        var shared = await ReadyAsync();

        foreach (
            var reader in new[] { shared.Drafter, await shared.SomebodyAsync(shared.Charity, Role.Requester), await shared.AuditorAsync() }
        )
        {
            using var response = await shared.BrowserOf(reader).Client.GetAsync(AddressIn(shared), TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(
                "%PDF-1.7 Certificate of the test",
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            );
            Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.ToString());
            Assert.Equal(
                ("attachment", "certificate.pdf"),
                (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileNameStar)
            );
            Assert.Equal(
                ("default-src 'none'; sandbox", "nosniff", "no-store"),
                (
                    HeaderOf(response, "Content-Security-Policy"),
                    HeaderOf(response, "X-Content-Type-Options"),
                    HeaderOf(response, "Cache-Control")
                )
            );
        }
    }

    [Fact]
    public async Task Get_HostileName_IsOneHeaderLineInPlainLettersAndInFull()
    {
        var shared = await SharedAgreement.InApprovalAsync(Portal);
        var browser = shared.BrowserOf(shared.Drafter);
        var add = $"/agreements/{shared.Reference}/evidence/add";
        await browser.SendFileAsync(
            await browser.GetAsync(add),
            add,
            new ChosenFile("../../a\r\n\"; filename=\"evil.exe\u202E\u0394 資料.pdf", "%PDF-1.7"u8.ToArray()),
            ("Form.Kind", "Request"),
            ("Form.Title", "Request")
        );
        _evidence = Assert.Single(await shared.EvidenceAsync()).Id.Value;

        using var response = await browser.Client.GetAsync(AddressIn(shared), TestContext.Current.CancellationToken);

        var header = HeaderOf(response.Content, "Content-Disposition");
        Assert.Equal("a_0D_0A_22_ filename=_22evil.exeΔ 資料.pdf", response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.StartsWith("attachment; filename=", header, StringComparison.Ordinal);
        Assert.All(header, c => Assert.InRange(c, ' ', '~'));
        Assert.DoesNotContain("..", header, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OwnEvidence_IsForItsOrganisationAndItsAuditorsOnly()
    {
        var shared = await SharedAgreement.InApprovalAsync(Portal);
        _evidence = (await shared.AddEvidenceAsync(shared.Drafter, EvidenceVisibility.OwnOrganisation)).Id.Value;
        var partner = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgOfficer, Role.AuthorisedSignatory));

        Assert.Equal(
            HttpStatusCode.OK,
            (await shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.Siro)).GetAsync(AddressIn(shared))).Status
        );
        Assert.Equal(HttpStatusCode.OK, (await shared.BrowserOf(await shared.AuditorAsync()).GetAsync(AddressIn(shared))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync(AddressIn(shared))).Status);
    }

    [Fact]
    public async Task Get_Removed_IsForItsOrganisationAndAuditorsOnly()
    {
        var shared = await ReadyAsync();
        await shared.DoAsync(
            shared.Drafter,
            (await shared.EvidenceAsync())[0],
            (item, command) => item.Remove(command.Agreement, "Names people.", command.Actor, command.Now)
        );

        Assert.Equal(HttpStatusCode.OK, (await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared))).Status);
        Assert.Equal(HttpStatusCode.OK, (await shared.BrowserOf(await shared.AuditorAsync()).GetAsync(AddressIn(shared))).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead)).GetAsync(AddressIn(shared))).Status
        );
    }

    [Fact]
    public async Task Get_EvidenceOfAnotherAgreement_IsNotFoundUnderThisOne()
    {
        await ReadyAsync();
        var shared = await SharedAgreement.InApprovalAsync(Portal);

        Assert.Equal(HttpStatusCode.NotFound, (await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared))).Status);
    }

    private static string HeaderOf(HttpResponseMessage response, string name) => string.Join('|', response.Headers.GetValues(name));

    private static string HeaderOf(HttpContent content, string name) => string.Join('|', content.Headers.GetValues(name));
}
