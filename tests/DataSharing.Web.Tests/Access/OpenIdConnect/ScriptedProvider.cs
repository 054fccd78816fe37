using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Tests.Access.OpenIdConnect;

/// <summary>
/// An OpenID provider behind the back channel. It behaves unless told otherwise: it checks the client's secret, the redirect
/// address, the PKCE verifier and that a code is used once.
/// </summary>
internal sealed class ScriptedProvider(TimeProvider clock) : HttpMessageHandler
{
    public const string Issuer = "https://id.example.test";
    public const string ClientId = "data sharing:portal";
    public const string ClientSecret = "a secret/with+signs that is long enough for HMAC";
    public const string AccessToken = "an-access-token-nobody-should-see";

    private readonly Dictionary<string, Dictionary<string, string>> codes = [];
    private readonly Dictionary<string, Dictionary<string, string>> pushed = [];
    private readonly HashSet<string> assertions = [];

    public SigningKey Key { get; private set; } = SigningKey.First;

    /// <summary>The public key by which the client is known; null if by its secret.</summary>
    public ECDsa? ClientKey { get; set; }

    public List<string> Requests { get; } = [];

    public List<Dictionary<string, string>> TokenRequests { get; } = [];

    public JsonObject Metadata { get; } =
        new()
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = $"{Issuer}/authorize",
            ["token_endpoint"] = $"{Issuer}/token",
            ["jwks_uri"] = $"{Issuer}/keys",
            ["end_session_endpoint"] = $"{Issuer}/logout",
            ["response_types_supported"] = new JsonArray("code"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["authorization_response_iss_parameter_supported"] = true,
        };

    /// <summary>Set to answer nothing.</summary>
    public bool Down { get; set; }

    /// <summary>The last word on any back-channel request; null lets the provider behave.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Answer { get; set; } = _ => null;

    public Action<JsonObject> Claims { get; set; } = _ => { };

    /// <summary>Claims beside those of <see cref="Claims"/>.</summary>
    public Action<JsonObject> MoreClaims { get; set; } = _ => { };

    public Action<JsonObject> Header { get; set; } = _ => { };

    /// <summary>Turns header and claims into the ID token; signs with <see cref="Key"/> unless set.</summary>
    public Func<JsonObject, JsonObject, string>? Sign { get; set; }

    public Action<JsonObject> TokenResponse { get; set; } = _ => { };

    public void RollKeys() => Key = new SigningKey("second");

    /// <summary>A provider with one key and no names for keys.</summary>
    public void UseNamelessKey() => Key = new SigningKey(null);

    public void OfferPushedRequests() => Metadata["pushed_authorization_request_endpoint"] = $"{Issuer}/par";

