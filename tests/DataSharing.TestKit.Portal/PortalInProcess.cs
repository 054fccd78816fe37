using DataSharing.Web.Jobs;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog;

namespace DataSharing.TestKit.Portal;

/// <summary>The portal in the process of a test or a benchmark: it says nothing, and <see cref="TestSignIn"/> tells it who asks.</summary>
public abstract class PortalInProcess : WebApplicationFactory<Program>
{
    /// <summary>The database as the portal's restricted role sees it.</summary>
    protected abstract string ConnectionString { get; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:DataSharing", ConnectionString);
        builder.UseSetting("OpenIdConnect:Authority", TestSignIn.Issuer);
        builder.UseSetting("OpenIdConnect:ClientId", "portal");
        builder.UseSetting("OpenIdConnect:ClientSecret", "secret");
        builder.UseSetting("Portal:RequireHttps", "false");
        builder.ConfigureTestServices(services =>
        {
            services.Remove(services.Single(service => service.ImplementationType == typeof(RecheckWorker))); // who needs a round done does it
            services
                .AddSerilog(_ => { }, preserveStaticLogger: true)
                .AddAuthentication(options => options.DefaultAuthenticateScheme = TestSignIn.SchemeName)
                .AddScheme<AuthenticationSchemeOptions, TestSignIn>(TestSignIn.SchemeName, null);
        });
    }
}
