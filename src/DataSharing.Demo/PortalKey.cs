using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DataSharing.Demo;

/// <summary>What the demo's portal is configured with, all in PEM.</summary>
/// <param name="Private">The key with which the portal proves itself to the identity provider; made anew by each run.</param>
/// <param name="Public">Its public half, for the provider.</param>
/// <param name="Certificate">Encrypts the portal's own keys in the database; as old as the demo's home, as they are.</param>
public sealed record PortalKey(string Private, string Public, string Certificate)
{
    public static PortalKey Make(string home)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new PortalKey(key.ExportPkcs8PrivateKeyPem(), key.ExportSubjectPublicKeyInfoPem(), CertificateIn(home));
    }

    /// <summary>A certificate of the key, that names nobody and is signed by nobody else.</summary>
    public static string CertificateOf(RSA key)
    {
        var now = TimeProvider.System.GetUtcNow();
        var request = new CertificateRequest("CN=DataSharing demo", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    private static string CertificateIn(string home)
    {
        Directory.CreateDirectory(home);
        var file = Path.Combine(home, "data-protection.pem");
        if (!File.Exists(file))
        {
            using var key = RSA.Create(2048);
            using var stream = new FileStream(
                file,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            );
            stream.Write(System.Text.Encoding.ASCII.GetBytes(CertificateOf(key)));
        }

        return File.ReadAllText(file);
    }
}