    /// <summary>What the provider's sign-in page does in the end: the address the browser is sent back to.</summary>
    public Uri Authorise(Uri request)
    {
        var asked = Query(request);
        if (asked.TryGetValue("request_uri", out var reference))
        {
            pushed.Remove(reference, out var kept);
            asked = kept!;
        }

        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16));
        codes[code] = asked;
        return new Uri(
            QueryHelpers.AddQueryString(
                asked["redirect_uri"],
                new Dictionary<string, string?>
                {
                    ["code"] = code,
                    ["state"] = asked["state"],
                    ["iss"] = Issuer,
                }
            )
        );
    }

    public static Dictionary<string, string> Query(Uri address) =>
        QueryHelpers.ParseQuery(address.Query).ToDictionary(p => p.Key, p => p.Value.Single()!);

    public static HttpResponseMessage Json(JsonNode content, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(content.ToJsonString(), Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        Requests.Add(path);
        if (Down)
        {
            throw new HttpRequestException("Connection refused");
        }

        if (Answer(request) is { } scripted)
        {
            return scripted;
        }

        return path switch
        {
            "/.well-known/openid-configuration" => Json(Metadata.DeepClone()),
            "/keys" => Json(new JsonObject { ["keys"] = new JsonArray(Key.PublicJwk) }),
            "/token" => Redeem(await FormAsync(request, cancellationToken), request.Headers.Authorization),
            "/par" => Push(await FormAsync(request, cancellationToken), request.Headers.Authorization),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        };
    }

    private HttpResponseMessage Push(Dictionary<string, string> form, AuthenticationHeaderValue? authorization)
    {
        if (!IsClient(form, authorization))
        {
            return Json(new JsonObject { ["error"] = "invalid_client" }, HttpStatusCode.Unauthorized);
        }

        var reference = $"urn:ietf:params:oauth:request_uri:{pushed.Count}";
        pushed[reference] = form;
        return Json(new JsonObject { ["request_uri"] = reference, ["expires_in"] = 60 }, HttpStatusCode.Created);
    }

    private HttpResponseMessage Redeem(Dictionary<string, string> form, AuthenticationHeaderValue? authorization)
    {
        TokenRequests.Add(form);
        if (!IsClient(form, authorization))
        {
            return Json(new JsonObject { ["error"] = "invalid_client" }, HttpStatusCode.Unauthorized);
        }

        if (
            !codes.Remove(form["code"], out var asked)
            || form["grant_type"] != "authorization_code"
            || form["redirect_uri"] != asked["redirect_uri"]
            || asked["code_challenge_method"] != "S256"
            || asked["code_challenge"] != Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"])))
        )
        {
            return Json(new JsonObject { ["error"] = "invalid_grant" }, HttpStatusCode.BadRequest);
        }

        var response = new JsonObject
        {
            ["token_type"] = "Bearer",
            ["access_token"] = AccessToken,
            ["expires_in"] = 300,
            ["id_token"] = IdToken(asked),
        };
        TokenResponse(response);
        return Json(response);
    }

    private string IdToken(Dictionary<string, string> asked)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT" };
        if (Key.Kid is not null)
        {
            header["kid"] = Key.Kid;
        }

        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["sub"] = "amina",
            ["aud"] = ClientId,
            ["exp"] = now + 300,
            ["iat"] = now,
            ["nonce"] = asked["nonce"],
            ["name"] = "Amina Khan",
            ["auth_time"] = now - 5,
            ["acr"] = "urn:example:two-factors",
            ["amr"] = new JsonArray("pwd", "otp"),
            ["email"] = "amina@example.test",
            ["role"] = "Administrator",
            ["roles"] = new JsonArray("Administrator"),
            ["at_hash"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(AccessToken))[..16]),
        };
        Header(header);
        Claims(claims);
        MoreClaims(claims);
        return Sign is null ? Key.Sign(header, SigningKey.Json(claims)) : Sign(header, claims);
    }

    private bool IsClient(Dictionary<string, string> form, AuthenticationHeaderValue? authorization)
    {
        if (ClientKey is not null)
        {
            return authorization is null && !form.ContainsKey("client_secret") && IsOfTheClientsKey(form);
        }

        return authorization is null && form["client_id"] == ClientId && form["client_secret"] == ClientSecret;
    }

    /// <summary>RFC 7523 §3, as strictly as a provider may: each assertion once.</summary>
    private bool IsOfTheClientsKey(Dictionary<string, string> form)
    {
        var key = new ECDsaSecurityKey(ClientKey);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        var assertion = form["client_assertion"];
        var parts = assertion.Split('.');
        var header = JsonNode.Parse(Base64UrlEncoder.Decode(parts[0]))!;
        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(parts[1]))!;
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return form["client_id"] == ClientId
            && form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
            && header["alg"]!.GetValue<string>() == "ES256"
            && header["kid"]!.GetValue<string>() == key.KeyId
            && claims["iss"]!.GetValue<string>() == ClientId
            && claims["sub"]!.GetValue<string>() == ClientId
            && claims["aud"]!.GetValue<string>() == Issuer
            && claims["iat"]!.GetValue<long>() == now
            && claims["exp"]!.GetValue<long>() == now + 60
            && assertions.Add(claims["jti"]!.GetValue<string>())
            && ClientKey!.VerifyData(
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                Base64UrlEncoder.DecodeBytes(parts[2]),
                HashAlgorithmName.SHA256
            );
    }

    private static async Task<Dictionary<string, string>> FormAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        QueryHelpers
            .ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken))
            .ToDictionary(p => p.Key, p => p.Value.Single()!);
}
