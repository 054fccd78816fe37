using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Access;

/// <summary>The private key with which the portal proves itself to the provider (OpenID Connect Core §9, private_key_jwt).</summary>
internal sealed class ClientKey(SigningCredentials credentials)
{
    /// <summary>Reads a P-256 or RSA key. Its name is its thumbprint (RFC 7638), under which the provider finds the public half.</summary>
    /// <exception cref="ArgumentException">The text is no private key in PEM.</exception>
    public static ClientKey FromPem(string pem)
    {
        var (key, algorithm) = Read(pem);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return new ClientKey(new SigningCredentials(key, algorithm));
    }

    /// <summary>
    /// RFC 7523 §2.2 and §3: a statement for this provider, for a minute, that is never made twice, in place of the secret.
    /// </summary>
    public void Prove(OpenIdConnectMessage request, OpenIdConnectOptions options)
    {
        var now = options.TimeProvider!.GetUtcNow().UtcDateTime;
        request.ClientSecret = null;
        request.ClientAssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
        request.ClientAssertion = new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = options.ClientId,
                Audience = options.Authority,
                IssuedAt = now,
                NotBefore = now,
                Expires = now.AddMinutes(1),
                Claims = new Dictionary<string, object> { ["sub"] = options.ClientId!, ["jti"] = Guid.NewGuid().ToString() },
                SigningCredentials = credentials,
            }
        );
    }

    private static (SecurityKey Key, string Algorithm) Read(string pem)
    {
        try
        {
            var elliptic = ECDsa.Create();
            elliptic.ImportFromPem(pem);
            return elliptic.KeySize == 256
                ? (new ECDsaSecurityKey(elliptic), SecurityAlgorithms.EcdsaSha256)
                : throw new ArgumentException("The client's key is neither a P-256 nor an RSA key.", nameof(pem));
        }
        catch (CryptographicException)
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return (new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha256);
        }
    }
}
