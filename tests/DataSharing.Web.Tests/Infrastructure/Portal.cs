using DataSharing.Persistence;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

[assembly: AssemblyFixture(typeof(Portal))]

namespace DataSharing.Web.Tests.Infrastructure;

/// <summary>
/// The whole portal on a real database, as its restricted role. A test says who signed in; everything else, roles and
/// antiforgery included, is as in production.
/// </summary>
public class Portal : PortalInProcess, IAsyncLifetime
{
    public TestDatabase Database { get; } = new();

    /// <summary>What single requests cost.</summary>
    public QueryCounter Queries { get; } = new();

    /// <summary>So many agreements are compared with their rows in lists when the tests have ended.</summary>
    protected virtual int ComparedAtMost => int.MaxValue;

    public async ValueTask InitializeAsync() => await Database.CreateAsync();

    /// <summary>A browser in which the person has just signed in.</summary>
    public Browser SignedInAs(SomePerson person, TimeSpan? ago = null, string? verifiedAddress = null)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        client.DefaultRequestHeaders.Add(TestSignIn.Header, TestSignIn.Write(person.Subject, ago ?? TimeSpan.Zero, verifiedAddress));
        return new Browser(client, isOnePerson: true);
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public Browser SignedOut() => new(CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>Does something in the database and saves it, as the owner.</summary>
    public Task<T> InDbAsync<T>(Func<DataSharingDbContext, DateTimeOffset, Task<T>> work) => Database.InDbAsync(work);

    public Task<T> InDbAsync<T>(Func<DataSharingDbContext, Task<T>> work) => Database.InDbAsync((db, _) => work(db));

    /// <summary>Where the provider would send somebody back to, if the answer leads to it.</summary>
    public string WayBack(Answer answer)
    {
        Assert.StartsWith(TestSignIn.Issuer + "/authorize?", answer.Location?.OriginalString, StringComparison.Ordinal);
        var state = QueryHelpers.ParseQuery(answer.Location!.Query)["state"];
        var options = Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(OpenIdConnectDefaults.AuthenticationScheme);
        return options.StateDataFormat.Unprotect(state)!.RedirectUri!;
    }

    protected override string ConnectionString => Database.AsPortal;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
            services
                .ConfigureDbContext<DataSharingDbContext>(options => options.AddInterceptors(Queries))
                .Configure<OpenIdConnectOptions>(
                    OpenIdConnectDefaults.AuthenticationScheme,
                    options =>
                        options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(
                            new() { Issuer = TestSignIn.Issuer, AuthorizationEndpoint = TestSignIn.Issuer + "/authorize" }
                        )
                )
        );
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        try
        {
            await ListComparison.AssertAllAsTheyAreAsync(Database, ComparedAtMost);
        }
        finally
        {
            await Database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
