using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.SignIn;

public sealed class SignInTests(Portal portal)
{
    [Theory]
    [InlineData("/organisations?q=a%20b")]
    [InlineData(Hostile.Text)]
    public async Task Get_SignedOut_CarriesTheAddressAlong(string returnUrl)
    {
        var answer = await portal.SignedOut().GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal((HttpStatusCode.OK, "Sign in to DataSharing"), (answer.Status, answer.Heading));
        Assert.Equal(returnUrl, answer.Document.QuerySelector("main form[method=get] input[name=returnUrl]")?.GetAttribute("value"));
        Hostile.AssertShownHarmlessly(answer, returnUrl);
    }

    [Theory]
    [InlineData("/organisations?q=a", "/organisations?q=a")]
    [InlineData("", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData(@"/\evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task Get_SignedIn_LeadsOnButNeverAway(string returnUrl, string to)
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgLead));

        var answer = await browser.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal((HttpStatusCode.Redirect, to), (answer.Status, answer.Location?.OriginalString));
    }
}
