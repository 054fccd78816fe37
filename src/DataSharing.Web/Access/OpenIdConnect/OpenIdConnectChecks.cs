using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>
/// What the official handler does not check: the <c>iss</c> of RFC 9207, <c>auth_time</c> against <c>max_age</c>, that a response comes by
/// GET, in time and with each parameter once, and that people only ever return to a path of this site.
/// </summary>
internal sealed class OpenIdConnectChecks(ILogger logger) : OpenIdConnectEvents
{
    // What the state remembers of one sign-in. It is encrypted, and bound to the browser by the correlation cookie.
    private const string BeganKey = ".began";
    private const string MaxAgeKey = ".max_age";

    private const int ManyCookies = 20;

    /// <summary>All that the portal asks of a token. Roles are ours (design §4), whatever the provider says.</summary>
    private static readonly string[] TextClaims = ["iss", "sub", "name", "acr", "sid", "amr"];

    public override async Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Properties.RedirectUri = LocalOr("/", context.Properties.RedirectUri);
        ForgetAbandoned(context.HttpContext, context.Options);

        await base.RedirectToIdentityProvider(context);

        context.Properties.Items[BeganKey] = context.Options.TimeProvider!.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        // After the host's event, so that what comes back is checked against what was asked in the end.
        if (context.ProtocolMessage.MaxAge is { } maxAge)
        {
            context.Properties.Items[MaxAgeKey] = maxAge;
        }
    }

    public override async Task MessageReceived(MessageReceivedContext context)
    {
        var message = context.ProtocolMessage;
        // RFC 6749 §3.1
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Query.Any(parameter => parameter.Value.Count != 1))
        {
            throw new OpenIdConnectProtocolException("The response did not come by GET, or has a parameter twice.");
        }

        // Without a state of ours the official handler refuses it.
        if (context.Properties is { Items.Count: > 0 } properties)
        {
            await CheckAsync(message, properties, context.Options, context.HttpContext.RequestAborted);
        }

        // The provider's words are anybody's words until the state is checked, and not for a log afterwards.
        if (message.Error is { Length: > 0 })
        {
            message.Error = ProviderBackchannel.ErrorCode(message.Error);
            message.ErrorDescription = message.ErrorUri = null;
        }

        await base.MessageReceived(context);
    }

    public override Task TokenResponseReceived(TokenResponseReceivedContext context) =>
        context.TokenEndpointResponse is { IdToken.Length: > 0, AccessToken.Length: > 0, TokenType: { } type }
        && type.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? base.TokenResponseReceived(context)
            : throw new OpenIdConnectProtocolException("The token response lacks a token or is of another type.");

    public override Task TokenValidated(TokenValidatedContext context)
    {
        var properties = context.Properties!;
        var identity = (ClaimsIdentity)context.Principal!.Identity!;
        foreach (var claim in identity.Claims.Where(claim => !IsUsed(claim)).ToList())
        {
            identity.RemoveClaim(claim);
        }

        // OpenID Connect Core §3.1.3.7, step 13: after a sign-in no older than was asked.
        if (properties.Items.Remove(MaxAgeKey, out var asked))
        {
            var oldest =
                context.Options.TimeProvider!.GetUtcNow()
                - TimeSpan.FromSeconds(long.Parse(asked!, CultureInfo.InvariantCulture))
                - context.Options.TokenValidationParameters.ClockSkew;
            var said = identity.FindFirst(PersonClaims.AuthenticatedAt)?.Value;
            if (said is null || long.Parse(said, CultureInfo.InvariantCulture) < oldest.ToUnixTimeSeconds())
            {
                throw new OpenIdConnectProtocolException(
                    said is null ? "The ID token has no time of sign-in." : "The sign-in is older than was asked."
                );
            }
        }

        // Kept for id_token_hint. The ticket stays on the server; an access token nobody uses is not worth keeping at all.
        properties.StoreTokens([
            new AuthenticationToken { Name = OpenIdConnectParameterNames.IdToken, Value = context.TokenEndpointResponse!.IdToken },
        ]);
        properties.Items.Remove(OpenIdConnectDefaults.RedirectUriForCodePropertiesKey);
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
        if (string.IsNullOrEmpty(context.ProtocolMessage.IssuerAddress))
        {
            throw new OpenIdProviderUnavailableException("The identity provider offers no sign-out.");
        }

        context.ProtocolMessage.ClientId = context.Options.ClientId;
        await base.RedirectToIdentityProviderForSignOut(context);
    }

    public override async Task SignedOutCallbackRedirect(RemoteSignOutContext context)
    {
        await base.SignedOutCallbackRedirect(context);
        var usual = context.Options.SignedOutRedirectUri;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(LocalOr(usual, context.Properties?.RedirectUri ?? usual));
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

    private static async Task CheckAsync(
        OpenIdConnectMessage message,
        AuthenticationProperties properties,
        OpenIdConnectOptions options,
        CancellationToken cancellationToken
    )
    {
        // The cookies expire too, but only in a browser that wants them to.
        if (
            !properties.Items.Remove(BeganKey, out var began)
            || options.TimeProvider!.GetUtcNow()
                > DateTimeOffset.Parse(began!, CultureInfo.InvariantCulture) + options.RemoteAuthenticationTimeout
        )
        {
            throw new OpenIdConnectProtocolException("The sign-in took too long.");
        }

        // RFC 9207 §2.4: a response of another provider is not taken for one of ours (mix-up).
        var metadata = await options.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        if (
            message.Iss is null
                ? metadata.AuthorizationResponseIssParameterSupported
                : !string.Equals(message.Iss, metadata.Issuer, StringComparison.Ordinal)
        )
        {
            throw new OpenIdConnectProtocolException("The response does not name the issuer that was asked.");
        }
    }

    private static bool IsUsed(Claim claim) =>
        claim.Type == PersonClaims.AuthenticatedAt
            ? claim.ValueType != ClaimValueTypes.String && long.TryParse(claim.Value, CultureInfo.InvariantCulture, out _)
            : TextClaims.Contains(claim.Type) && claim is { ValueType: ClaimValueTypes.String, Value.Length: > 0 };

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
}
