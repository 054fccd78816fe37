using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DataSharing.Web;

/// <summary>
/// What an operator sets; there are no defaults for what reaches other systems. Keys and certificates are PEM, or the path of a file of it.
/// </summary>
/// <param name="ConnectionString">The database, as the restricted role.</param>
/// <param name="Authority">The OpenID provider's issuer identifier.</param>
/// <param name="MetadataAddress">Where its metadata is read, if the portal reaches it by another address than browsers do.</param>
/// <param name="ClientId">The portal's name at the provider.</param>
/// <param name="ClientKey">The private key with which it proves itself there (private_key_jwt); null where a secret does.</param>
/// <param name="ClientSecret">What it proves itself with where it has no key.</param>
/// <param name="Certificate">Encrypts the keys of cookies and sessions, which are in the database: a certificate with its private
/// key.</param>
/// <param name="EarlierCertificate">Still reads what it encrypted, until those keys have expired.</param>
/// <param name="RequireHttps">False only where nobody else listens: the demo and tests.</param>
/// <param name="TimerInterval">How often agreements are moved on by time: started on their day, signings ended.</param>
/// <param name="BackupsKeptDays">How long copies of the database are kept: whoever erases something is told when they are gone.
/// </param>
/// <param name="ExitWithStandardInput">True for a child process, which is not to outlive its parent.</param>
/// <param name="KnownProxies">The IP addresses, with commas between them, whose word on the client's address is taken; nobody else's
/// is.</param>
public sealed record PortalSettings(
    string ConnectionString,
    string Authority,
    string? MetadataAddress,
    string ClientId,
    string? ClientKey,
    string? ClientSecret,
    string? Certificate,
    string? EarlierCertificate,
    bool RequireHttps,
    TimeSpan TimerInterval,
    int BackupsKeptDays,
    bool ExitWithStandardInput,
    string? KnownProxies
)
{
    private const string NoCertificate = "is not a certificate with its RSA private key in PEM, or the path of one.";
    private const string ConnectionStringKey = "ConnectionStrings:DataSharing";
    private const string AuthorityKey = "OpenIdConnect:Authority";
    private const string ClientIdKey = "OpenIdConnect:ClientId";
    private const string ClientKeyKey = "OpenIdConnect:ClientKey";
    private const string CertificateKey = "DataProtection:Certificate";
    private const string EarlierCertificateKey = "DataProtection:EarlierCertificate";
    private const string KnownProxiesKey = "ForwardedHeaders:KnownProxies";
    private const string ClientSecretKey = "OpenIdConnect:ClientSecret";

    /// <summary>Why the portal cannot start, or null when it can.</summary>
    public static string? Missing(IConfiguration configuration, bool isProduction)
    {
        string[] missing =
        [
            .. new[] { ConnectionStringKey, AuthorityKey, ClientIdKey }.Where(key => string.IsNullOrWhiteSpace(configuration[key])),
            .. new[] { ClientKeyKey, ClientSecretKey }.All(key => string.IsNullOrWhiteSpace(configuration[key]))
                ? [ClientSecretKey]
                : Array.Empty<string>(),
            .. isProduction && string.IsNullOrWhiteSpace(configuration[CertificateKey]) ? [CertificateKey] : Array.Empty<string>(),
        ];

        return missing.Length == 0
            ? null
            : $"DataSharing cannot start: set {string.Join(", ", missing)}. "
                + "As environment variables these are "
                + $"{string.Join(", ", missing.Select(key => key.Replace(":", "__", StringComparison.Ordinal)))}.";
    }

    public static PortalSettings From(IConfiguration configuration) =>
        new(
            configuration[ConnectionStringKey]!,
            configuration[AuthorityKey]!,
            Given(configuration["OpenIdConnect:MetadataAddress"]),
            configuration[ClientIdKey]!,
            Given(configuration[ClientKeyKey]),
            Given(configuration[ClientSecretKey]),
            Given(configuration[CertificateKey]),
            Given(configuration[EarlierCertificateKey]),
            configuration.GetValue("Portal:RequireHttps", defaultValue: true),
            configuration.GetValue("Portal:TimerInterval", defaultValue: TimeSpan.FromMinutes(1)),
            configuration.GetValue("Portal:BackupsKeptDays", defaultValue: 35),
            configuration.GetValue("Portal:ExitWithStandardInput", defaultValue: false),
            Given(configuration[KnownProxiesKey])
        );

    /// <summary>Why the portal cannot start with what is set, or null when it can. Nothing that is set is quoted.</summary>
    public string? Unusable()
    {
        return Try(ClientKeyKey, "is not a private key (P-256 or RSA) in PEM, or the path of one.", () => ReadClientKey())
            ?? Try(CertificateKey, NoCertificate, () => Read(Certificate)?.Dispose())
            ?? Try(EarlierCertificateKey, NoCertificate, () => Read(EarlierCertificate)?.Dispose())
            ?? (
                ReadKnownProxies() is null
                    ? $"DataSharing cannot start: {KnownProxiesKey} is not a list of IP addresses with commas between them."
                    : null
            );

        static string? Try(string setting, string problem, Action read)
        {
            try
            {
                read();
                return null;
            }
            catch (Exception exception)
                when (exception is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
            {
                return $"DataSharing cannot start: {setting} {problem}";
            }
        }
    }

    /// <summary>Null where one of them is no IP address.</summary>
    internal IReadOnlyList<IPAddress>? ReadKnownProxies()
    {
        List<IPAddress?> read =
        [
            .. (KnownProxies ?? "")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(proxy => IPAddress.TryParse(proxy, out var address) ? address : null),
        ];
        return read.Contains(null) ? null : [.. read.OfType<IPAddress>()];
    }

    internal Access.ClientKey? ReadClientKey() => ClientKey is null ? null : Access.ClientKey.FromPem(Pem(ClientKey));

    internal static X509Certificate2? Read(string? certificate) =>
        certificate is null ? null : X509Certificate2.CreateFromPem(Pem(certificate), Pem(certificate));

    private static string? Given(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting;

    private static string Pem(string setting) =>
        setting.Contains("-----BEGIN", StringComparison.Ordinal) ? setting : File.ReadAllText(setting);
}
