using DataSharing.Web.Access.OpenIdConnect;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DataSharing.Web.Tests.Access.OpenIdConnect;

/// <summary>No option opens a weaker way in.</summary>
public sealed class OpenIdConnectOptionsTests
{
    public static TheoryData<string, Action<OpenIdConnectOptions>> Refused =>
        new()
        {
            { "Authority", options => options.Authority = null },
            { "Authority", options => options.Authority = "id.example.test" },
            { "ClientId", options => options.ClientId = null },
            { "MaxAge", options => options.MaxAge = TimeSpan.FromSeconds(-1) },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Validate_Unusable_IsRefused(string option, Action<OpenIdConnectOptions> spoil)
    {
        var refusal = Assert.ThrowsAny<Exception>(() => Configured(spoil));

        Assert.Contains(option, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OfAWeakerWay_AreStrictAllTheSame()
    {
        var options = Configured(options =>
        {
            options.Scope.Clear();
            options.ResponseType = "code id_token";
            options.ResponseMode = "form_post";
            options.UsePkce = false;
            options.MapInboundClaims = true;
            options.GetClaimsFromUserInfoEndpoint = true;
            options.RemoteSignOutPath = "/signout-oidc";
            options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(61);
            options.TokenValidationParameters.ValidAlgorithms = ["none", "RS256", "HS256"];
            options.TokenValidationParameters.ValidateIssuer = options.TokenValidationParameters.ValidateAudience = false;
            options.TokenValidationParameters.ValidateLifetime = false;
            options.ProtocolValidator.RequireNonce = options.ProtocolValidator.RequireSub = false;
        });

        Assert.Equal(["openid", "email"], options.Scope);
        Assert.Equal(("code", "query"), (options.ResponseType, options.ResponseMode));
        Assert.True(options is { UsePkce: true, MapInboundClaims: false, GetClaimsFromUserInfoEndpoint: false });
        Assert.False(options.RemoteSignOutPath.HasValue);
        var tokens = options.TokenValidationParameters;
        Assert.Equal(TimeSpan.FromSeconds(60), tokens.ClockSkew);
        Assert.Equal(
            ["ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512"],
            tokens.ValidAlgorithms.Order(StringComparer.Ordinal)
        );
        Assert.True(tokens is { ValidateIssuer: true, ValidateAudience: true, ValidateLifetime: true });
        Assert.True(options.ProtocolValidator is { RequireNonce: true, RequireSub: true });
    }

    [Fact]
    public void Validate_Plain_IsTakenAndBounded()
    {
        var options = Configured(_ => { });

        Assert.Equal(TimeSpan.FromSeconds(10), options.Backchannel.Timeout);
        Assert.Equal(1024 * 1024, options.Backchannel.MaxResponseContentBufferSize);
        Assert.Equal("Cookies", options.SignOutScheme);
    }

    [Theory]
    [InlineData(CookieSecurePolicy.Always, "__Host-oidc.")]
    [InlineData(CookieSecurePolicy.SameAsRequest, "oidc.")]
    public void Cookies_HoweverConfigured_AreOfThisHostOnly(CookieSecurePolicy policy, string name)
    {
        var options = Configured(options =>
        {
            foreach (var cookie in new[] { options.NonceCookie, options.CorrelationCookie })
            {
                cookie.SecurePolicy = policy;
                (cookie.Domain, cookie.Path, cookie.HttpOnly, cookie.SameSite) = ("example.test", "/else", false, SameSiteMode.None);
            }
        });

        Assert.Equal((name + "n.", name + "c."), (options.NonceCookie.Name, options.CorrelationCookie.Name));
        Assert.All(
            [options.NonceCookie, options.CorrelationCookie],
            cookie => Assert.True(cookie is { Domain: null, Path: "/", HttpOnly: true, SameSite: SameSiteMode.Lax })
        );
    }

    private static OpenIdConnectOptions Configured(Action<OpenIdConnectOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(TimeProvider.System);
        services
            .AddAuthentication("Cookies")
            .AddCookie("Cookies")
            .AddStrictOpenIdConnect(options =>
            {
                options.Authority = ScriptedProvider.Issuer;
                options.ClientId = ScriptedProvider.ClientId;
                options.ClientSecret = ScriptedProvider.ClientSecret;
                configure(options);
            });
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(OpenIdConnectDefaults.AuthenticationScheme);
    }
}
