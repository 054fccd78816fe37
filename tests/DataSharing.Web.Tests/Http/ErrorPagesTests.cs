using System.Net;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;

namespace DataSharing.Web.Tests.Http;

public sealed class ErrorPagesTests(Portal portal)
{
    public static TheoryData<string, int, string> Failures =>
        new()
        {
            { "invalid", 500, "Sorry, something went wrong" },
            { "race", 409, "That is not possible now" },
            { "bad", 400, "That request could not be understood" },
            { "large", 413, "That is too large" },
            { "database", 503, "Sorry, the service is not available just now" },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Exception_EndsOnAPageOfOurs_WithItsStatusAndNothingOfItsText(string failure, int status, string heading)
    {
        await using var failing = portal.WithWebHostBuilder(builder =>
            builder.ConfigureServices(services => services.Configure<MvcOptions>(options => options.Filters.Add(new Failing(failure))))
        );
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var client = failing.CreateClient(new() { AllowAutoRedirect = false });
            var browser = new Browser(client);
            var answer = method == HttpMethod.Get ? await browser.GetAsync("/privacy?fail") : await browser.PostRawAsync("/privacy?fail");

            Assert.Equal((status, heading), ((int)answer.Status, answer.Heading));
            Assert.DoesNotContain("secret detail", answer.Body, StringComparison.Ordinal);
            Assert.Equal(status >= 500, answer.Main.Contains("give this reference", StringComparison.Ordinal));
            Assert.Equal(status == 503 ? "30" : null, answer.Headers.GetValueOrDefault("Retry-After"));
            AssertHouseDesign(answer);
        }
    }

