using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.SignIn;

public sealed class SignedOutTests(Portal portal)
{
    [Fact]
    public async Task Get_SaysSoAndLeadsBackIn()
    {
        var answer = await portal.SignedOut().GetAsync("/signed-out");

        Assert.Equal((HttpStatusCode.OK, "You are signed out"), (answer.Status, answer.Heading));
        Assert.NotNull(answer.Document.QuerySelector("main a[href='/sign-in/start']"));
    }
}
