using System.Net;
using DataSharing.Domain;
using DataSharing.Web.Tests.Access.OpenIdConnect;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace DataSharing.Web.Tests.Pages.SignIn;

public sealed class SignOutTests(Portal portal)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignOut_ProviderDownOrWithoutSignOut_EndsTheSessionHere(bool down)
    {
        using var provider = new ScriptedProvider(TimeProvider.System) { Down = down };
        provider.Metadata.Remove("end_session_endpoint");
        await using var host = portal.WithWebHostBuilder(builder =>
            builder
                .UseSetting("OpenIdConnect:Authority", ScriptedProvider.Issuer)
                .ConfigureTestServices(services =>
                    services.Configure<OpenIdConnectOptions>(
                        OpenIdConnectDefaults.AuthenticationScheme,
                        options => (options.BackchannelHttpHandler, options.ConfigurationManager) = (provider, null)
                    )
                )
        );
        using var client = host.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(TestSignIn.Header, TestSignIn.Write(await portal.APersonAsync(Role.IgLead), TimeSpan.Zero));

        var answer = await new Infrastructure.Browser(client).SendAsync("/sign-out");

        Assert.Equal((HttpStatusCode.Redirect, "/signed-out"), (answer.Status, answer.Location?.OriginalString));
        Assert.Contains(provider.Requests, path => path == "/.well-known/openid-configuration");
        Assert.Equal("\"cache\", \"storage\"", answer.Headers["Clear-Site-Data"]);
    }
}
