using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>What a browser keeps while a sign-in is on its way: the nonce here, the correlation by the framework's base class.</summary>
internal sealed class SignInCookies(HttpContext context, OpenIdConnectOptions options)
{
    private const int ManyCookies = 20;

    private DateTimeOffset Now => options.TimeProvider!.GetUtcNow();

    /// <summary>
    /// The nonce in a cookie of its own (OpenID Connect Core §15.5.2), encrypted, and named by its hash, which the state
    /// knows: so it is taken away before anything is asked of the provider, whatever comes of the sign-in.
    /// </summary>
    public void WriteNonce(string nonce)
    {
        var cookie = options.NonceCookie.Build(context, Now);
        cookie.Expires ??= Now + options.RemoteAuthenticationTimeout;
        context.Response.Cookies.Append(NonceName(Hash(nonce)), options.StringDataFormat.Protect(nonce), cookie);
    }

    public string TakeNonce(string? hash)
    {
        var name = NonceName(hash ?? string.Empty);
        var nonce = context.Request.Cookies[name] is { } value ? options.StringDataFormat.Unprotect(value) : null;
        context.Response.Cookies.Delete(name, options.NonceCookie.Build(context, Now));
        return nonce is not null && Hash(nonce) == hash
            ? nonce
            : throw new OpenIdConnectProtocolException("The browser no longer has the nonce.");
    }

    /// <summary>
    /// Each challenge leaves two cookies for a while. A page that keeps asking without a session would fill the header of
    /// every request, and browsers drop the oldest cookie of a full site, which may be the session.
    /// </summary>
    public void ForgetAbandoned()
    {
        foreach (var builder in new[] { options.NonceCookie, options.CorrelationCookie })
        {
            var names = context.Request.Cookies.Keys.Where(name => name.StartsWith(builder.Name!, StringComparison.Ordinal)).ToList();
            if (names.Count >= ManyCookies)
            {
                names.ForEach(name => context.Response.Cookies.Delete(name, builder.Build(context, Now)));
            }
        }
    }

    /// <summary>SHA-256, base64url without padding: also the S256 of RFC 7636 §4.2.</summary>
    public static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    private string NonceName(string hash) => options.NonceCookie.Name + hash;
}
