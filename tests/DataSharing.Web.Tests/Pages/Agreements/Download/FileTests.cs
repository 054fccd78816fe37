using System.Net;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Download;

public sealed class FileTests(Portal portal) : AgreementReadingTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/versions/1/file";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_IsTheVersionAsAFileThatCanBeImported(bool lowerCase)
    {
        var shared = await ReadyAsync();
        var version = (await shared.FindAsync()).Newest;
        var browser = shared.BrowserOf(shared.Drafter);

        using var response = await browser.Client.GetAsync(
            AddressIn(lowerCase ? shared.Reference.Value.ToLowerInvariant() : shared.Reference.Value),
            TestContext.Current.CancellationToken
        );

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal($"{shared.Reference}-1.0.agreement.json", response.Content.Headers.ContentDisposition.FileName);
        var read = AgreementImport.Read(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), LawBook.First);
        Assert.Equal((shared.Reference.Value, version.ContentHash), (read.File!.Reference, read.File.Document.Hash));
    }

    [Fact]
    public async Task Get_VersionThatIsNot_IsNotFound()
    {
        var shared = await ReadyAsync();

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/versions/2/file")).Status
        );
    }

    [Fact]
    public async Task Get_TheNextDraft_IsNotForThePartner()
    {
        var shared = await SharedAgreement.ReturnedAsync(Portal);
        var partner = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Domain.Kernel.Role.IgLead));

        Assert.Equal(HttpStatusCode.OK, (await partner.GetAsync(AddressIn(shared))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync($"/agreements/{shared.Reference}/versions/2/file")).Status);
    }
}
