using System.Net;
using DataSharing.Web.Tests.Access.OpenIdConnect;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace DataSharing.Web.Tests.Pages.SignIn;

public sealed class SignOutTests(Portal portal)
{
    [Fact]
    public async Task SignOut_LeadsToTheProviderAndFromThereToThePageThatSaysSo()
    {
        using var provider = new ScriptedProvider(TimeProvider.System);
        await using var host = HostWith(provider);
        using var client = await ClientAsync(host);
        var browser = new Infrastructure.Browser(client);

        var away = (await browser.SendAsync("/sign-out")).Location!;
        var back = await browser.GetAsync($"/signout-callback-oidc?state={ScriptedProvider.Query(away)["state"]}");

        Assert.Equal($"{ScriptedProvider.Issuer}/logout", away.GetLeftPart(UriPartial.Path));
        Assert.Equal("/signed-out", back.Location?.OriginalString);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignOut_ProviderDownOrWithoutSignOut_EndsTheSessionHere(bool down)
    {
        using var provider = new ScriptedProvider(TimeProvider.System) { Down = down };
        provider.Metadata.Remove("end_session_endpoint");
        await using var host = HostWith(provider);
        using var client = await ClientAsync(host);

        var answer = await new Infrastructure.Browser(client).SendAsync("/sign-out");

        Assert.Equal((HttpStatusCode.Redirect, "/signed-out"), (answer.Status, answer.Location?.OriginalString));
        Assert.Contains(provider.Requests, path => path == "/.well-known/openid-configuration");
        Assert.Equal("\"cache\", \"storage\"", answer.Headers["Clear-Site-Data"]);
    }

    private WebApplicationFactory<Program> HostWith(ScriptedProvider provider) =>
        portal.WithWebHostBuilder(builder =>
            builder
                .UseSetting("OpenIdConnect:Authority", ScriptedProvider.Issuer)
                .ConfigureTestServices(services =>
                    services.Configure<OpenIdConnectOptions>(
                        OpenIdConnectDefaults.AuthenticationScheme,
                        options => (options.BackchannelHttpHandler, options.ConfigurationManager) = (provider, null)
                    )
                )
        );

    private async Task<HttpClient> ClientAsync(WebApplicationFactory<Program> host)
    {
        var client = host.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(
            TestSignIn.Header,
            TestSignIn.Write((await portal.APersonAsync(Role.IgLead)).Subject, TimeSpan.Zero)
        );
        return client;
    }
}
