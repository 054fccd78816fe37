using System.Net;
using DataSharing.Documents.Word;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using DocumentFormat.OpenXml.Packaging;

namespace DataSharing.Web.Tests.Pages.Agreements.Download;

public sealed class WordTests(Portal portal) : AgreementReadingTests(portal)
{
    protected override string AddressIn(string reference) => $"/agreements/{reference}/versions/1/word";

    [Fact]
    public async Task Get_IsAWordFileOfTheVersion_AlwaysTheSame()
    {
        var shared = await ReadyAsync();

        using var response = await AskAsync(shared);
        using var again = await AskAsync(shared);

        Assert.Equal(WordFile.MediaType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal($"{shared.Reference}-1.0.docx", response.Content.Headers.ContentDisposition.FileName);
        Assert.Equal(
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Get_VersionInForce_HasItsDecisionsAndSignatures()
    {
        var shared = await SharedAgreement.InForceAsync(Portal);
        var version = (await shared.FindAsync()).Versions.Single();

        var text = await TextAsync(shared);

        Assert.All(
            version.Signatures,
            signature =>
                Assert.Contains(
                    $"{signature.Capacity}{Words.Date(signature.At.UkDay())}{string.Join(' ', signature.ContentHash.Hex.Chunk(8).Select(group => new string(group)))}",
                    text,
                    StringComparison.Ordinal
                )
        );
        Assert.All(
            version.Stages.Where(stage => stage.Decision is not null),
            stage => Assert.Contains(stage.Kind.InWords(), text, StringComparison.Ordinal)
        );
        Assert.NotEmpty(version.Signatures);
        Assert.DoesNotContain("Not signed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("localhost", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheNextDraft_IsNotForThePartner()
    {
        var shared = await SharedAgreement.ReturnedAsync(Portal);
        var partner = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgLead));

        foreach (var form in new[] { "download", "word", "print" })
        {
            Assert.Equal(HttpStatusCode.OK, (await partner.GetAsync($"/agreements/{shared.Reference}/versions/1/{form}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync($"/agreements/{shared.Reference}/versions/2/{form}")).Status);
        }
    }

    private Task<HttpResponseMessage> AskAsync(SharedAgreement shared) =>
        shared.BrowserOf(shared.Drafter).Client.GetAsync(AddressIn(shared), TestContext.Current.CancellationToken);

    private async Task<string> TextAsync(SharedAgreement shared)
    {
        using var response = await AskAsync(shared);
        using var word = WordprocessingDocument.Open(
            new MemoryStream(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)),
            isEditable: false
        );
        return word.MainDocumentPart!.Document!.InnerText;
    }
}
