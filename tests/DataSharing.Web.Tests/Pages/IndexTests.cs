using System.Net;
using DataSharing.Domain;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages;

public sealed class IndexTests(Portal portal)
{
    [Fact]
    public async Task Get_Member_SeesTheirWorkAndWhoTheyAre()
    {
        var organisation = await portal.AnOrganisationAsync($"Trust {Guid.NewGuid():N}");
        var person = await portal.APersonAsync(organisation, Role.Siro, Role.IgLead);

        var answer = await portal.SignedInAs(person).GetAsync("/");

        Assert.Equal((HttpStatusCode.OK, "My work"), (answer.Status, answer.Heading));
        Assert.Contains("IG lead, SIRO, Trust ", answer.Document.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Null(answer.Document.QuerySelector("a[href='/acting-for']"));
    }
}
