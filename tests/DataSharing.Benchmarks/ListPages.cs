using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using DataSharing.Demo;
using DataSharing.Persistence.Lists;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Serilog;

namespace DataSharing.Benchmarks;

/// <summary>The pages of the real portal, each asked for by each of the people.</summary>
internal sealed class ListPages(string connectionString, string issuer) : WebApplicationFactory<SignedIn>
{
    private const string Static = "/accessibility";

    public async Task MeasureAsync(IReadOnlyList<Who> people, int rounds)
    {
        var table = new Ratios("page without lists", rounds);
        var client = CreateClient(new() { AllowAutoRedirect = false });
        Add("page without lists", people[0], Static);
        foreach (var who in people)
        {
            Add($"{who.Name}: my work", who, "/");
            Add($"{who.Name}: agreements", who, "/agreements");
            Add($"{who.Name}: of a state", who, "/agreements?state=Active");
            Add($"{who.Name}: search, common", who, "/agreements?q=programme");
            Add($"{who.Name}: search, rare", who, "/agreements?q=marmalade57");
            Add($"{who.Name}: notices", who, "/notices");
        }

        var officer = people.Single(who => who.Name == "Amira");
        await using (var scope = Services.CreateAsyncScope())
        {
            var page = await scope.ServiceProvider.GetRequiredService<AgreementList>().PageAsync(officer.Actor);
            Add("one agreement", officer, $"/agreements/{page.Rows[0].Reference}");
        }

        await table.MeasureAsync();

        void Add(string what, Who who, string path)
        {
            var bytes = 0;
            table.Add(
                what,
                async () =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, path);
                    request.Headers.Add(ByHeader.Header, who.Subject);
                    using var answer = await client.SendAsync(request);
                    answer.EnsureSuccessStatusCode();
                    bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
                },
                () => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0, 8:0.0} kB")
            );
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(BuildFacts.PortalFolder);
        builder.UseSetting("ConnectionStrings:DataSharing", connectionString);
        builder.UseSetting("OpenIdConnect:Authority", issuer);
        builder.UseSetting("OpenIdConnect:ClientId", "portal");
        builder.UseSetting("OpenIdConnect:ClientSecret", "secret");
        builder.UseSetting("Portal:RequireHttps", "false");
        builder.ConfigureTestServices(services =>
            services
                .AddSerilog(_ => { }, preserveStaticLogger: true)
                .AddSingleton(new Issuer(issuer))
                .AddAuthentication(options => options.DefaultAuthenticateScheme = ByHeader.Header)
                .AddScheme<AuthenticationSchemeOptions, ByHeader>(ByHeader.Header, null)
        );
    }

    private sealed record Issuer(string Name);

    /// <summary>Takes the benchmark's word for who asks.</summary>
    private sealed class ByHeader(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory logger,
        UrlEncoder encoder,
        Issuer issuer
    ) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public const string Header = "X-Benchmark-Person";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(
                AuthenticateResult.Success(
                    new AuthenticationTicket(
                        new ClaimsPrincipal(
                            new ClaimsIdentity(
                                [
                                    new(PersonClaims.Issuer, issuer.Name),
                                    new(PersonClaims.Subject, Request.Headers[Header].ToString()),
                                    new(PersonClaims.Name, "Somebody"),
                                    new(
                                        PersonClaims.AuthenticatedAt,
                                        TimeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
                                    ),
                                ],
                                Header,
                                PersonClaims.Name,
                                "role"
                            )
                        ),
                        Header
                    )
                )
            );
    }
}
