using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>The checks of OpenID Connect Core §3.1.3.7 on an ID token, and the few claims that are taken from it.</summary>
internal sealed class IdTokenValidation(OpenIdConnectOptions options, string scheme)
{
    /// <summary>RFC 7515 §4.1: headers that bring a key along or point to one, and extensions that must be understood.</summary>
    private static readonly string[] RefusedHeaders = ["jku", "jwk", "x5u", "x5c", "crit"];

    private static readonly string[] RequiredClaims = ["iss", "sub"];

    private static readonly string[] OptionalClaims = ["name", "acr"];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private DateTimeOffset Now => options.TimeProvider!.GetUtcNow();

    private TimeSpan Skew => options.TokenValidationParameters.ClockSkew;

    /// <exception cref="OpenIdConnectProtocolException">The token is not one; says which check refused it, and nothing that is in it.</exception>
    public async Task<(ClaimsPrincipal Principal, JwtSecurityToken Token)> ValidateAsync(
        OpenIdConnectMessage response,
        string nonce,
        TimeSpan? maxAge,
        Func<string?, Task<IEnumerable<SecurityKey>>> keysFor
    )
    {
        try
        {
            var token = new JsonWebToken(response.IdToken);
            CheckHeader(token);
            var keys = await keysFor(token.Kid);
            var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(response.IdToken, Parameters(keys));
            if (!result.IsValid)
            {
                throw result.Exception;
            }

            var jwt = new JwtSecurityToken(response.IdToken);
            options.ProtocolValidator.ValidateTokenResponse(
                new OpenIdConnectProtocolValidationContext
                {
                    ClientId = options.ClientId,
                    Nonce = nonce,
                    ProtocolMessage = response,
                    ValidatedIdToken = jwt,
                }
            );

            using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload), Strict);
            CheckTimes(payload.RootElement, maxAge);
            return (new ClaimsPrincipal(Identity(payload.RootElement)), jwt);
        }
        catch (Exception exception)
            when (exception
                    is not Refusal
                        and (
                            OpenIdConnectProtocolException
                            or SecurityTokenException
                            or ArgumentException
                            or JsonException
                            or FormatException
                        )
            )
        {
            // The library's messages can be switched to quote the token; its type names cannot.
            throw new Refusal(exception.GetType().Name, exception);
        }
    }

    /// <summary>RFC 9068 §2.1 gives access tokens a type of their own; an ID token has none, or the plain one.</summary>
    private static void CheckHeader(JsonWebToken token)
    {
        using var header = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedHeader), Strict);
        if (RefusedHeaders.Any(name => header.RootElement.TryGetProperty(name, out _)))
        {
            throw new Refusal("it brings its own key or an unknown extension");
        }

        if (!string.IsNullOrEmpty(token.Typ) && !string.Equals(token.Typ, "JWT", StringComparison.OrdinalIgnoreCase))
        {
            throw new Refusal("it is a token of another type");
        }
    }

    private TokenValidationParameters Parameters(IEnumerable<SecurityKey> keys)
    {
        var parameters = options.TokenValidationParameters.Clone();
        parameters.ValidateIssuer = true;
        parameters.ValidIssuer = options.Authority;
        parameters.ValidateAudience = true;
        // No audience but us is known, so none beside us is trusted (§3.1.3.7, step 3).
        parameters.AudienceValidator = (audiences, _, _) => audiences.SequenceEqual([options.ClientId!], StringComparer.Ordinal);
        parameters.RequireSignedTokens = true;
        parameters.ValidateIssuerSigningKey = true;
        parameters.TryAllIssuerSigningKeys = false; // the token's key is the one it names
        parameters.IssuerSigningKeyResolver = (_, _, _, _) => keys;
        parameters.ValidateLifetime = true;
        parameters.LifetimeValidator = (notBefore, expires, _, _) =>
            expires is not null && Now < expires.Value + Skew && (notBefore is null || notBefore.Value <= Now + Skew);
        return parameters;
    }

    /// <summary>Steps 10 and 13 of §3.1.3.7: issued by now, and after a sign-in no older than was asked.</summary>
    private void CheckTimes(JsonElement claims, TimeSpan? maxAge)
    {
        if (Seconds(claims, "iat") is not { } issued || issued > (Now + Skew).ToUnixTimeSeconds())
        {
            throw new Refusal("it has no time of issue, or one to come");
        }

        var authenticated = Seconds(claims, "auth_time");
        if (
            authenticated is null
                ? maxAge is not null || claims.TryGetProperty("auth_time", out _)
                : authenticated > (Now + Skew).ToUnixTimeSeconds()
        )
        {
            throw new Refusal("it has no time of sign-in, or one to come");
        }

        if (maxAge is not null && authenticated < (Now - maxAge.Value - Skew).ToUnixTimeSeconds())
        {
            throw new Refusal("the sign-in is older than was asked");
        }
    }

    /// <summary>Exactly the claims that the portal uses. Roles are ours (design §4), whatever the provider says.</summary>
    private ClaimsIdentity Identity(JsonElement claims)
    {
        var parameters = options.TokenValidationParameters;
        var identity = new ClaimsIdentity(scheme, parameters.NameClaimType, parameters.RoleClaimType);
        foreach (var name in RequiredClaims)
        {
            Add(name, ProviderChannel.Text(claims, name) ?? throw new Refusal($"it has no {name}"));
        }

        foreach (var name in OptionalClaims)
        {
            if (ProviderChannel.Text(claims, name) is { } value)
            {
                Add(name, value);
            }
        }

        if (Seconds(claims, "auth_time") is { } authenticated)
        {
            Add("auth_time", authenticated.ToString(System.Globalization.CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);
        }

        if (claims.TryGetProperty("amr", out var methods) && methods.ValueKind == JsonValueKind.Array)
        {
            foreach (var method in methods.EnumerateArray().Where(method => method.ValueKind == JsonValueKind.String))
            {
                Add("amr", method.GetString()!);
            }
        }

        return identity;

        void Add(string type, string value, string valueType = ClaimValueTypes.String) =>
            identity.AddClaim(new Claim(type, value, valueType, options.Authority));
    }

    private static long? Seconds(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds)
            ? seconds
            : null;

    private sealed class Refusal(string reason, Exception? cause = null)
        : OpenIdConnectProtocolException($"The ID token was refused: {reason}.", cause);
}
