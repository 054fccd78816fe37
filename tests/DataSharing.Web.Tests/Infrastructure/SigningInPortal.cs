using System.Net;
using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Web.Tests.Access.OpenIdConnect;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Serilog;

namespace DataSharing.Web.Tests.Infrastructure;

/// <summary>
/// The portal with its own sign-in: real sessions, real cookies, HTTPS required, the real handler against a scripted
/// provider, and a clock that the test moves. On a database of its own, because sessions are swept by that clock.
/// </summary>
internal sealed class SigningInPortal : WebApplicationFactory<Program>
{
    private SigningInPortal(TestDatabase database)
    {
        Database = database;
        Provider = new ScriptedProvider(Clock);
    }

    public TestDatabase Database { get; }

    /// <summary>Begins now, because the browser's cookies expire by the real time.</summary>
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public ScriptedProvider Provider { get; }

    public static async Task<SigningInPortal> StartAsync(Portal beside) => new(await beside.Database.BesideAsync());

    public (Browser Browser, CookieContainer Cookies) NewBrowser()
    {
        var cookies = new CookieContainer();
        return (new Browser(CreateDefaultClient(new Uri("https://localhost"), new CookieContainerHandler(cookies))), cookies);
    }

    /// <summary>Follows the way to the provider and back, as whoever the test says.</summary>
    public async Task<Answer> SignInAsync(Browser browser, string subject, string? name = null, string start = "/sign-in/start") =>
        await ComeBackAsync(browser, await browser.GetAsync(start), subject, name);

    /// <summary>The way back from the provider, that an answer of the portal has led to.</summary>
    public async Task<Answer> ComeBackAsync(Browser browser, Answer leading, string subject, string? name = null)
    {
        Provider.Claims = claims => (claims["sub"], claims["name"]) = (subject, name ?? subject);
        Assert.StartsWith(ScriptedProvider.Issuer, leading.Location?.OriginalString, StringComparison.Ordinal);
        return await browser.GetAsync(Provider.Authorise(leading.Location!).PathAndQuery);
    }

    public async Task<(Browser Browser, CookieContainer Cookies)> SignedInAsync(string subject)
    {
        var (browser, cookies) = NewBrowser();
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(browser, subject)).Status);
        return (browser, cookies);
    }

    /// <summary>A person who has not signed in yet, with the roles in an organisation of their own.</summary>
    public Task<SomePerson> APersonAsync(string subject, params Role[] roles) =>
        Database.InDbAsync(
            (db, now) =>
            {
                var details = new OrganisationDetails
                {
                    Name = $"Council of {subject}",
                    Sector = Sector.LocalGov,
                    Nation = Jurisdiction.England,
                };
                var organisation = Organisation.Register(details, [], Act.OfThePortal, now);
                var person = Person.FirstSeen(ScriptedProvider.Issuer, subject, subject, now);
                db.Organisations.Add(organisation);
                db.People.Add(person);
                db.Memberships.AddRange(roles.Select(role => Membership.Begin(person.Id, organisation.Id, role, Act.OfThePortal, now)));
                return Task.FromResult(new SomePerson(person.Id, subject, organisation.Id));
            }
        );

    public Task<int> SessionsAsync() => Database.InDbAsync((db, _) => db.Sessions.CountAsync(TestContext.Current.CancellationToken));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Many of these come and go, and the server has a hundred connections.
        builder.UseSetting(
            "ConnectionStrings:DataSharing",
            Database.AsPortal + ";Maximum Pool Size=10;Connection Idle Lifetime=2;Connection Pruning Interval=1"
        );
        builder.UseSetting("OpenIdConnect:Authority", ScriptedProvider.Issuer);
        builder.UseSetting("OpenIdConnect:ClientId", ScriptedProvider.ClientId);
        builder.UseSetting("OpenIdConnect:ClientSecret", ScriptedProvider.ClientSecret);
        builder.ConfigureTestServices(services =>
            services
                .AddSerilog(_ => { }, preserveStaticLogger: true) // says nothing
                .AddSingleton<TimeProvider>(Clock)
                .Configure<OpenIdConnectOptions>(
                    OpenIdConnectDefaults.AuthenticationScheme,
                    options => options.BackchannelHttpHandler = Provider
                )
        );
    }
}
