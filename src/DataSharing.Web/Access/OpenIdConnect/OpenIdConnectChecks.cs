using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>
/// What the official handler does not check: the <c>iss</c> of RFC 9207, <c>auth_time</c> against <c>max_age</c>, that a response comes
/// once, in time and by GET, that its nonce is still this browser's, and that people only ever return to a path of this site.
/// </summary>
internal sealed class OpenIdConnectChecks(ILogger logger) : OpenIdConnectEvents
{
    // What the state remembers of one sign-in. It is encrypted, and bound to the browser by the correlation cookie.
    private const string BeganKey = ".began";
    private const string NonceKey = ".nonce";
    private const string MaxAgeKey = ".max_age";
    private const string SignOutKey = ".signout";

    private const int ManyCookies = 20;

    public override async Task RedirectToIdentityProvider(RedirectContext context)
    {
        var (properties, options) = (context.Properties, context.Options);
        context.Response.Headers.CacheControl = "no-store";
        properties.RedirectUri = LocalOr("/", properties.RedirectUri);
        ForgetAbandoned(context.HttpContext, options);

        await base.RedirectToIdentityProvider(context);

        // After the host's event, so that what comes back is checked against what was asked in the end.
        properties.Items[BeganKey] = options.TimeProvider!.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        properties.Items[NonceKey] = Hash(context.ProtocolMessage.Nonce);
        if (context.ProtocolMessage.MaxAge is { } maxAge)
        {
            properties.Items[MaxAgeKey] = maxAge;
        }
    }

    public override async Task MessageReceived(MessageReceivedContext context)
    {
        var message = context.ProtocolMessage;
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            throw new OpenIdConnectProtocolException("The response did not come by GET.");
        }

        // RFC 6749 §3.1
        if (context.Request.Query.Any(parameter => parameter.Value.Count != 1))
        {
            throw new OpenIdConnectProtocolException("The response has a parameter twice.");
        }

        // Without a state of ours the official handler refuses it.
        if (context.Properties is { Items.Count: > 0 } properties)
        {
            TakeNonce(context.HttpContext, context.Options, Taken(properties, NonceKey));
            CheckAge(properties, context.Options);
            await CheckIssuerAsync(message.Iss, context.Options, context.HttpContext.RequestAborted);
        }

        // The provider's words are anybody's words until the state is checked, and not for a log afterwards.
        if (message.Error is { Length: > 0 })
        {
            message.Error = ProviderBackchannel.ErrorCode(message.Error);
            message.ErrorDescription = message.ErrorUri = null;
        }

