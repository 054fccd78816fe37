using DataSharing.Web.Access.OpenIdConnect;
using DataSharing.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace DataSharing.Web.Access;

internal static class AuthenticationSetup
{
    /// <summary>Sign-in is OpenID Connect; what it leaves behind is a row in sessions and a cookie with that row's key.</summary>
    public static void AddPortalAuthentication(this IServiceCollection services, PortalSettings settings)
    {
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionCookies>();

        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.Cookie.Name = settings.CookieName("session");
                options.Cookie.SecurePolicy = settings.CookieSecurity;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.ExpireTimeSpan = SessionStore.Idle;
                options.LoginPath = SignInPaths.SignIn;
                options.AccessDeniedPath = null;
                options.ReturnUrlParameter = "returnUrl";
                options.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            })
            .AddOpenIdConnect(options =>
            {
                options.Authority = settings.Authority;
                options.MetadataAddress = settings.MetadataAddress;
                options.ClientId = settings.ClientId;
                options.ClientSecret = settings.ClientSecret;
                options.RequireHttpsMetadata = settings.RequireHttps;
                options.NonceCookie.SecurePolicy = options.CorrelationCookie.SecurePolicy = settings.CookieSecurity;
                options.SignedOutRedirectUri = SignInPaths.SignedOut;
                options.Events.OnTicketReceived = context =>
                    context.HttpContext.RequestServices.GetRequiredService<SessionCookies>().EndOldSessionAsync(context.HttpContext);
                options.Events.OnRemoteFailure = context =>
                {
                    context.Response.Redirect(SignInPaths.Failed);
                    context.HandleResponse();
                    return Task.CompletedTask;
                };
            });

        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<SessionStore, SessionCookies>((options, store, cookies) =>
            {
                options.SessionStore = store;
                options.CookieManager = cookies;
            });
    }

    public static void AddPortalAuthorization(this IServiceCollection services) =>
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
}
