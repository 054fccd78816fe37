using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>
/// Where the provider says that somebody has signed out (OpenID Connect Back-Channel Logout 1.0). No browser takes part: what counts is
/// the token, which is checked as an ID token is, and ends the rows of that session or person in every instance of the portal.
/// </summary>
internal sealed partial class BackChannelLogout(
    IOptionsMonitor<OpenIdConnectOptions> monitor,
    SessionStore sessions,
    ILogger<BackChannelLogout> logger
)
{
    public const string Path = "/signout-backchannel";

    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    private const string Type = "logout+jwt";

    /// <summary>A token of the provider has 1 or 2 kB.</summary>
    private const long LargestRequest = 32 * 1024;

    public async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var options = monitor.Get(OpenIdConnectDefaults.AuthenticationScheme);
            var logout = await CheckAsync(await ReadAsync(request, cancellationToken), options);
            if (await sessions.EndAsync(logout, cancellationToken) is not { } ended)
            {
                throw new OpenIdConnectProtocolException("The token was used before.");
            }

            LogEnded(logger, ended);
            return Results.Ok();
        }
        catch (Exception exception)
            when (exception is OpenIdConnectProtocolException or SecurityTokenException or ArgumentException or InvalidDataException)
        {
            // The library's messages can be switched to quote the token; its type names cannot.
            LogRefused(logger, exception is OpenIdConnectProtocolException ? exception.Message : exception.GetType().Name);
            return Results.Json(new { error = "invalid_request" }, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<string> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var isForm = request.HasFormContentType && request.ContentLength <= LargestRequest;
        ProviderTokens.Insist(isForm, "The request is no form of a sensible size.");
        var form = await request.ReadFormAsync(cancellationToken);
        return form["logout_token"] is [{ Length: > 0 } token]
            ? token
            : throw new OpenIdConnectProtocolException("The request does not have one logout token.");
    }

    /// <summary>§2.6, steps 1 to 8. That the token is used once is for the database to say.</summary>
    private static async Task<Logout> CheckAsync(string token, OpenIdConnectOptions options)
    {
        var parameters = ProviderTokens.Strict(options, Type);
        parameters.ConfigurationManager = (BaseConfigurationManager)options.ConfigurationManager!;
        await parameters.ConfigurationManager.GetBaseConfigurationAsync(CancellationToken.None); // that the provider is away is no refusal
        var result = await options.TokenHandler.ValidateTokenAsync(token, parameters);
        if (!result.IsValid)
        {
            throw result.Exception;
        }

        var jwt = (JsonWebToken)result.SecurityToken;
        using var payload = ProviderTokens.Parse(jwt.EncodedPayload);
        var claims = payload.RootElement;
        ProviderTokens.Insist(IsLogout(claims), "The token is not about a logout");
        ProviderTokens.Insist(!claims.TryGetProperty("nonce", out _), "The token has a nonce, as only an ID token has");
        ProviderTokens.Insist(
            IsTextOrMissing(claims, "sub") && IsTextOrMissing(claims, "sid"),
            "The token names somebody by something that is not text"
        );
        var (subject, session) = (ProviderTokens.Text(claims, "sub"), ProviderTokens.Text(claims, "sid"));
        ProviderTokens.Insist(subject is not null || session is not null, "The token names neither a person nor a session");
        var id = ProviderTokens.Text(claims, "jti");
        ProviderTokens.Insist(id is not null, "The token has no jti");
        return new Logout(
            options.Authority!,
            subject,
            session,
            SHA256.HashData(Encoding.UTF8.GetBytes(id!)),
            jwt.ValidTo + ProviderTokens.ClockSkew
        );
    }

    private static bool IsLogout(JsonElement claims) =>
        claims.TryGetProperty("events", out var events)
        && events.ValueKind == JsonValueKind.Object
        && events.TryGetProperty(Event, out var logout)
        && logout.ValueKind == JsonValueKind.Object;

    private static bool IsTextOrMissing(JsonElement claims, string name) =>
        !claims.TryGetProperty(name, out _) || ProviderTokens.Text(claims, name) is not null;

    [LoggerMessage(LogLevel.Information, "The identity provider ended {Sessions} sessions.")]
    private static partial void LogEnded(ILogger logger, int sessions);

    [LoggerMessage(LogLevel.Warning, "A logout token was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}

/// <summary>The provider's word that a person or one of their sessions has ended.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">The person; null where the token names only a session.</param>
/// <param name="SessionId">The provider's session; null where all of the person's end.</param>
/// <param name="TokenHash">SHA-256 of the token's id.</param>
/// <param name="TokenExpiresAt">Until when the token could be sent again.</param>
internal sealed record Logout(string Issuer, string? Subject, string? SessionId, byte[] TokenHash, DateTimeOffset TokenExpiresAt);
