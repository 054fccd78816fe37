using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>
/// The library's parameters for what the provider signs, at their strictest: ID tokens (OpenID Connect Core §3.1.3.7) and logout tokens
/// (Back-Channel Logout §2.6).
/// </summary>
internal static class ProviderTokens
{
    /// <summary>The most that clocks may differ when a token's times are checked.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(60);

    /// <summary>The signatures that are taken: a secret that both sides know proves nothing about who signed.</summary>
    public static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>RFC 7515 §4.1: headers that bring a key along or point to one, and extensions that must be understood.</summary>
    private static readonly string[] RefusedHeaders = ["jku", "jwk", "x5u", "x5c", "crit"];

    /// <param name="options">The provider, and our name there.</param>
    /// <param name="type">The type that a token's header may name beside the plain "JWT"; null if there is none.</param>
    public static TokenValidationParameters Strict(OpenIdConnectOptions options, string? type = null) =>
        // No audience but us is known, so none beside us is trusted (§3.1.3.7, step 3).
        new()
        {
            ClockSkew = ClockSkew,
            NameClaimType = PersonClaims.Name,
            RoleClaimType = "role",
            ValidAlgorithms = Algorithms,
            ValidIssuer = options.Authority,
            AudienceValidator = (audiences, _, _) => audiences.SequenceEqual([options.ClientId!], StringComparer.Ordinal),
            TryAllIssuerSigningKeys = false,
            IssuerSigningKeyResolverUsingConfiguration = (_, _, kid, _, metadata) => Named(kid, metadata),
            LifetimeValidator = (notBefore, expires, token, _) =>
                IsInTime((JsonWebToken)token, notBefore, expires, options.TimeProvider!.GetUtcNow()),
            TypeValidator = (_, token, _) => Type((JsonWebToken)token, type),
        };

    /// <summary>The claims. One that is there twice means one thing to us and another to somebody else.</summary>
    /// <exception cref="OpenIdConnectProtocolException">The text is no JSON, or has a name twice.</exception>
    public static JsonDocument Parse(string encoded)
    {
        try
        {
            return JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(encoded), new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw new OpenIdConnectProtocolException($"The token was refused: {exception.GetType().Name}."); // the message may quote it
        }
    }

    /// <summary>The claim as text; null if it is missing, empty or something else.</summary>
    public static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    /// <exception cref="OpenIdConnectProtocolException">It does not hold.</exception>
    public static void Insist(bool holds, string problem)
    {
        if (!holds)
        {
            throw new OpenIdConnectProtocolException(problem);
        }
    }

    /// <summary>OpenID Connect Core §10.1: the key that the token names, or the only one if it names none.</summary>
    private static IEnumerable<SecurityKey> Named(string? kid, BaseConfiguration metadata) =>
        string.IsNullOrEmpty(kid)
            ? metadata.SigningKeys.Take(metadata.SigningKeys.Count == 1 ? 1 : 0)
            : metadata.SigningKeys.Where(key => string.Equals(key.KeyId, kid, StringComparison.Ordinal));

    private static bool IsInTime(JsonWebToken token, DateTime? notBefore, DateTime? expires, DateTimeOffset now)
    {
        return now < expires + ClockSkew
            && token.TryGetPayloadValue<long>("iat", out var issued)
            && IsPast(issued)
            && (notBefore is null || notBefore <= now + ClockSkew)
            && (!token.TryGetPayloadValue<long>("auth_time", out var signedIn) || IsPast(signedIn));

        bool IsPast(long seconds) => seconds <= (now + ClockSkew).ToUnixTimeSeconds();
    }

    /// <summary>
    /// What the library lets pass in the code flow: no signature at all, a key brought along, a name twice; and a token of another type
    /// (RFC 8725 §3.11), for an ID token has no type, or the plain one.
    /// </summary>
    private static string Type(JsonWebToken token, string? type)
    {
        Insist(token.EncodedSignature.Length > 0, "The token was refused: it is not signed.");
        using var header = Parse(token.EncodedHeader);
        using var payload = Parse(token.EncodedPayload);
        Insist(
            !payload.RootElement.TryGetProperty("sub", out _) || Text(payload.RootElement, "sub") is not null,
            "The token was refused: it has no sub that is text." // the library turns a number into text
        );
        Insist(
            !RefusedHeaders.Any(name => header.RootElement.TryGetProperty(name, out _)),
            "The token was refused: it brings its own key or an unknown extension."
        );
        Insist(
            string.IsNullOrEmpty(token.Typ) || new[] { "JWT", type }.Contains(token.Typ, StringComparer.OrdinalIgnoreCase),
            "The token was refused: it is a token of another type."
        );
        return token.Typ;
    }
}
