using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>
/// The official handler with the strictest options: the code flow with PKCE, answers by query, and cookies with plain names.
/// </summary>
internal static class OpenIdConnectSetup
{
    private const long LargestAnswer = 1024 * 1024;

    /// <param name="builder">Where the scheme is added.</param>
    /// <param name="configure">The provider, and what the portal does besides.</param>
    /// <param name="key">Proves the portal to the provider (private_key_jwt); null where a secret does.</param>
    public static AuthenticationBuilder AddStrictOpenIdConnect(
        this AuthenticationBuilder builder,
        Action<OpenIdConnectOptions> configure,
        ClientKey? key = null
    )
    {
        builder.AddOpenIdConnect(options =>
        {
            options.BackchannelTimeout = TimeSpan.FromSeconds(10);
            options.Events = new OpenIdConnectChecks();
            if (key is not null)
            {
                options.Events.OnAuthorizationCodeReceived = context => Prove(key, context.TokenEndpointRequest!, context.Options);
                options.Events.OnPushAuthorization = context =>
                {
                    context.HandleClientAuthentication();
                    return Prove(key, context.ProtocolMessage, context.Options);
                };
            }

            configure(options);
        });
        builder.Services.PostConfigure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, BeStrict);
        return builder;
    }

    private static Task Prove(ClientKey key, OpenIdConnectMessage request, OpenIdConnectOptions options)
    {
        key.Prove(request, options);
        return Task.CompletedTask;
    }

    /// <summary>Comes last, so that no option opens a weaker way in.</summary>
    private static void BeStrict(OpenIdConnectOptions options)
    {
        options.SignOutScheme = options.SignInScheme;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query; // form_post needs script and cookies with SameSite=None
        options.UsePkce = true;
        options.Scope.Add("openid");
        options.Scope.Add("email"); // an invitation is for an address
        options.DisableTelemetry = true;
        options.MapInboundClaims = false;
        options.ClaimActions.Clear(); // the ID token says all that the portal asks
        options.GetClaimsFromUserInfoEndpoint = false;
        options.RemoteSignOutPath = PathString.Empty; // a page in a frame ends no session; the back channel does
        options.ProtocolValidator = new() { RequireStateValidation = false, NonceLifetime = options.RemoteAuthenticationTimeout };
        options.TokenValidationParameters = ProviderTokens.Strict(options);
        BeStrict(options.NonceCookie, "oidc.n.");
        BeStrict(options.CorrelationCookie, "oidc.c.");

        // A redirect would carry the client's secret, or our trust in the keys, to wherever it points.
        var inner =
            options.BackchannelHttpHandler
            ?? new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            };
        options.Backchannel = new HttpClient(new Backchannel(inner))
        {
            Timeout = options.BackchannelTimeout,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        if (options.ConfigurationManager is ConfigurationManager<OpenIdConnectConfiguration>)
        {
            options.ConfigurationManager = new ProviderMetadata(options);
        }
    }

    /// <summary>
    /// The prefix binds a cookie to this very host (RFC 6265bis §4.1.3.2); a browser takes it only where HTTPS is required.
    /// </summary>
    private static void BeStrict(CookieBuilder cookie, string name)
    {
        cookie.Name = cookie.SecurePolicy == CookieSecurePolicy.Always ? "__Host-" + name : name;
        cookie.Path = "/";
        cookie.Domain = null;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
    }

    /// <summary>Tells "the provider is away" from what it says, which the official handler mixes up.</summary>
    private sealed class Backchannel(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests)
                {
                    throw new OpenIdProviderUnavailableException($"The identity provider answered {(int)response.StatusCode}.");
                }

                await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
                return response;
            }
            catch (HttpRequestException exception)
            {
                throw new OpenIdProviderUnavailableException("The identity provider cannot be reached.", exception);
            }
            catch (OperationCanceledException exception)
            {
                throw new OpenIdProviderUnavailableException("The identity provider did not answer in time.", exception);
            }
        }
    }
}
