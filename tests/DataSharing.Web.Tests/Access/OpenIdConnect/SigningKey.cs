using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Tests.Access.OpenIdConnect;

/// <summary>A key of the provider, or of somebody who would like to be it. Tokens are made by hand, so that they can be wrong in any way.</summary>
internal sealed class SigningKey(string? kid, RSA rsa)
{
    /// <summary>Making a key is the slow part of a test, so every provider starts with the same one.</summary>
    private static readonly RSAParameters Usual = RSA.Create(2048).ExportParameters(true);

    public SigningKey(string? kid)
        : this(kid, RSA.Create(2048)) { }

    public static SigningKey First => new("first", RSA.Create(Usual));

    public string? Kid => kid;

    public byte[] PublicKeyBytes => Encoding.UTF8.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());

    public JsonObject PublicJwk
    {
        get
        {
            var key = rsa.ExportParameters(false);
            var jwk = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["n"] = Base64UrlEncoder.Encode(key.Modulus),
                ["e"] = Base64UrlEncoder.Encode(key.Exponent),
            };
            if (kid is not null)
            {
                jwk["kid"] = kid;
            }

            return jwk;
        }
    }

    public string Sign(JsonObject header, string payload) =>
        Token(
            header,
            payload,
            data =>
                header["alg"]?.GetValue<string>() switch
                {
                    "PS256" => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
                    _ => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
                }
        );

    public static string SignSymmetrically(byte[] secret, JsonObject header, string payload) =>
        Token(header, payload, data => HMACSHA256.HashData(secret, data));

    public static string Token(JsonObject header, string payload, Func<byte[], byte[]> sign)
    {
        var signed = $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(payload)}";
        return $"{signed}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string Json(JsonObject claims) => JsonSerializer.Serialize(claims);
}
