using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>
/// Signs people in and out by OpenID Connect: the authorisation code flow (OpenID Connect Core §3.1) with PKCE (RFC 7636), state,
/// nonce, the <c>iss</c> response parameter (RFC 9207), pushed requests (RFC 9126) and RP-initiated logout.
/// </summary>
public sealed class OpenIdConnectHandler(IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : RemoteAuthenticationHandler<OpenIdConnectOptions>(options, logger, encoder),
        IAuthenticationSignOutHandler
{
    private const string IdToken = "id_token";
    private const string AccessToken = "access_token";

    // What the state remembers of one sign-in. It is encrypted, and bound to the browser by the correlation cookie.
    private const string BeganKey = ".began";
    private const string VerifierKey = ".verifier";
    private const string NonceKey = ".nonce";
    private const string CallbackKey = ".callback";
    private const string MaxAgeKey = ".max_age";
    private const string SignOutKey = ".signout";

    private new OpenIdConnectEvents Events => (OpenIdConnectEvents)base.Events;

    private DateTimeOffset Now => TimeProvider.GetUtcNow();

    protected override Task<object> CreateEventsAsync() => Task.FromResult<object>(new OpenIdConnectEvents());

    public override Task<bool> HandleRequestAsync() =>
        Options.SignedOutCallbackPath.HasValue && Options.SignedOutCallbackPath == Request.Path
            ? Task.FromResult(ReturnFromSignOut())
            : base.HandleRequestAsync();

    /// <exception cref="OpenIdProviderUnavailableException">No sign-in can begin; the host answers 503.</exception>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var metadata = await ReadMetadataAsync();
        properties.RedirectUri = LocalOr("/", properties.RedirectUri ?? OriginalPathBase + OriginalPath + Request.QueryString);

        var cookies = new SignInCookies(Context, Options);
        cookies.ForgetAbandoned();
        GenerateCorrelationId(properties);
        var verifier = RandomText();
        var message = new OpenIdConnectMessage
        {
            EnableTelemetryParameters = false,
            IssuerAddress = metadata.AuthorizationEndpoint,
            ClientId = Options.ClientId,
            ResponseType = OpenIdConnectResponseType.Code, // its default response mode is query
            RedirectUri = BuildRedirectUri(Options.CallbackPath),
            Scope = string.Join(' ', properties.GetParameter<ICollection<string>>(OpenIdConnectParameterNames.Scope) ?? Options.Scope),
            Nonce = RandomText(),
            Prompt = properties.GetParameter<string>(OpenIdConnectChallengeProperties.PromptKey) ?? Options.Prompt,
        };
        message.SetParameter(OAuthConstants.CodeChallengeKey, SignInCookies.Hash(verifier));
        message.SetParameter(OAuthConstants.CodeChallengeMethodKey, OAuthConstants.CodeChallengeMethodS256);
        if ((properties.GetParameter<TimeSpan?>(OpenIdConnectChallengeProperties.MaxAgeKey) ?? Options.MaxAge) is { } maxAge)
        {
            message.MaxAge = ((long)maxAge.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        var redirect = new RedirectContext(Context, Scheme, Options, properties, message);
        await Events.RedirectToIdentityProvider(redirect);
        if (redirect.Handled)
        {
            return;
        }

        // After the event, so that what comes back is checked against what was asked in the end.
        message = redirect.ProtocolMessage;
        properties.Items[BeganKey] = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        properties.Items[VerifierKey] = verifier;
        properties.Items[NonceKey] = SignInCookies.Hash(message.Nonce);
        properties.Items[CallbackKey] = message.RedirectUri;
        if (message.MaxAge is not null)
        {
            properties.Items[MaxAgeKey] = message.MaxAge;
        }

        message.State = Options.StateDataFormat.Protect(properties);
        cookies.WriteNonce(message.Nonce);

        var parameters = await PushAsync(message.Parameters, metadata);
        Redirect(QueryHelpers.AddQueryString(message.IssuerAddress, parameters));
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        AuthenticationProperties? properties = null;
        try
        {
            var response = ReadResponse();
            properties = ReadState(response.State);
            var nonce = new SignInCookies(Context, Options).TakeNonce(Taken(properties, NonceKey));
            var metadata = await ReadMetadataAsync();
            CheckIssuer(response.Iss, metadata);
            if (response.Error is not null)
            {
                return await RefusedByProviderAsync(response.Error, properties);
            }

            var tokens = await RedeemAsync(response.Code, properties, metadata);
            return await SignInAsync(tokens, nonce, properties, metadata);
        }
        catch (Exception exception) when (exception is OpenIdConnectProtocolException or OpenIdProviderUnavailableException)
        {
            return await FailAsync(exception, properties);
        }
    }

    /// <summary>RFC 6749 §3.1: no parameter comes twice. Tokens never come this way (OpenID Connect Core §3.1.2.5).</summary>
    private OpenIdConnectMessage ReadResponse()
    {
        if (!HttpMethods.IsGet(Request.Method))
        {
            throw new OpenIdConnectProtocolException("The response did not come by GET.");
        }

        if (Request.Query.Any(parameter => parameter.Value.Count != 1))
        {
            throw new OpenIdConnectProtocolException("The response has a parameter twice.");
        }

        var response = new OpenIdConnectMessage(
            Request.Query.Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.ToArray()))
        );
        return response.IdToken is null && response.AccessToken is null
            ? response
            : throw new OpenIdConnectProtocolException("The response has a token in its address.");
    }

    /// <summary>RFC 6749 §10.12: the state is one we made, for this browser, and not long ago.</summary>
    private AuthenticationProperties ReadState(string? state)
    {
        if (string.IsNullOrEmpty(state))
        {
            throw new OpenIdConnectProtocolException("The response has no state.");
        }

        var properties = Options.StateDataFormat.Unprotect(state);
        if (properties is null || !ValidateCorrelationId(properties))
        {
            throw new OpenIdConnectProtocolException("The state is not one this browser was given.");
        }

        return
            long.TryParse(Taken(properties, BeganKey), NumberStyles.None, CultureInfo.InvariantCulture, out var began)
            && Now <= DateTimeOffset.FromUnixTimeSeconds(began) + Options.RemoteAuthenticationTimeout
            ? properties
            : throw new OpenIdConnectProtocolException("The sign-in took too long.");
    }

    /// <summary>RFC 9207 §2.4: a response of another provider is not taken for one of ours (mix-up).</summary>
    private static void CheckIssuer(string? issuer, OpenIdConnectConfiguration metadata)
    {
        if (
            issuer is null
                ? metadata.AuthorizationResponseIssParameterSupported
                : !string.Equals(issuer, metadata.Issuer, StringComparison.Ordinal)
        )
        {
            throw new OpenIdConnectProtocolException("The response does not name the issuer that was asked.");
        }
    }

    private async Task<HandleRequestResult> RefusedByProviderAsync(string error, AuthenticationProperties properties)
    {
        if (error == "access_denied" && await HandleAccessDeniedErrorAsync(properties) is { None: false } result)
        {
            return result;
        }

        throw new OpenIdConnectProtocolException($"The identity provider answered {ProviderChannel.ErrorCode(error)}.");
    }

    /// <summary>OpenID Connect Core §3.1.3: the code for the tokens, with the verifier only we have (RFC 7636 §4.5).</summary>
    private async Task<OpenIdConnectMessage> RedeemAsync(
        string? code,
        AuthenticationProperties properties,
        OpenIdConnectConfiguration metadata
    )
    {
        if (string.IsNullOrEmpty(code))
        {
            throw new OpenIdConnectProtocolException("The response has no code.");
        }

        var form = new Dictionary<string, string>
        {
            ["grant_type"] = OpenIdConnectGrantTypes.AuthorizationCode,
            ["code"] = code,
            ["redirect_uri"] = Taken(properties, CallbackKey)!,
            [OAuthConstants.CodeVerifierKey] = Taken(properties, VerifierKey)!,
        };
        var answer = await new ProviderChannel(Options).PostAsync(metadata.TokenEndpoint, form, metadata, Context.RequestAborted);
        var tokens = new OpenIdConnectMessage
        {
            IdToken = ProviderChannel.Text(answer, IdToken),
            AccessToken = ProviderChannel.Text(answer, AccessToken),
            TokenType = ProviderChannel.Text(answer, "token_type"),
        };
        return
            tokens is { IdToken: not null, AccessToken: not null }
            && string.Equals(tokens.TokenType, "Bearer", StringComparison.OrdinalIgnoreCase)
            ? tokens
            : throw new OpenIdConnectProtocolException("The token response lacks a token or is of another type.");
    }

    private async Task<HandleRequestResult> SignInAsync(
        OpenIdConnectMessage tokens,
        string nonce,
        AuthenticationProperties properties,
        OpenIdConnectConfiguration metadata
    )
    {
        TimeSpan? maxAge = Taken(properties, MaxAgeKey) is { } seconds
            ? TimeSpan.FromSeconds(long.Parse(seconds, CultureInfo.InvariantCulture))
            : null;
        var (principal, token) = await new IdTokenValidation(Options, Scheme.Name).ValidateAsync(
            tokens,
            nonce,
            maxAge,
            kid => KeysAsync(kid, metadata)
        );

        // Kept for id_token_hint. The ticket stays on the server; an access token nobody uses is not worth keeping at all.
        properties.StoreTokens([
            new AuthenticationToken { Name = IdToken, Value = tokens.IdToken },
            .. Options.SaveTokens
                ? [new AuthenticationToken { Name = AccessToken, Value = tokens.AccessToken }]
                : Array.Empty<AuthenticationToken>(),
        ]);

        var validated = new TokenValidatedContext(Context, Scheme, Options, principal, properties) { SecurityToken = token };
        await Events.TokenValidated(validated);
        if (validated.Result is { } result)
        {
            return result;
        }

        validated.Properties!.RedirectUri = LocalOr("/", validated.Properties.RedirectUri);
        return HandleRequestResult.Success(new AuthenticationTicket(validated.Principal!, validated.Properties, Scheme.Name));
    }

    /// <summary>
    /// OpenID Connect Core §10.1: the key that the token names, or the only one if it names none. An unknown name may be a
    /// new key, so the provider's keys are read again, once.
    /// </summary>
    private async Task<IEnumerable<SecurityKey>> KeysAsync(string? kid, OpenIdConnectConfiguration metadata)
    {
        if (!Matching(metadata).Any() && Options.RefreshOnIssuerKeyNotFound)
        {
            Logger.UnknownKey();
            Options.ConfigurationManager!.RequestRefresh();
            metadata = await ReadMetadataAsync();
        }

        return Matching(metadata);

        IEnumerable<SecurityKey> Matching(OpenIdConnectConfiguration from) =>
            string.IsNullOrEmpty(kid)
                ? from.SigningKeys.Count == 1
                    ? from.SigningKeys
                    : []
                : from.SigningKeys.Where(key => string.Equals(key.KeyId, kid, StringComparison.Ordinal));
    }

    private async Task<HandleRequestResult> FailAsync(Exception exception, AuthenticationProperties? properties)
    {
        if (exception is OpenIdConnectProtocolException)
        {
            Logger.ResponseRefused(exception.Message);
        }

        var failed = new AuthenticationFailedContext(Context, Scheme, Options, exception);
        await Events.AuthenticationFailed(failed);
        return failed.Result ?? HandleRequestResult.Fail(failed.Exception, properties ?? new AuthenticationProperties());
    }

    private async Task<OpenIdConnectConfiguration> ReadMetadataAsync()
    {
        try
        {
            return await Options.ConfigurationManager!.GetConfigurationAsync(Context.RequestAborted);
        }
        catch (Exception exception) when (!Context.RequestAborted.IsCancellationRequested)
        {
            Logger.ProviderUnavailable(exception);
            throw exception as OpenIdProviderUnavailableException
                ?? new OpenIdProviderUnavailableException("The identity provider's metadata cannot be had.", exception);
        }
    }

    /// <summary>RFC 9126: the request goes by the back channel, and the browser carries only a reference to it.</summary>
    private async Task<IEnumerable<KeyValuePair<string, string?>>> PushAsync(
        IDictionary<string, string> parameters,
        OpenIdConnectConfiguration metadata
    )
    {
        var offered = !string.IsNullOrEmpty(metadata.PushedAuthorizationRequestEndpoint);
        var push = Options.PushedAuthorizationBehavior switch
        {
            PushedAuthorizationBehavior.Disable => false,
            PushedAuthorizationBehavior.Require => true,
            _ => offered,
        };
        if (push ? !offered : metadata.RequirePushedAuthorizationRequests)
        {
            throw new OpenIdProviderUnavailableException("The identity provider and the options disagree on pushed requests.");
        }

        Logger.SendingToProvider(push);
        if (!push)
        {
            return parameters!;
        }

        try
        {
            var answer = await new ProviderChannel(Options).PostAsync(
                metadata.PushedAuthorizationRequestEndpoint,
                parameters.AsReadOnly(),
                metadata,
                Context.RequestAborted
            );
            var reference =
                ProviderChannel.Text(answer, "request_uri") ?? throw new OpenIdConnectProtocolException("The answer has no request_uri.");
            return new Dictionary<string, string?> { ["client_id"] = Options.ClientId, ["request_uri"] = reference };
        }
        catch (Exception exception) when (exception is OpenIdConnectProtocolException or OpenIdProviderUnavailableException)
        {
            Logger.ProviderUnavailable(exception);
            throw new OpenIdProviderUnavailableException("The identity provider did not take the request.", exception);
        }
    }

    /// <summary>
    /// OpenID Connect RP-Initiated Logout §2. The host ends its own session beside this, so it is over even where the provider
    /// cannot be told.
    /// </summary>
    public async Task SignOutAsync(AuthenticationProperties? properties)
    {
        if (ResolveTarget(Options.ForwardSignOut) is { } target)
        {
            await Context.SignOutAsync(target, properties);
            return;
        }

        properties ??= new AuthenticationProperties();
        properties.RedirectUri = LocalOr(Options.SignedOutRedirectUri, properties.RedirectUri ?? Options.SignedOutRedirectUri);
        var endpoint = await EndSessionEndpointAsync();
        if (endpoint is null)
        {
            Logger.SignedOutHereOnly();
            Redirect(properties.RedirectUri);
            return;
        }

        var message = new OpenIdConnectMessage
        {
            EnableTelemetryParameters = false,
            IssuerAddress = endpoint,
            ClientId = Options.ClientId,
            IdTokenHint = await Context.GetTokenAsync(Options.SignOutScheme, IdToken),
            PostLogoutRedirectUri = BuildRedirectUri(Options.SignedOutCallbackPath),
        };
        var redirect = new RedirectContext(Context, Scheme, Options, properties, message);
        await Events.RedirectToIdentityProviderForSignOut(redirect);
        if (redirect.Handled)
        {
            return;
        }

        var state = new AuthenticationProperties { RedirectUri = properties.RedirectUri };
        state.Items[SignOutKey] = Scheme.Name;
        redirect.ProtocolMessage.State = Options.StateDataFormat.Protect(state);
        Redirect(QueryHelpers.AddQueryString(redirect.ProtocolMessage.IssuerAddress, redirect.ProtocolMessage.Parameters!));
    }

    private async Task<string?> EndSessionEndpointAsync()
    {
        try
        {
            return (await ReadMetadataAsync()).EndSessionEndpoint is { Length: > 0 } endpoint ? endpoint : null;
        }
        catch (OpenIdProviderUnavailableException)
        {
            return null;
        }
    }

    /// <summary>RP-Initiated Logout §3. Nothing is left to protect here but where the browser goes, and only our own state says that.</summary>
    private bool ReturnFromSignOut()
    {
        var state = Request.Query[OpenIdConnectParameterNames.State];
        var properties = state.Count == 1 ? Options.StateDataFormat.Unprotect(state[0]) : null;
        var ours = properties is not null && Taken(properties, SignOutKey) == Scheme.Name;
        Redirect(LocalOr(Options.SignedOutRedirectUri, ours ? properties!.RedirectUri : Options.SignedOutRedirectUri));
        return true;
    }

    private string LocalOr(string fallback, string? address)
    {
        if (LocalAddress.IsLocal(address))
        {
            return address!;
        }

        Logger.ReturnAddressRefused();
        return fallback;
    }

    private void Redirect(string address)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Redirect(address);
    }

    private static string? Taken(AuthenticationProperties properties, string key) =>
        properties.Items.Remove(key, out var value) ? value : null;

    private static string RandomText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
