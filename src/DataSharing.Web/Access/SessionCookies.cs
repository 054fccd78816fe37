using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace DataSharing.Web.Access;

/// <summary>
/// Signing in always begins a new session: a key that was in the browser before must never become a signed-in one
/// (session fixation). The cookie handler would reuse it, so at that moment it is not shown the old cookie.
/// </summary>
internal sealed class SessionCookies(SessionStore store, IAntiforgery antiforgery, IServiceProvider services) : ICookieManager
{
    /// <summary>The claim in which the cookie handler keeps the key of a stored ticket.</summary>
    private const string KeyClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    private static readonly object StartsAnew = new();

    private readonly ChunkingCookieManager _cookies = new();

    public async Task EndOldSessionAsync(HttpContext context)
    {
        if (KeyIn(context) is { } key)
        {
            await store.ForgetAsync(key);
        }

        context.Items[StartsAnew] = true;
    }

    /// <summary>A form that comes after its session has ended is kept for whoever's session it was.</summary>
    public async Task ParkWhatWasTypedAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        var back = http.Request.Path + http.Request.QueryString;
        if (
            HttpMethods.IsPost(http.Request.Method)
            && KeyIn(http) is { } key
            && await store.WhoseAsync(key) is { } person
            && await IsFromAFormOfAsync(http, person.Issuer, person.Subject)
        )
        {
            back = await http
                .RequestServices.GetRequiredService<ParkedPosts>()
                .ParkAsync(http.Request, person.Issuer, person.Subject, isPutOff: false, http.RequestAborted);
        }

        http.Response.Redirect(SignInPaths.SignIn + QueryString.Create("returnUrl", back));
    }

    /// <summary>
    /// The antiforgery check comes after this and has nobody to check against: the token is for the person whose session it was.
    /// </summary>
    private async Task<bool> IsFromAFormOfAsync(HttpContext http, string issuer, string subject)
    {
        if (!http.Request.HasFormContentType)
        {
            return false;
        }

        await http.Request.ReadFormAsync(http.RequestAborted); // a form that cannot be read is no forgery but a bad request
        var nobody = http.User;
        http.User = new ClaimsPrincipal(
            new ClaimsIdentity([new Claim(PersonClaims.Subject, subject, ClaimValueTypes.String, issuer)], "ended session")
        );
        try
        {
            return await antiforgery.IsRequestValidAsync(http);
        }
        finally
        {
            http.User = nobody;
        }
    }

    public string? GetRequestCookie(HttpContext context, string key) =>
        context.Items.ContainsKey(StartsAnew) ? null : _cookies.GetRequestCookie(context, key);

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, key, value, options);

    /// <summary>
    /// Whoever signs out in one window may be in the middle of a form in another. The key of the session that is over opens nothing any
    /// more, and says for half an hour to whom that form belongs.
    /// </summary>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options)
    {
        if (_cookies.GetRequestCookie(context, key) is { } over)
        {
            _cookies.AppendResponseCookie(
                context,
                Ended(key),
                over,
                new CookieOptions
                {
                    HttpOnly = true,
                    IsEssential = true,
                    Path = options.Path,
                    SameSite = options.SameSite,
                    Secure = options.Secure,
                    MaxAge = SessionStore.Remembered,
                }
            );
        }

        _cookies.DeleteCookie(context, key, options);
    }

    private static string Ended(string name) => name + "-ended";

    private string? KeyIn(HttpContext context)
    {
        var options = services
            .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var name = options.Cookie.Name!;
        return (_cookies.GetRequestCookie(context, name) ?? _cookies.GetRequestCookie(context, Ended(name))) is { } cookie
            ? options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirstValue(KeyClaim)
            : null;
    }
}
