namespace DataSharing.Web;

/// <summary>What an operator sets; there are no defaults for what reaches other systems.</summary>
/// <param name="ConnectionString">The database, as the restricted role.</param>
/// <param name="Authority">The OpenID provider's issuer identifier.</param>
/// <param name="MetadataAddress">Where its metadata is read, if the portal reaches it by another address than browsers do.</param>
/// <param name="ClientId">The portal's name at the provider.</param>
/// <param name="ClientKey">The private key in PEM with which it proves itself there (private_key_jwt); null where a secret does.</param>
/// <param name="ClientSecret">What it proves itself with where it has no key.</param>
/// <param name="RequireHttps">False only where nobody else listens: the demo and tests.</param>
/// <param name="TimerInterval">How often agreements are moved on by time: started on their day, signings ended.</param>
/// <param name="ExitWithStandardInput">True for a child process, which is not to outlive its parent.</param>
public sealed record PortalSettings(
    string ConnectionString,
    string Authority,
    string? MetadataAddress,
    string ClientId,
    string? ClientKey,
    string? ClientSecret,
    bool RequireHttps,
    TimeSpan TimerInterval,
    bool ExitWithStandardInput
)
{
    private const string ConnectionStringKey = "ConnectionStrings:DataSharing";
    private const string AuthorityKey = "OpenIdConnect:Authority";
    private const string ClientIdKey = "OpenIdConnect:ClientId";
    private const string ClientKeyKey = "OpenIdConnect:ClientKey";
    private const string ClientSecretKey = "OpenIdConnect:ClientSecret";

    /// <summary>Why the portal cannot start, or null when it can.</summary>
    public static string? Missing(IConfiguration configuration)
    {
        string[] missing =
        [
            .. new[] { ConnectionStringKey, AuthorityKey, ClientIdKey }.Where(key => string.IsNullOrWhiteSpace(configuration[key])),
            .. new[] { ClientKeyKey, ClientSecretKey }.All(key => string.IsNullOrWhiteSpace(configuration[key]))
                ? [ClientSecretKey]
                : Array.Empty<string>(),
        ];

        return missing.Length == 0
            ? null
            : $"DataSharing cannot start: set {string.Join(", ", missing)}. "
                + $"As environment variables these are {string.Join(", ", missing.Select(key => key.Replace(":", "__", StringComparison.Ordinal)))}.";
    }

    public static PortalSettings From(IConfiguration configuration) =>
        new(
            configuration[ConnectionStringKey]!,
            configuration[AuthorityKey]!,
            configuration["OpenIdConnect:MetadataAddress"] is { Length: > 0 } metadata ? metadata : null,
            configuration[ClientIdKey]!,
            Pem(configuration[ClientKeyKey]),
            configuration[ClientSecretKey] is { Length: > 0 } secret ? secret : null,
            configuration.GetValue("Portal:RequireHttps", defaultValue: true),
            configuration.GetValue("Portal:TimerInterval", defaultValue: TimeSpan.FromMinutes(1)),
            configuration.GetValue("Portal:ExitWithStandardInput", defaultValue: false)
        );

    /// <summary>A setting that holds PEM, or names a file that does.</summary>
    private static string? Pem(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? null
        : setting.Contains("-----BEGIN", StringComparison.Ordinal) ? setting
        : File.ReadAllText(setting);
}
