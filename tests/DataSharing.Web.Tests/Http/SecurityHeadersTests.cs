using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Http;

public sealed class SecurityHeadersTests(Portal portal)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/privacy")]
    [InlineData("/sign-in")]
    [InlineData("/no/such/page")]
    [InlineData("/organisations/new")]
    [InlineData("/css/site.css")]
    [InlineData("/lib/govuk-frontend.min.css")]
    [InlineData("/health/live")]
    [InlineData("/signin-oidc")]
    [InlineData("/sign-in/start")]
    public async Task EveryAnswer_SignedInOrNot_HasThem(string address)
    {
        foreach (var browser in new[] { portal.SignedOut(), portal.SignedInAs(await portal.APersonAsync(Role.IgLead)) })
        {
            var headers = (await browser.GetAsync(address)).Headers;

            Assert.Equal(
                "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + $"form-action 'self' {TestSignIn.Issuer}; frame-ancestors 'none'; base-uri 'none'",
                headers["Content-Security-Policy"]
            );
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Equal("same-origin", headers["Referrer-Policy"]);
            Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
            Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
            Assert.Contains("camera=()", headers["Permissions-Policy"], StringComparison.Ordinal);
            Assert.Contains(
                address.EndsWith(".css", StringComparison.Ordinal) ? "immutable" : "no-store",
                headers["Cache-Control"],
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task HttpsRequired_SaysSoToTheBrowser()
    {
        await using var secure = await SigningInPortal.StartAsync(portal);
        var (browser, _) = secure.NewBrowser();

        foreach (var address in (string[])["/privacy", "/", "/css/site.css"])
        {
            Assert.Equal("max-age=31536000; includeSubDomains", (await browser.GetAsync(address)).Headers["Strict-Transport-Security"]);
        }
    }

    [Fact]
    public async Task NoPage_HasScriptOrStyleOfItsOwn()
    {
        var browser = portal.SignedInAs(await portal.AnAdministratorAsync());
        foreach (var address in (string[])["/", "/privacy", "/accessibility", "/organisations", "/sign-out", "/no/such/page"])
        {
            Assert.Empty((await browser.GetAsync(address)).Document.QuerySelectorAll("script, style, [style], [onclick], iframe, object"));
        }
    }
}
