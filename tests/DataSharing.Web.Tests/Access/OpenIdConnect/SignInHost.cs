using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Security.Claims;
using DataSharing.Web.Access;
using DataSharing.Web.Access.OpenIdConnect;
using DataSharing.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Tests.Access.OpenIdConnect;

/// <summary>The smallest host that signs in: cookies with a ticket store, the handler, a protected page, and a scripted provider.</summary>
internal sealed class SignInHost : IAsyncDisposable, ITicketStore, ILoggerProvider
{
    public const string Origin = "https://portal.example.test";

    /// <summary>The library tests its waiting times by this field too, and offers nobody else a clock.</summary>
    private static readonly FieldInfo ClockOfTheLibrary = typeof(ConfigurationManager<OpenIdConnectConfiguration>).GetField(
        "TimeProvider",
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;

    private readonly WebApplication app;
    private readonly Dictionary<string, AuthenticationTicket> tickets = [];

    private SignInHost(Action<OpenIdConnectOptions>? configure, ClientKey? key, Action<OpenIdConnectOptions>? change)
    {
        Provider = new ScriptedProvider(Clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder
            .Logging.ClearProviders()
            .SetMinimumLevel(LogLevel.Trace)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter(typeof(OpenIdConnectHandler).FullName, LogLevel.None)
            .AddProvider(this); // as the portal does
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthorization();
        builder
            .Services.AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie(options => options.SessionStore = this)
            .AddStrictOpenIdConnect(
                options =>
                {
                    options.Authority = ScriptedProvider.Issuer;
                    options.ClientId = ScriptedProvider.ClientId;
                    options.ClientSecret = ScriptedProvider.ClientSecret;
                    options.BackchannelHttpHandler = Provider;
                    options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
                    options.NonceCookie.SecurePolicy = CookieSecurePolicy.Always;
                    options.Events.OnRemoteFailure = context =>
                    {
                        Failure = context.Failure;
                        context.Response.StatusCode = context.Failure is OpenIdProviderUnavailableException ? 503 : 400;
                        context.HandleResponse();
                        return Task.CompletedTask;
                    };
                    configure?.Invoke(options);
                },
                key
            );
        builder.Services.PostConfigure<OpenIdConnectOptions>(
            OpenIdConnectDefaults.AuthenticationScheme,
            options => change?.Invoke(options)
        );

        app = builder.Build();
        app.UseExceptionHandler(handler =>
            handler.Run(context =>
            {
                Failure = context.Features.Get<IExceptionHandlerFeature>()!.Error;
                context.Response.StatusCode = FailureHandler.StatusFor(Failure);
                return Task.CompletedTask;
            })
        );
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/private", (ClaimsPrincipal person) => person.Claims.Select(c => new[] { c.Type, c.Value })).RequireAuthorization();
        app.MapGet("/sign-in", (string? returnUrl) => Results.Challenge(new AuthenticationProperties { RedirectUri = returnUrl }));
        app.MapGet(
            "/sign-in-again",
            () =>
                Results.Challenge(
                    new OpenIdConnectChallengeProperties
                    {
                        RedirectUri = "/private",
                        MaxAge = TimeSpan.FromMinutes(5),
                        Prompt = "login",
                    }
                )
        );
        app.MapGet(
            "/sign-out",
            (string? returnUrl) =>
                Results.SignOut(
                    new AuthenticationProperties { RedirectUri = returnUrl },
                    [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]
                )
        );
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero));

    public ScriptedProvider Provider { get; }

    /// <summary>What the host was told of the last failure.</summary>
    public Exception? Failure { get; private set; }

    public IReadOnlyCollection<AuthenticationTicket> Tickets => tickets.Values;

    /// <summary>What the handler wrote; the web server logs addresses with their queries, which a host must turn off itself.</summary>
    public List<string> Log { get; } = [];

    /// <param name="configure">The options before they are made strict.</param>
    /// <param name="key">Proves the portal.</param>
    /// <param name="change">The options when all is said.</param>
    public static async Task<SignInHost> StartAsync(
        Action<OpenIdConnectOptions>? configure = null,
        ClientKey? key = null,
        Action<OpenIdConnectOptions>? change = null
    )
    {
        var host = new SignInHost(configure, key, change);
        var options = host.app.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>();
        var metadata = (ProviderMetadata)options.Get(OpenIdConnectDefaults.AuthenticationScheme).ConfigurationManager!;
        ClockOfTheLibrary.SetValue(metadata, host.Clock);
        // With more, its first waits are read off the machine's clock and random. The portal's own wait is longer.
        metadata.RefreshInterval = BaseConfigurationManager.MinimumRefreshInterval;
        await host.app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public Browser NewBrowser(string origin = Origin) => new(app.GetTestServer().CreateHandler(), Clock, origin);

    /// <summary>As far as the provider's answer, which the test may bend before it is delivered.</summary>
    public async Task<Uri> BeginAsync(Browser browser, string address = "/private") =>
        Provider.Authorise(await browser.RedirectAsync(address));

    /// <summary>The whole way; the response to the callback.</summary>
    public async Task<HttpResponseMessage> SignInAsync(Browser browser, string address = "/private") =>
        await browser.GetAsync(await BeginAsync(browser, address));

    public static Uri With(Uri address, string parameter, string? value)
    {
        var query = ScriptedProvider.Query(address);
        query.Remove(parameter);
        if (value is not null)
        {
            query[parameter] = value;
        }

        return new Uri(QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), query!));
    }

    public async Task AssertRefusedAsync(
        Browser browser,
        HttpResponseMessage response,
        string reason,
        HttpStatusCode status = HttpStatusCode.BadRequest
    )
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(reason, $"{Failure?.GetType().Name}: {Failure?.Message}", StringComparison.Ordinal);
        Assert.Empty(tickets);
        using var after = await browser.GetAsync("/private");
        Assert.NotEqual(HttpStatusCode.OK, after.StatusCode);
    }

    public static async Task<string[][]> ClaimsAsync(Browser browser)
    {
        using var response = await browser.GetAsync("/private");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<string[][]>(TestContext.Current.CancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Provider.Dispose();
    }

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Guid.NewGuid().ToString("N");
        tickets[key] = ticket;
        return Task.FromResult(key);
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        tickets[key] = ticket;
        return Task.CompletedTask;
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(tickets.GetValueOrDefault(key));

    public Task RemoveAsync(string key)
    {
        tickets.Remove(key);
        return Task.CompletedTask;
    }

    public ILogger CreateLogger(string categoryName) =>
        new LineLogger(categoryName.StartsWith("Microsoft.AspNetCore.Hosting", StringComparison.Ordinal) ? [] : Log);

    public void Dispose() { }

    private sealed class LineLogger(List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            lock (lines)
            {
                lines.Add($"{eventId.Id} {formatter(state, exception)} {exception}");
            }
        }
    }
}
