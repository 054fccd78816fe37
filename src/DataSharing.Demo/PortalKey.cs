using System.Security.Cryptography;

namespace DataSharing.Demo;

/// <summary>The key with which the portal proves itself to the identity provider; made anew by each run. Both halves in PEM.</summary>
public sealed record PortalKey(string Private, string Public)
{
    public static PortalKey Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new PortalKey(key.ExportPkcs8PrivateKeyPem(), key.ExportSubjectPublicKeyInfoPem());
    }
}
