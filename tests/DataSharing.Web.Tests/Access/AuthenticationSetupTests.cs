using DataSharing.Web.Access;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DataSharing.Web.Tests.Access;

public sealed class AuthenticationSetupTests
{
    [Theory]
    [InlineData(null, "https://id.example.test/.well-known/openid-configuration")]
    [InlineData("", "https://id.example.test/.well-known/openid-configuration")]
    [InlineData("https://inside.example.test/metadata", "https://inside.example.test/metadata")]
    public void MetadataAddress_Setting_ReachesTheHandler(string? set, string? expected)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["OpenIdConnect:Authority"] = "https://id.example.test",
                    ["OpenIdConnect:ClientId"] = "portal",
                    ["OpenIdConnect:ClientSecret"] = "secret",
                    ["OpenIdConnect:MetadataAddress"] = set,
                }
            )
            .Build();
        var services = new ServiceCollection().AddLogging();
        services.AddPortalAuthentication(PortalSettings.From(configuration));
        using var provider = services.AddSingleton(TimeProvider.System).BuildServiceProvider();

        var options = provider.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(OpenIdConnectDefaults.AuthenticationScheme);

        Assert.Equal(expected, options.MetadataAddress);
    }
}
