using DataSharing.Web.Access.OpenIdConnect;
using DataSharing.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace DataSharing.Web.Access;

internal static class AuthenticationSetup
{
    /// <summary>Sign-in is OpenID Connect; what it leaves behind is a row in sessions and a cookie with that row's key.</summary>
    public static void AddPortalAuthentication(this IServiceCollection services, PortalSettings settings)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<BusinessClock>();
        services.AddScoped<SignedIn>();
        services.AddScoped<PeopleWhoSignIn>();
        services.AddScoped<ParkedPosts>();
        services.AddSingleton<BackChannelLogout>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionCookies>();

        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.Cookie.Name = settings.CookieName("session");
                options.Cookie.SecurePolicy = settings.CookieSecurity;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.ExpireTimeSpan = SessionStore.Idle;
                options.LoginPath = SignInPaths.SignIn;
                options.AccessDeniedPath = null;
                options.ReturnUrlParameter = "returnUrl";
                // By itself it renews only in the second half, so that the idle time would end after a quarter of an hour.
                options.Events.OnCheckSlidingExpiration = context =>
                {
                    context.ShouldRenew = context.ElapsedTime >= SessionStore.RenewedEvery;
                    return Task.CompletedTask;
                };
                options.Events.OnRedirectToLogin = context =>
                    context.HttpContext.RequestServices.GetRequiredService<SessionCookies>().ParkWhatWasTypedAsync(context);
                options.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            })
            .AddStrictOpenIdConnect(options => Configure(options, settings), settings.ReadClientKey());

        services
            .AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<SessionStore, SessionCookies>(
                (options, store, cookies) =>
                {
                    options.SessionStore = store;
                    options.CookieManager = cookies;
                }
            );
    }

    public static void MapBackChannelLogout(this WebApplication app) =>
        app.MapPost(
                BackChannelLogout.Path,
                (HttpRequest request, BackChannelLogout logout, CancellationToken cancellationToken) =>
                    logout.ReceiveAsync(request, cancellationToken)
            )
            .WithMetadata(new PublicPageAttribute("The provider comes without a session; its token is checked"));

    private static void Configure(OpenIdConnectOptions options, PortalSettings settings)
    {
        options.Authority = settings.Authority;
        options.MetadataAddress = settings.MetadataAddress;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.RequireHttpsMetadata = settings.RequireHttps;
        options.NonceCookie.SecurePolicy = options.CorrelationCookie.SecurePolicy = settings.CookieSecurity;
        options.SignedOutRedirectUri = SignInPaths.SignedOut;
        options.Events.OnTicketReceived = async context =>
        {
            var services = context.HttpContext.RequestServices;
            await services.GetRequiredService<PeopleWhoSignIn>().WelcomeAsync(context.Principal!, context.HttpContext.RequestAborted);
            await services.GetRequiredService<SessionCookies>().EndOldSessionAsync(context.HttpContext);
        };
        options.Events.OnRemoteFailure = context =>
        {
            if (context.Failure is OpenIdProviderUnavailableException)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }
            else
            {
                context.Response.Redirect(SignInPaths.Failed);
            }

            context.HandleResponse();
            return Task.CompletedTask;
        };
    }
}
