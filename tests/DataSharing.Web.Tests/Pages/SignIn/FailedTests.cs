using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.SignIn;

public sealed class FailedTests(Portal portal)
{
    [Fact]
    public async Task Get_SaysHowToGoOn()
    {
        var answer = await portal.SignedOut().GetAsync("/sign-in/failed");

        Assert.Equal((HttpStatusCode.OK, "Sign-in did not work"), (answer.Status, answer.Heading));
        Assert.NotNull(answer.Document.QuerySelector("main a[href='/sign-in']"));
    }

    [Theory]
    [InlineData("/signin-oidc")]
    [InlineData("/signin-oidc?code=x&state=made-up")]
    [InlineData("/signin-oidc?error=access_denied&error_description=%3Cscript%3E")]
    public async Task Callback_Refused_LeadsHereWithNothingOfTheProvidersWords(string callback)
    {
        var answer = await portal.SignedOut().GetAsync(callback);

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in/failed"), (answer.Status, answer.Location?.OriginalString));
    }
}
