using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using DataSharing.Web.Tests.Http;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DataSharing.Web.Tests.Api;

/// <summary>Under /api whatever goes wrong is said in problem details (RFC 9457): no page, no redirect, nothing of an exception's text.</summary>
public sealed class ProblemAnswersTests(Portal portal)
{
    /// <summary>What a program says that it accepts; a browser opens such addresses too.</summary>
    private static readonly string?[] Accepted = [null, "application/json", "text/html", "text/html,*/*;q=0.8", "application/xml"];

    [Fact]
    public async Task Address_Unknown_Is404()
    {
        using var client = SignedIn(await portal.APersonAsync(Role.IgLead), portal);

        foreach (var address in (string[])["/api", "/api/", "/api/agreements/DSA-2026-000001", "/API/Nothing", "/api/error"])
        {
            await AssertProblemsAsync(client, HttpMethod.Get, address, HttpStatusCode.NotFound);
            await AssertProblemsAsync(client, HttpMethod.Post, address, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Address_ThatOnlyBeginsAlike_IsAPage()
    {
        var answer = await portal.SignedInAs(await portal.APersonAsync(Role.IgLead)).GetAsync("/apiary");

        Assert.Equal((HttpStatusCode.NotFound, "Page not found"), (answer.Status, answer.Heading));
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("DELETE")]
    [InlineData("MADEUP")]
    public async Task Method_Refused_Is405AndSaysWhichAreNot(string method)
    {
        using var client = SignedIn(await portal.APersonAsync(Role.IgLead), portal);

        await AssertProblemsAsync(
            client,
            new HttpMethod(method),
            "/api/nothing",
            HttpStatusCode.MethodNotAllowed,
            answer => Assert.Equal(["GET", "HEAD", "POST"], answer.Content.Headers.Allow)
        );
    }

    [Fact]
    public async Task Program_NotSignedIn_Is401AndSentNowhere()
    {
        using var client = portal.CreateClient(new() { AllowAutoRedirect = false });

        await AssertProblemsAsync(client, HttpMethod.Get, "/api/nothing", HttpStatusCode.Unauthorized);
        await AssertProblemsAsync(client, HttpMethod.Post, "/api/nothing", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Person_OfNoOrganisation_Is403AndSentNowhere()
    {
        using var client = portal.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(TestSignIn.Header, "nobody-yet|0");

        await AssertProblemsAsync(client, HttpMethod.Get, "/api/nothing", HttpStatusCode.Forbidden);
    }

    [Theory]
    [MemberData(nameof(ErrorPagesTests.Failures), MemberType = typeof(ErrorPagesTests))]
    public async Task Exception_HasItsStatusAndNothingOfItsText(string failure, int status, string heading)
    {
        Assert.NotEmpty(heading);
        await using var failing = portal.WithWebHostBuilder(host =>
            host.ConfigureServices(services => services.AddSingleton<IAuthorizationHandler>(new Failing(failure)))
        );
        using var client = SignedIn(await portal.APersonAsync(Role.IgLead), failing);

        await AssertProblemsAsync(client, HttpMethod.Get, "/api/nothing", (HttpStatusCode)status);
        await AssertProblemsAsync(client, HttpMethod.Post, "/api/nothing", (HttpStatusCode)status);
    }

    [Fact]
    public async Task DatabaseAway_Is503WithoutDetail()
    {
        await using var away = portal.WithWebHostBuilder(host =>
            host.UseSetting("ConnectionStrings:DataSharing", "Host=/nowhere/at/all;Username=x;Database=secret-name")
        );
        using var client = away.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(TestSignIn.Header, "somebody|0");

        await AssertProblemsAsync(client, HttpMethod.Get, "/api/nothing", HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Request_LargerThanAnythingTaken_Is413()
    {
        using var client = SignedIn(await portal.APersonAsync(Role.IgLead), portal);
        using var large = new ByteArrayContent(new byte[8 * 1024 * 1024 + 1]);

        using var answer = await client.PostAsync("/api/nothing", large, TestContext.Current.CancellationToken);

        await AssertProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge);
    }

    private static HttpClient SignedIn(SomePerson person, Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> portal)
    {
        var client = portal.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(TestSignIn.Header, TestSignIn.Write(person.Subject, TimeSpan.Zero));
        return client;
    }

    private static async Task AssertProblemsAsync(
        HttpClient client,
        HttpMethod method,
        string address,
        HttpStatusCode status,
        Action<HttpResponseMessage>? more = null
    )
    {
        foreach (var accepted in Accepted)
        {
            using var request = new HttpRequestMessage(method, address + "?fail");
            if (accepted is not null)
            {
                request.Headers.TryAddWithoutValidation("Accept", accepted);
            }

            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            await AssertProblemAsync(answer, status);
            more?.Invoke(answer);
        }
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString().Split(", ").Single(value => value == "no-store"));
        Assert.Equal(
            status == HttpStatusCode.ServiceUnavailable ? new RetryConditionHeaderValue(TimeSpan.FromSeconds(30)) : null,
            answer.Headers.RetryAfter
        );

        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        using var problem = JsonDocument.Parse(body);
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
        Assert.Equal((int)status >= 500, problem.RootElement.TryGetProperty("reference", out _));
        Assert.False(problem.RootElement.TryGetProperty("detail", out _));
    }

    /// <summary>Fails while it is asked who may come here, which is asked at every address.</summary>
    private sealed class Failing(string failure) : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context) =>
            context.Resource is HttpContext http && http.Request.Query.ContainsKey("fail")
                ? throw ErrorPagesTests.FailureOf(failure)
                : Task.CompletedTask;
    }
}
