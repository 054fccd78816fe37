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
internal sealed class OpenIdConnectChecks : OpenIdConnectEvents
{
    /// <summary>In the state, which is encrypted and bound to the browser by the correlation cookie.</summary>
    private const string MaxAgeKey = ".max_age";

    private const int ManyCookies = 20;

    /// <summary>All that the portal asks of a token. Roles are ours (design §4), whatever the provider says.</summary>
    private static readonly string[] TextClaims = ["iss", "sub", "name", "email", "acr", "sid", "amr"];

    public override async Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.Properties.RedirectUri = LocalOrFront(context.HttpContext, context.Properties.RedirectUri);
        ForgetAbandoned(context.HttpContext, context.Options);
        await base.RedirectToIdentityProvider(context);
        context.Properties.IssuedUtc = context.Options.TimeProvider!.GetUtcNow();
        if (context.ProtocolMessage.MaxAge is { } maxAge)
        {
            context.Properties.Items[MaxAgeKey] = maxAge; // what was asked in the end
        }
    }

    public override async Task MessageReceived(MessageReceivedContext context)
    {
        // RFC 6749 §3.1
        ProviderTokens.Insist(
            HttpMethods.IsGet(context.Request.Method) && context.Request.Query.All(parameter => parameter.Value.Count == 1),
            "The response did not come by GET, or has a parameter twice."
        );
        // Without a state of ours the official handler refuses it.
        if (context.Properties is { Items.Count: > 0 } properties)
        {
            // The cookies expire too, but only in a browser that wants them to.
            ProviderTokens.Insist(
                properties.IssuedUtc + context.Options.RemoteAuthenticationTimeout >= context.Options.TimeProvider!.GetUtcNow(),
                "The sign-in took too long."
            );
            // RFC 9207 §2.4: a response of another provider is not taken for one of ours (mix-up).
            var metadata = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
            ProviderTokens.Insist(
                context.ProtocolMessage.Iss is { } issuer
                    ? string.Equals(issuer, metadata.Issuer, StringComparison.Ordinal)
                    : !metadata.AuthorizationResponseIssParameterSupported,
                "The response does not name the issuer that was asked."
            );
        }

        await base.MessageReceived(context);
    }

    public override Task TokenResponseReceived(TokenResponseReceivedContext context)
    {
        ProviderTokens.Insist(
            context.TokenEndpointResponse is { IdToken.Length: > 0, AccessToken.Length: > 0, TokenType: { } type }
                && type.Equals("Bearer", StringComparison.OrdinalIgnoreCase),
            "The token response lacks a token or is of another type."
        );
        return base.TokenResponseReceived(context);
    }

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
                - ProviderTokens.ClockSkew;
            var said = identity.FindFirst(PersonClaims.AuthenticatedAt)?.Value;
            ProviderTokens.Insist(said is not null, "The ID token has no time of sign-in.");
            ProviderTokens.Insist(
                long.Parse(said!, CultureInfo.InvariantCulture) >= oldest.ToUnixTimeSeconds(),
                "The sign-in is older than was asked."
            );
        }

        // Kept for id_token_hint. The ticket stays on the server; an access token nobody uses is not worth keeping at all.
        properties.StoreTokens([
            new AuthenticationToken { Name = OpenIdConnectParameterNames.IdToken, Value = context.TokenEndpointResponse!.IdToken },
        ]);
        properties.Items.Remove(OpenIdConnectDefaults.RedirectUriForCodePropertiesKey);
        properties.IssuedUtc = null; // the session begins now, not when the sign-in did
        return base.TokenValidated(context);
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        await base.TicketReceived(context);
        context.ReturnUri = LocalOrFront(context.HttpContext, context.ReturnUri);
    }

    /// <summary>The handler's own messages quote what the provider says, so this is the only line about it.</summary>
    public override Task RemoteFailure(RemoteFailureContext context)
    {
        var (failure, logger) = (context.Failure!, Logger(context.HttpContext));
        if (failure is OpenIdProviderUnavailableException)
        {
            logger.LogError(failure, "The identity provider is unavailable.");
        }
        else
        {
            var reason = failure.Data["error"] is string error ? $"the provider says {Code(error)}" : failure.Message;
            logger.LogWarning("A sign-in response was refused: {Reason}", $"{failure.GetType().Name}: {reason}");
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
        context.Response.Redirect(
            LocalOrFront(context.HttpContext, context.Properties?.RedirectUri ?? context.Options.SignedOutRedirectUri)
        );
        context.HandleResponse();
    }

    private static string LocalOrFront(HttpContext context, string? address)
    {
        if (LocalAddress.IsLocal(address))
        {
            return address!;
        }

        Logger(context).LogWarning("A return address that is not a path of this site was replaced by the front page.");
        return "/";
    }

    private static bool IsUsed(Claim claim) =>
        claim.Type == PersonClaims.AuthenticatedAt
            ? claim.ValueType != ClaimValueTypes.String && long.TryParse(claim.Value, CultureInfo.InvariantCulture, out _)
        : claim.Type == PersonClaims.EmailVerified ? claim.ValueType == ClaimValueTypes.Boolean
        : TextClaims.Contains(claim.Type) && claim is { ValueType: ClaimValueTypes.String, Value.Length: > 0 };

    /// <summary>
    /// An error code fit for a log: RFC 6749 §5.2 allows visible ASCII; the codes in use are shorter than this and plainer.
    /// </summary>
    private static string Code(string error) =>
        error.Length <= 64 && error.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? error : "an unspecified error";

    /// <summary>
    /// Each challenge leaves two cookies for a while. A page that keeps asking without a session would fill the header of
    /// every request, and browsers drop the oldest cookie of a full site, which may be the session.
    /// </summary>
    private static void ForgetAbandoned(HttpContext context, OpenIdConnectOptions options)
    {
        foreach (var cookie in new[] { options.NonceCookie, options.CorrelationCookie })
        {
            var names = context.Request.Cookies.Keys.Where(name => name.StartsWith(cookie.Name!, StringComparison.Ordinal)).ToList();
            if (names.Count >= ManyCookies)
            {
                names.ForEach(name => context.Response.Cookies.Delete(name, cookie.Build(context, options.TimeProvider!.GetUtcNow())));
            }
        }
    }

    private static ILogger Logger(HttpContext context) => context.RequestServices.GetRequiredService<ILogger<OpenIdConnectChecks>>();
}
