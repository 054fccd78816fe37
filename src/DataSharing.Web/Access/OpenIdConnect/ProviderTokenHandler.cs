using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>
/// Checks what the provider signs: ID tokens (OpenID Connect Core §3.1.3.7) and logout tokens (Back-Channel Logout §2.6). The official
/// handler takes an unsigned ID token from the token endpoint, tries every key, and allows further audiences; this one does not.
/// </summary>
/// <param name="options">The provider, its keys, and our name there.</param>
/// <param name="type">The type that a token's header may name beside the plain "JWT"; null if there is none.</param>
internal sealed class ProviderTokenHandler(OpenIdConnectOptions options, string? type = null) : JsonWebTokenHandler
{
    /// <summary>RFC 7515 §4.1: headers that bring a key along or point to one, and extensions that must be understood.</summary>
    private static readonly string[] RefusedHeaders = ["jku", "jwk", "x5u", "x5c", "crit"];

    private static readonly string[] RequiredClaims = ["iss", "sub"];

    private static readonly string[] OptionalClaims = ["name", "acr", "sid"];

    private DateTimeOffset Now => options.TimeProvider!.GetUtcNow();

    private TimeSpan Skew => options.TokenValidationParameters.ClockSkew;

    /// <summary>The official handler's way in, for an ID token: the identity holds exactly the claims that the portal uses.</summary>
    /// <exception cref="OpenIdConnectProtocolException">A check of ours refused the token; says which, and nothing that is in it.</exception>
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var result = await ValidateSignedAsync(token, validationParameters);
        if (result.IsValid)
        {
            using var payload = Payload((JsonWebToken)result.SecurityToken);
            CheckTimeOfSignIn(payload.RootElement);
            result.ClaimsIdentity = Identity(payload.RootElement);
        }

        return result;
    }

    /// <summary>What ID tokens and logout tokens have in common: header, key, signature, issuer, audience and times.</summary>
    public async Task<TokenValidationResult> ValidateSignedAsync(string token, TokenValidationParameters validationParameters)
    {
        try
        {
            var jwt = new JsonWebToken(token);
            CheckHeader(jwt);
            var result = await base.ValidateTokenAsync(token, Strict(validationParameters, await KeysAsync(jwt.Kid)));
            if (result.IsValid)
            {
                using var payload = Payload(jwt);
                if (Seconds(payload.RootElement, "iat") is not { } issued || issued > (Now + Skew).ToUnixTimeSeconds())
                {
                    throw Refused("it has no time of issue, or one to come");
                }
            }

            return result;
        }
        catch (Exception exception) when (exception is ArgumentException or JsonException or FormatException)
        {
            throw Refused(exception.GetType().Name); // the message may quote the token
        }
    }

    /// <summary>The claims. One that is there twice means one thing to us and another to somebody else.</summary>
    public static JsonDocument Payload(JsonWebToken token) => Strict(token.EncodedPayload);

    /// <summary>The claim as text; null if it is missing, empty or something else.</summary>
    public static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static JsonDocument Strict(string encoded) =>
        JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(encoded), new JsonDocumentOptions { AllowDuplicateProperties = false });

    /// <summary>RFC 8725 §3.11: a token of one type is not taken for another. An ID token has no type, or the plain one.</summary>
    private void CheckHeader(JsonWebToken token)
    {
        using var header = Strict(token.EncodedHeader);
        if (RefusedHeaders.Any(name => header.RootElement.TryGetProperty(name, out _)))
        {
            throw Refused("it brings its own key or an unknown extension");
        }

        if (!string.IsNullOrEmpty(token.Typ) && !new[] { "JWT", type }.Contains(token.Typ, StringComparer.OrdinalIgnoreCase))
        {
            throw Refused("it is a token of another type");
        }
    }

    private TokenValidationParameters Strict(TokenValidationParameters given, IEnumerable<SecurityKey> keys)
    {
        var parameters = given.Clone();
        parameters.ConfigurationManager = null;
        parameters.ValidateIssuer = true;
        parameters.ValidIssuers = null;
        parameters.ValidIssuer = options.Authority;
        parameters.ValidateAudience = true;
        // No audience but us is known, so none beside us is trusted (§3.1.3.7, step 3).
        parameters.AudienceValidator = (audiences, _, _) => audiences.SequenceEqual([options.ClientId!], StringComparer.Ordinal);
        parameters.RequireSignedTokens = true;
        parameters.ValidateIssuerSigningKey = true;
        parameters.IssuerSigningKeys = null;
        parameters.TryAllIssuerSigningKeys = false; // the token's key is the one it names
        parameters.IssuerSigningKeyResolver = (_, _, _, _) => keys;
        parameters.ValidateLifetime = true;
        parameters.LifetimeValidator = (notBefore, expires, _, _) =>
            expires is not null && Now < expires.Value + Skew && (notBefore is null || notBefore.Value <= Now + Skew);
        return parameters;
    }

    /// <summary>
    /// OpenID Connect Core §10.1: the key that the token names, or the only one if it names none. An unknown name may be a
    /// new key, so the provider's keys are read again, once.
    /// </summary>
    private async Task<IEnumerable<SecurityKey>> KeysAsync(string? kid)
    {
        var metadata = await options.ConfigurationManager!.GetConfigurationAsync(CancellationToken.None);
        if (!Matching(metadata).Any() && options.RefreshOnIssuerKeyNotFound)
        {
            options.ConfigurationManager.RequestRefresh();
            metadata = await options.ConfigurationManager.GetConfigurationAsync(CancellationToken.None);
        }

        return Matching(metadata);

        IEnumerable<SecurityKey> Matching(OpenIdConnectConfiguration from) =>
            string.IsNullOrEmpty(kid)
                ? from.SigningKeys.Count == 1
                    ? from.SigningKeys
                    : []
                : from.SigningKeys.Where(key => string.Equals(key.KeyId, kid, StringComparison.Ordinal));
    }

    private void CheckTimeOfSignIn(JsonElement claims)
    {
        if (claims.TryGetProperty("auth_time", out _) && !(Seconds(claims, "auth_time") <= (Now + Skew).ToUnixTimeSeconds()))
        {
            throw Refused("it has no time of sign-in, or one to come");
        }
    }

    /// <summary>Roles are ours (design §4), whatever the provider says.</summary>
    private ClaimsIdentity Identity(JsonElement claims)
    {
        var parameters = options.TokenValidationParameters;
        var identity = new ClaimsIdentity(OpenIdConnectDefaults.AuthenticationScheme, parameters.NameClaimType, parameters.RoleClaimType);
        foreach (var name in RequiredClaims)
        {
            Add(name, Text(claims, name) ?? throw Refused($"it has no {name}"));
        }

        foreach (var name in OptionalClaims)
        {
            if (Text(claims, name) is { } value)
            {
                Add(name, value);
            }
        }

        if (Seconds(claims, "auth_time") is { } authenticated)
        {
            Add("auth_time", authenticated.ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);
        }

        if (claims.TryGetProperty("amr", out var methods) && methods.ValueKind == JsonValueKind.Array)
        {
            foreach (var method in methods.EnumerateArray().Where(method => method.ValueKind == JsonValueKind.String))
            {
                Add("amr", method.GetString()!);
            }
        }

        return identity;

        void Add(string claim, string value, string valueType = ClaimValueTypes.String) =>
            identity.AddClaim(new Claim(claim, value, valueType, options.Authority));
    }

    private static long? Seconds(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds)
            ? seconds
            : null;

    private static OpenIdConnectProtocolException Refused(string reason) => new($"The token was refused: {reason}.");
}