        await base.MessageReceived(context);
    }

    public override Task TokenResponseReceived(TokenResponseReceivedContext context)
    {
        var tokens = context.TokenEndpointResponse;
        return
            !string.IsNullOrEmpty(tokens.IdToken)
            && !string.IsNullOrEmpty(tokens.AccessToken)
            && string.Equals(tokens.TokenType, "Bearer", StringComparison.OrdinalIgnoreCase)
            ? base.TokenResponseReceived(context)
            : throw new OpenIdConnectProtocolException("The token response lacks a token or is of another type.");
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        // OpenID Connect Core §3.1.3.7, step 13: after a sign-in no older than was asked.
        if (Taken(context.Properties!, MaxAgeKey) is { } asked)
        {
            var oldest =
                context.Options.TimeProvider!.GetUtcNow()
                - TimeSpan.FromSeconds(long.Parse(asked, CultureInfo.InvariantCulture))
                - context.Options.TokenValidationParameters.ClockSkew;
            var said = context.Principal!.FindFirst(PersonClaims.AuthenticatedAt)?.Value;
            if (said is null || long.Parse(said, CultureInfo.InvariantCulture) < oldest.ToUnixTimeSeconds())
            {
                throw new OpenIdConnectProtocolException(
                    said is null ? "The ID token has no time of sign-in." : "The sign-in is older than was asked."
                );
            }
        }

        // Kept for id_token_hint. The ticket stays on the server; an access token nobody uses is not worth keeping at all.
        context.Properties!.StoreTokens([
            new AuthenticationToken { Name = OpenIdConnectParameterNames.IdToken, Value = context.TokenEndpointResponse!.IdToken },
        ]);
        context.Properties!.Items.Remove(OpenIdConnectDefaults.RedirectUriForCodePropertiesKey);
        return base.TokenValidated(context);
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        await base.TicketReceived(context);
        context.ReturnUri = LocalOr("/", context.ReturnUri);
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        if (context.Failure is OpenIdProviderUnavailableException unavailable)
        {
            logger.ProviderUnavailable(unavailable);
        }
        else
        {
            logger.ResponseRefused($"{context.Failure!.GetType().Name}: {context.Failure.Message}");
        }

        return base.RemoteFailure(context);
    }

    public override async Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        context.ProtocolMessage.ClientId = context.Options.ClientId;
        context.Properties.Items[SignOutKey] = context.Scheme.Name;
        await base.RedirectToIdentityProviderForSignOut(context);
    }

    /// <summary>RP-Initiated Logout §3. Nothing is left to protect here but where the browser goes, and only our own state says that.</summary>
    public override async Task SignedOutCallbackRedirect(RemoteSignOutContext context)
    {
        await base.SignedOutCallbackRedirect(context);
        var usual = context.Options.SignedOutRedirectUri;
        var ours = context.Properties is { } properties && Taken(properties, SignOutKey) == context.Scheme.Name;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(LocalOr(usual, ours ? context.Properties!.RedirectUri : usual));
        context.HandleResponse();
    }

    internal string LocalOr(string fallback, string? address)
    {
        if (LocalAddress.IsLocal(address))
        {
            return address!;
        }

        logger.ReturnAddressRefused();
        return fallback;
    }

    private static void CheckAge(AuthenticationProperties properties, OpenIdConnectOptions options)
    {
        if (
            !long.TryParse(Taken(properties, BeganKey), NumberStyles.None, CultureInfo.InvariantCulture, out var began)
            || options.TimeProvider!.GetUtcNow() > DateTimeOffset.FromUnixTimeSeconds(began) + options.RemoteAuthenticationTimeout
        )
        {
            throw new OpenIdConnectProtocolException("The sign-in took too long.");
        }
    }

    /// <summary>RFC 9207 §2.4: a response of another provider is not taken for one of ours (mix-up).</summary>
    private static async Task CheckIssuerAsync(string? issuer, OpenIdConnectOptions options, CancellationToken cancellationToken)
    {
        var metadata = await options.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        if (
            issuer is null
                ? metadata.AuthorizationResponseIssParameterSupported
                : !string.Equals(issuer, metadata.Issuer, StringComparison.Ordinal)
        )
        {
            throw new OpenIdConnectProtocolException("The response does not name the issuer that was asked.");
        }
    }

    /// <summary>
    /// The official handler asks for the nonce of the token in any of the browser's cookies. Here it is the one of this very sign-in, and
    /// it is used up whatever comes of it.
    /// </summary>
    private static void TakeNonce(HttpContext context, OpenIdConnectOptions options, string? hash)
    {
        var cookie = Named(context, options.NonceCookie)
            .FirstOrDefault(name =>
                options.StringDataFormat.Unprotect(name[options.NonceCookie.Name!.Length..]) is { } nonce && Hash(nonce) == hash
            );
        if (cookie is null)
        {
            throw new OpenIdConnectProtocolException("The browser no longer has the nonce.");
        }

        context.Response.Cookies.Delete(cookie, options.NonceCookie.Build(context, options.TimeProvider!.GetUtcNow()));
    }

    /// <summary>
    /// Each challenge leaves two cookies for a while. A page that keeps asking without a session would fill the header of
    /// every request, and browsers drop the oldest cookie of a full site, which may be the session.
    /// </summary>
    private static void ForgetAbandoned(HttpContext context, OpenIdConnectOptions options)
    {
        foreach (var builder in new[] { options.NonceCookie, options.CorrelationCookie })
        {
            var names = Named(context, builder).ToList();
            if (names.Count >= ManyCookies)
            {
                names.ForEach(name => context.Response.Cookies.Delete(name, builder.Build(context, options.TimeProvider!.GetUtcNow())));
            }
        }
    }

    private static IEnumerable<string> Named(HttpContext context, CookieBuilder cookie) =>
        context.Request.Cookies.Keys.Where(name => name.StartsWith(cookie.Name!, StringComparison.Ordinal));

    private static string? Taken(AuthenticationProperties properties, string key) =>
        properties.Items.Remove(key, out var value) ? value : null;

    private static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
}
