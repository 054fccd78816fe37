using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DataSharing.Web.Access.OpenIdConnect;

public static class OpenIdConnectExtensions
{
    public static AuthenticationBuilder AddOpenIdConnect(
        this AuthenticationBuilder builder,
        Action<OpenIdConnectOptions> configureOptions
    ) => builder.AddOpenIdConnect(OpenIdConnectDefaults.AuthenticationScheme, configureOptions);

    public static AuthenticationBuilder AddOpenIdConnect(
        this AuthenticationBuilder builder,
        string authenticationScheme,
        Action<OpenIdConnectOptions> configureOptions
    ) => builder.AddOpenIdConnect(authenticationScheme, OpenIdConnectDefaults.DisplayName, configureOptions);

    public static AuthenticationBuilder AddOpenIdConnect(
        this AuthenticationBuilder builder,
        string authenticationScheme,
        string? displayName,
        Action<OpenIdConnectOptions> configureOptions
    )
    {
        builder.AddRemoteScheme<OpenIdConnectOptions, OpenIdConnectHandler>(authenticationScheme, displayName, configureOptions);
        // After the framework's own, which settles the sign-in scheme.
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>()
        );
        return builder;
    }
}
