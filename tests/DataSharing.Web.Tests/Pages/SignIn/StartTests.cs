using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.SignIn;

public sealed class StartTests(Portal portal)
{
    [Theory]
    [InlineData("/organisations?q=a", "/organisations?q=a")]
    [InlineData("", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData(@"/\evil.example/", "/")]
    public async Task Get_LeadsToTheProviderAndBackToAnAddressOfOurs(string returnUrl, string back)
    {
        var answer = await portal.SignedOut().GetAsync($"/sign-in/start?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(back, portal.WayBack(answer));
        Assert.DoesNotContain("prompt=", answer.Location!.Query, StringComparison.Ordinal);
    }
}
