using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>Completes the options with what depends on the host: data protection, clock, back channel, cookie names.</summary>
public sealed class OpenIdConnectPostConfigureOptions(IDataProtectionProvider dataProtection, TimeProvider clock)
    : IPostConfigureOptions<OpenIdConnectOptions>
{
    private const long MaximumResponseBytes = 1024 * 1024;

    public void PostConfigure(string? name, OpenIdConnectOptions options)
    {
        options.TimeProvider ??= clock;
        options.SignOutScheme ??= options.SignInScheme;

        options.DataProtectionProvider ??= dataProtection;
        options.StateDataFormat ??= new PropertiesDataFormat(Protector(options, name, "state"));
        options.StringDataFormat ??= new SecureDataFormat<string>(new StringSerializer(), Protector(options, name, "nonce"));

        options.Backchannel ??= CreateBackchannel(options);
        if (options.Authority is { Length: > 0 } authority)
        {
            // OpenID Connect Discovery §4.1: one terminating slash goes before the well-known part is added.
            var address = options.MetadataAddress ?? $"{authority.TrimEnd('/')}/.well-known/openid-configuration";
            options.ConfigurationManager ??= new ProviderMetadata(
                address,
                new HttpDocumentRetriever(options.Backchannel) { RequireHttps = options.RequireHttpsMetadata },
                options
            );
        }

        UseHostPrefix(options.CorrelationCookie);
        UseHostPrefix(options.NonceCookie);
    }

    private static IDataProtector Protector(OpenIdConnectOptions options, string? scheme, string purpose) =>
        options.DataProtectionProvider!.CreateProtector(typeof(OpenIdConnectHandler).FullName!, scheme ?? string.Empty, purpose, "v1");

    private static HttpClient CreateBackchannel(OpenIdConnectOptions options) =>
        // A redirect would carry the client's secret, or our trust in the keys, to wherever it points.
        new(
            options.BackchannelHttpHandler
                ?? new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                }
        )
        {
            Timeout = options.BackchannelTimeout,
            MaxResponseContentBufferSize = MaximumResponseBytes,
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

    private sealed class StringSerializer : IDataSerializer<string>
    {
        public byte[] Serialize(string model) => System.Text.Encoding.UTF8.GetBytes(model);

        public string Deserialize(byte[] data) => System.Text.Encoding.UTF8.GetString(data);
    }
}
