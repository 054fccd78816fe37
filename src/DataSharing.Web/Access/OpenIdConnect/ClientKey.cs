using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>The private key with which the portal proves itself to the provider (OpenID Connect Core §9, private_key_jwt).</summary>
internal sealed class ClientKey
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly SigningCredentials _credentials;

    private ClientKey(SigningCredentials credentials) => _credentials = credentials;

    /// <summary>Reads a P-256 or RSA key. Its name is its thumbprint (RFC 7638), under which the provider finds the public half.</summary>
    /// <exception cref="ArgumentException">The text is no private key in PEM.</exception>
    public static ClientKey FromPem(string pem)
    {
        var (key, algorithm) = Read(pem);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return new ClientKey(new SigningCredentials(key, algorithm));
    }

    /// <summary>RFC 7523 §3: a statement for this provider, for a minute, that is never made twice.</summary>
    public string Assertion(string clientId, string issuer, DateTimeOffset now) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = clientId,
                Audience = issuer,
                IssuedAt = now.UtcDateTime,
                NotBefore = now.UtcDateTime,
                Expires = (now + Lifetime).UtcDateTime,
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = clientId,
                    ["jti"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
                },
                SigningCredentials = _credentials,
            }
        );

    private static (SecurityKey Key, string Algorithm) Read(string pem)
    {
        try
        {
            var elliptic = ECDsa.Create();
            elliptic.ImportFromPem(pem);
            if (elliptic.KeySize == 256)
            {
                return (new ECDsaSecurityKey(elliptic), SecurityAlgorithms.EcdsaSha256);
            }
        }
        catch (Exception exception) when (exception is CryptographicException)
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return (new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha256);
        }

        throw new ArgumentException("The client's key is neither a P-256 nor an RSA key.", nameof(pem));
    }
}