    [Fact]
    public async Task DatabaseAway_SignedInOrNot_Is503WithoutDetail()
    {
        await using var away = portal.WithWebHostBuilder(builder =>
            builder.UseSetting("ConnectionStrings:DataSharing", "Host=/nowhere/at/all;Username=x;Database=secret-name")
        );
        using var client = away.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(TestSignIn.Header, "somebody|0");
        var browser = new Browser(client);

        foreach (
            var answer in new[]
            {
                await browser.GetAsync("/"),
                await browser.GetAsync("/organisations"),
                await browser.PostRawAsync("/organisations/new"),
            }
        )
        {
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, "Sorry, the service is not available just now"),
                (answer.Status, answer.Heading)
            );
            Assert.Equal("30", answer.Headers["Retry-After"]);
            Assert.DoesNotContain("secret-name", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("nowhere", answer.Body, StringComparison.Ordinal);
            AssertHouseDesign(answer);
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task Refusals_ArePagesOfOurs_AlsoForPosts()
    {
        var person = await portal.APersonAsync(Role.IgLead);
        var browser = portal.SignedInAs(person);
        var nowhere = $"/organisations/{Guid.NewGuid()}/edit";

        var answers = new (int Status, Answer Answer)[]
        {
            (400, await browser.PostRawAsync("/acting-for")),
            (403, await browser.GetAsync("/organisations/new")),
            (403, await browser.PostAsync("/organisations/new")),
            (404, await browser.GetAsync("/no/such/page")),
            (404, await browser.PostAsync("/no/such/page")),
            (404, await browser.GetAsync(nowhere)),
            (404, await browser.PostAsync(nowhere)),
            (404, await browser.GetAsync("/error")),
            (405, await browser.PostAsync("/privacy")),
            (409, await browser.PostAsync("/invitations/accept?key=x")),
        };

        Assert.All(
            answers,
            a =>
            {
                Assert.Equal(a.Status, (int)a.Answer.Status);
                AssertHouseDesign(a.Answer);
                Assert.StartsWith(person.Subject, WhoIsShown(a.Answer), StringComparison.Ordinal);
                Assert.Equal(["My work", "Agreements", "Organisations", "Law"], MenuOf(a.Answer));
            }
        );
    }

    /// <summary>A person who was known before something failed is shown without a word of the database.</summary>
    [Theory]
    [InlineData("invalid", 500)]
    [InlineData("database", 503)]
    public async Task Failure_AfterThePersonWasKnown_ShowsWhoTheyAreAndTheMenu(string failure, int status)
    {
        var person = await portal.APersonAsync(Role.IgLead);
        await using var failing = portal.WithWebHostBuilder(builder =>
            builder.ConfigureServices(services => services.Configure<MvcOptions>(options => options.Filters.Add(new Failing(failure))))
        );
        using var client = failing.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(TestSignIn.Header, TestSignIn.Write(person.Subject, TimeSpan.Zero));

        var answer = await new Browser(client).GetAsync("/agreements?fail");

        Assert.Equal(status, (int)answer.Status);
        Assert.StartsWith(person.Subject, WhoIsShown(answer), StringComparison.Ordinal);
        Assert.Equal("My work", MenuOf(answer)[0]);
    }

    [Fact]
    public async Task Post_LargerThanAnyPageTakes_Is413()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgLead));
        using var large = new ByteArrayContent(new byte[8 * 1024 * 1024 + 1]);

        var answer = await browser.PostRawAsync("/acting-for", large);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "That is too large"), (answer.Status, answer.Heading));
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("MADEUP")]
    public async Task OtherMethods_Anywhere_Are405(string method)
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgLead));
        foreach (var address in (string[])["/", "/privacy", "/no/such/page", "/health/live", "/css/site.css"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            using var response = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
            Assert.Equal(["GET", "HEAD", "POST"], response.Content.Headers.Allow);
            Assert.Contains(
                "That is not how this page is used",
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("invalid", LogEventLevel.Error)]
    [InlineData("database", LogEventLevel.Error)]
    [InlineData("race", LogEventLevel.Warning)]
    public async Task Exception_IsLoggedOnce_UnderTheReferenceThatThePageShows(string failure, LogEventLevel level)
    {
        var log = new LogLines();
        await using var failing = portal.WithWebHostBuilder(builder =>
        {
            builder.ConfigureServices(services => services.Configure<MvcOptions>(options => options.Filters.Add(new Failing(failure))));
            log.Read(builder);
        });
        using var client = failing.CreateClient(new() { AllowAutoRedirect = false });

        var answer = await new Browser(client).GetAsync("/privacy?fail");

        var line = Assert.Single(log.Written, line => line.Level >= LogEventLevel.Warning);
        Assert.Equal((level, "/privacy"), (line.Level, Property(line, "Path")));
        Assert.Equal(level == LogEventLevel.Error, line.Exception is not null);
        Assert.Equal(
            level == LogEventLevel.Error ? Property(line, "Reference") : null,
            answer.Document.QuerySelector("main .ds-hash")?.TextContent
        );
    }

    /// <summary>What fails may be the session, the form's token or what the person is allowed: the page of the error asks for none of them.</summary>
    [Fact]
    public async Task ErrorPage_IsShownToNobody_ByGet_FromServicesOfItsOwn()
    {
        var seen = new Seen();
        await using var failing = portal.WithWebHostBuilder(builder =>
            builder.ConfigureServices(services =>
                services
                    .AddScoped<Once>()
                    .Configure<MvcOptions>(options =>
                    {
                        options.Filters.Add(seen);
                        options.Filters.Add(new Failing("invalid"));
                    })
            )
        );
        using var client = failing.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Cookie", "some=cookie");

        await new Browser(client).PostRawAsync("/privacy?fail");

        Assert.Equal([("POST", "/privacy", "some=cookie"), ("GET", "/error", "")], seen.Requests);
        Assert.Equal(2, seen.Services.Distinct().Count());
    }

    internal static Exception FailureOf(string failure) =>
        failure switch
        {
            "race" => new DbUpdateConcurrencyException("secret detail"),
            "bad" => new BadHttpRequestException("secret detail"),
            "large" => new BadHttpRequestException("secret detail", StatusCodes.Status413PayloadTooLarge),
            "database" => new InvalidOperationException("secret detail", new Npgsql.NpgsqlException("secret detail")),
            _ => new InvalidOperationException("secret detail"),
        };

    private static object? Property(LogEvent line, string name) => ((ScalarValue)line.Properties[name]).Value;

    private static string WhoIsShown(Answer answer) => answer.Document.QuerySelector(".ds-who")?.TextContent.Trim() ?? "";

    private static List<string> MenuOf(Answer answer) =>
        [.. answer.Document.QuerySelectorAll("nav[aria-label=Menu] a").Select(link => link.TextContent.Trim())];

    private static void AssertHouseDesign(Answer answer)
    {
        Assert.NotNull(answer.Document.QuerySelector("html.govuk-template header.ds-header"));
        Assert.Single(answer.Document.QuerySelectorAll("h1"));
        Assert.StartsWith("text/html", answer.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
    }

    /// <summary>Fails where a page would, before anything is asked of the request.</summary>
    private sealed class Failing(string failure) : IAuthorizationFilter, IOrderedFilter
    {
        public int Order => int.MinValue;

        public void OnAuthorization(AuthorizationFilterContext context)
        {
            if (context.HttpContext.Request.Query.ContainsKey("fail"))
            {
                throw FailureOf(failure);
            }
        }
    }

    private sealed class Once;

    private sealed class Seen : IAuthorizationFilter, IOrderedFilter
    {
        public int Order => int.MinValue;

        public List<(string Method, string Path, string Cookies)> Requests { get; } = [];

        public List<object> Services { get; } = [];

        public void OnAuthorization(AuthorizationFilterContext context)
        {
            var request = context.HttpContext.Request;
            Requests.Add((request.Method, request.Path, request.Headers.Cookie.ToString()));
            Services.Add(context.HttpContext.RequestServices.GetRequiredService<Once>());
        }
    }
}
