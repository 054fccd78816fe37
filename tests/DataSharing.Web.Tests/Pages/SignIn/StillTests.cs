using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.SignIn;

public sealed class StillTests(Portal portal)
{
    [Fact]
    public async Task Every_page_offers_to_stay_signed_in_before_the_session_ends()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Domain.Kernel.Role.IgOfficer));

        var offered = (await browser.GetAsync("/agreements")).Document.QuerySelector(".ds-timeout a")!.GetAttribute("href")!;

        Assert.Equal(
            (HttpStatusCode.OK, "You are still signed in"),
            ((await browser.GetAsync(offered)).Status, (await browser.GetAsync(offered)).Heading)
        );
        Assert.Null((await portal.SignedOut().GetAsync("/privacy")).Document.QuerySelector(".ds-timeout"));
    }
}
