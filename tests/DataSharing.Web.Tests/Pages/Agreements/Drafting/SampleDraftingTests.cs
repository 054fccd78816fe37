using DataSharing.Domain;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Pages.Agreements.Reading;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

/// <summary>Every sample can be typed from a blank page, and comes out to the last byte.</summary>
public sealed class SampleDraftingTests(Portal portal)
{
    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public async Task A_sample_typed_through_the_pages_has_its_canonical_bytes(string sample)
    {
        var content = Samples.Content(sample);
        var script = await DraftScript.StartAsync(portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)));

        await script.WriteAsync(content);

        var written = AgreementImport.Read(await script.DownloadAsync(), LawBook.First).File!.Document;
        Assert.Equal(AgreementDocument.Of(content).Content, written.Content);
        Assert.Equal(AgreementDocument.Of(content).Bytes.ToArray(), written.Bytes.ToArray());
    }
}
