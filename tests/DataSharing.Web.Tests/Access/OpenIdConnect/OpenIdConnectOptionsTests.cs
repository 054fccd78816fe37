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
            { "ClientSecret", options => options.ClientSecret = "" },
            { "Scope", options => options.Scope.Clear() },
            { "MaxAge", options => options.MaxAge = TimeSpan.FromSeconds(-1) },
            { "ResponseType", options => options.ResponseType = "code id_token" },
            { "ResponseType", options => options.ResponseType = "id_token" },
            { "ResponseMode", options => options.ResponseMode = "form_post" },
            { "UsePkce", options => options.UsePkce = false },
            { "MapInboundClaims", options => options.MapInboundClaims = true },
            { "GetClaimsFromUserInfoEndpoint", options => options.GetClaimsFromUserInfoEndpoint = true },
            { "SignedOutRedirectUri", options => options.SignedOutRedirectUri = "//evil.example.test" },
            { "TokenValidationParameters", options => options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(61) },
            { "TokenValidationParameters", options => options.TokenValidationParameters.ValidAlgorithms = ["RS256", "HS256"] },
            { "TokenValidationParameters", options => options.TokenValidationParameters.ValidAlgorithms = ["none"] },
            { "TokenValidationParameters", options => options.TokenValidationParameters.ValidAlgorithms = [] },
            { "TokenValidationParameters", options => options.TokenValidationParameters.ValidAlgorithms = null },
            { "ProtocolValidator", options => options.ProtocolValidator.RequireNonce = false },
            { "ProtocolValidator", options => options.ProtocolValidator.RequireSub = false },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Validate_WeakerWay_IsRefused(string option, Action<OpenIdConnectOptions> weaken)
    {
        var refusal = Assert.ThrowsAny<Exception>(() => Configured(weaken));

        Assert.Contains(option, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_Plain_IsTakenAndBounded()
    {
        var options = Configured(_ => { });

        Assert.Equal(TimeSpan.FromSeconds(10), options.Backchannel.Timeout);
        Assert.Equal(1024 * 1024, options.Backchannel.MaxResponseContentBufferSize);
        Assert.Equal("Cookies", options.SignOutScheme);
        Assert.Equal("oidc.n.", options.NonceCookie.Name);
        Assert.Equal("oidc.c.", options.CorrelationCookie.Name);
    }

    [Fact]
    public void Cookies_WithADomain_KeepTheirNames()
    {
        var options = Configured(options =>
        {
            options.NonceCookie.SecurePolicy = CookieSecurePolicy.Always;
            options.NonceCookie.Domain = "example.test";
        });

        Assert.Equal("oidc.n.", options.NonceCookie.Name);
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
