using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>The official handler with the strictest options: the code flow with PKCE, answers by query, and cookies with plain names.</summary>
internal static class OpenIdConnectSetup
{
    /// <summary>The most that clocks may differ when a token's times are checked.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(60);

    /// <summary>The signatures that are taken: a secret that both sides know proves nothing about who signed.</summary>
    public static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    public static AuthenticationBuilder AddStrictOpenIdConnect(
        this AuthenticationBuilder builder,
        Action<OpenIdConnectOptions> configure,
        ClientKey? key = null
    )
    {
        // Before the official completion, which leaves alone what is there.
        builder.Services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>>(services => new Completion(
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILoggerFactory>(),
            key
        ));
        builder.Services.AddSingleton<IValidateOptions<OpenIdConnectOptions>>(new NoWeakerWay(key is not null));
        builder.AddRemoteScheme<OpenIdConnectOptions, SignInHandler>(
            OpenIdConnectDefaults.AuthenticationScheme,
            OpenIdConnectDefaults.DisplayName,
            options =>
            {
                BeStrict(options);
                configure(options);
            }
        );
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>()
        );
        return builder;
    }

    private static void BeStrict(OpenIdConnectOptions options)
    {
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query; // form_post needs script and cookies with SameSite=None
        options.DisableTelemetry = true;
        options.MapInboundClaims = false;
        options.ClaimActions.Clear(); // the ID token says all that the portal asks
        options.RemoteSignOutPath = PathString.Empty; // a page in a frame ends no session; the back channel does
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.ProtocolValidator.NonceLifetime = options.RemoteAuthenticationTimeout;
        options.TokenValidationParameters.ClockSkew = ClockSkew;
        options.TokenValidationParameters.NameClaimType = "name";
        options.TokenValidationParameters.RoleClaimType = "role";
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        foreach (var (cookie, name) in new[] { (options.NonceCookie, "oidc.n."), (options.CorrelationCookie, "oidc.c.") })
        {
            cookie.Name = name;
            cookie.Path = "/";
            cookie.HttpOnly = true;
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
    }

    /// <summary>Completes the options with what depends on the host: events, clock, back channel, cookie names.</summary>
    private sealed class Completion(TimeProvider clock, ILoggerFactory loggers, ClientKey? key)
        : IPostConfigureOptions<OpenIdConnectOptions>
    {
        public void PostConfigure(string? name, OpenIdConnectOptions options)
        {
            options.TimeProvider ??= clock;
            options.TokenValidationParameters = ProviderTokens.Strict(options);
            options.Events = WithTheHostsOwn(options.Events, loggers.CreateLogger<OpenIdConnectChecks>());
            // A redirect would carry the client's secret, or our trust in the keys, to wherever it points.
            options.Backchannel ??= new HttpClient(
                new ProviderBackchannel(
                    options,
                    key,
                    options.BackchannelHttpHandler
                        ?? new SocketsHttpHandler
                        {
                            AllowAutoRedirect = false,
                            UseCookies = false,
                            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                        }
                )
            )
            {
                Timeout = options.BackchannelTimeout,
                MaxResponseContentBufferSize = ProviderBackchannel.LargestAnswer,
            };
            if (options.Authority is { Length: > 0 } authority)
            {
                // OpenID Connect Discovery §4.1: one terminating slash goes before the well-known part is added.
                options.ConfigurationManager ??= new ProviderMetadata(
                    options.MetadataAddress ?? $"{authority.TrimEnd('/')}/.well-known/openid-configuration",
                    options
                );
            }

            UseHostPrefix(options.CorrelationCookie);
            UseHostPrefix(options.NonceCookie);
        }

        private static OpenIdConnectChecks WithTheHostsOwn(OpenIdConnectEvents events, ILogger logger) =>
            new(logger)
            {
                OnAuthenticationFailed = events.OnAuthenticationFailed,
                OnRedirectToIdentityProvider = events.OnRedirectToIdentityProvider,
                OnRedirectToIdentityProviderForSignOut = events.OnRedirectToIdentityProviderForSignOut,
                OnRemoteFailure = events.OnRemoteFailure,
                OnTicketReceived = events.OnTicketReceived,
                OnTokenValidated = events.OnTokenValidated,
            };

        /// <summary>
        /// The prefix binds a cookie to this very host (RFC 6265bis §4.1.3.2); a browser takes it only with Secure, Path=/ and
        /// no Domain.
        /// </summary>
        private static void UseHostPrefix(CookieBuilder cookie)
        {
            const string prefix = "__Host-";
            if (
                cookie is { SecurePolicy: CookieSecurePolicy.Always, Domain: null, Path: "/" }
                && !cookie.Name!.StartsWith(prefix, StringComparison.Ordinal)
            )
            {
                cookie.Name = prefix + cookie.Name;
            }
        }
    }

    /// <summary>No option opens a weaker way in.</summary>
    private sealed class NoWeakerWay(bool hasKey) : IValidateOptions<OpenIdConnectOptions>
    {
        public ValidateOptionsResult Validate(string? name, OpenIdConnectOptions options)
        {
            var tokens = options.TokenValidationParameters;
            string?[] problems =
            [
                Unless(Uri.TryCreate(options.Authority, UriKind.Absolute, out _), "Authority must be the provider's issuer identifier."),
                Unless(!string.IsNullOrEmpty(options.ClientId), "ClientId is missing."),
                Unless(hasKey || !string.IsNullOrEmpty(options.ClientSecret), "ClientSecret is missing, and there is no key."),
                Unless(options.Scope.Contains("openid"), "Scope must contain openid."),
                Unless(options.ResponseType == OpenIdConnectResponseType.Code, "ResponseType must be code."),
                Unless(options.ResponseMode == OpenIdConnectResponseMode.Query, "ResponseMode must be query."),
                Unless(options.UsePkce, "UsePkce must be on."),
                Unless(!options.MapInboundClaims, "MapInboundClaims must be off."),
                Unless(!options.GetClaimsFromUserInfoEndpoint, "GetClaimsFromUserInfoEndpoint is not supported."),
                Unless(LocalAddress.IsLocal(options.SignedOutRedirectUri), "SignedOutRedirectUri must be a path of this site."),
                Unless(tokens.ClockSkew <= ClockSkew, "TokenValidationParameters allows too much clock skew."),
                Unless(
                    tokens.ValidAlgorithms is { } algorithms && algorithms.Any() && algorithms.All(IsAsymmetric),
                    "TokenValidationParameters must name signature algorithms, and only asymmetric ones."
                ),
                Unless(
                    options.ProtocolValidator is { RequireNonce: true, RequireSub: true },
                    "ProtocolValidator must require nonce and sub."
                ),
            ];
            return problems.OfType<string>().ToList() is { Count: > 0 } found
                ? ValidateOptionsResult.Fail(found.Select(problem => $"OpenIdConnectOptions.{problem}"))
                : ValidateOptionsResult.Success;
        }

        private static string? Unless(bool holds, string problem) => holds ? null : problem;

        private static bool IsAsymmetric(string algorithm) =>
            algorithm.StartsWith("RS", StringComparison.Ordinal)
            || algorithm.StartsWith("PS", StringComparison.Ordinal)
            || algorithm.StartsWith("ES", StringComparison.Ordinal);
    }
}
