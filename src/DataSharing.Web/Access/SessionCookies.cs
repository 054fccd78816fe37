using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace DataSharing.Web.Access;

/// <summary>
/// Signing in always begins a new session: a key that was in the browser before must never become a signed-in one
/// (session fixation). The cookie handler would reuse it, so at that moment it is not shown the old cookie.
/// </summary>
internal sealed class SessionCookies(SessionStore store, IServiceProvider services) : ICookieManager
{
    /// <summary>The claim in which the cookie handler keeps the key of a stored ticket.</summary>
    private const string KeyClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    private static readonly object StartsAnew = new();

    private readonly ChunkingCookieManager _cookies = new();

    public async Task EndOldSessionAsync(HttpContext context)
    {
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        if (_cookies.GetRequestCookie(context, options.Cookie.Name!) is { } cookie
            && options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirstValue(KeyClaim) is { } key)
        {
            await store.RemoveAsync(key);
        }

        context.Items[StartsAnew] = true;
    }

    public string? GetRequestCookie(HttpContext context, string key) =>
        context.Items.ContainsKey(StartsAnew) ? null : _cookies.GetRequestCookie(context, key);

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, key, value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, key, options);
}
