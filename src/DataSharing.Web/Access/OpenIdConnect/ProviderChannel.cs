using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>Forms posted to the provider as the confidential client we are, and the JSON that it answers.</summary>
internal sealed class ProviderChannel(OpenIdConnectOptions options)
{
    /// <summary>A member named twice means one thing to us and another to somebody else.</summary>
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <exception cref="OpenIdProviderUnavailableException">No answer, or one that says the provider is in trouble.</exception>
    /// <exception cref="OpenIdConnectProtocolException">An answer that refuses, or is not what the specification promises.</exception>
    public async Task<JsonElement> PostAsync(
        string endpoint,
        IReadOnlyDictionary<string, string> form,
        OpenIdConnectConfiguration metadata,
        CancellationToken cancellationToken
    )
    {
        using var request = Authenticated(endpoint, form, metadata);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await options.Backchannel.SendAsync(request, cancellationToken);
            if (response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests)
            {
                throw new OpenIdProviderUnavailableException($"The identity provider answered {(int)response.StatusCode}.");
            }

            var answer = await ReadAsync(response, cancellationToken);
            return response.IsSuccessStatusCode
                ? answer
                : throw new OpenIdConnectProtocolException($"The identity provider refused: {ErrorCode(Text(answer, "error"))}.");
        }
        catch (HttpRequestException exception)
        {
            throw new OpenIdProviderUnavailableException("The identity provider cannot be reached.", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new OpenIdProviderUnavailableException("The identity provider did not answer in time.", exception);
        }
    }

    /// <summary>The member as text; null if it is missing, empty or something else.</summary>
    public static string? Text(JsonElement answer, string member) =>
        answer.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>An error code fit for a log: RFC 6749 §5.2 allows visible ASCII; the codes in use are shorter than this and plainer.</summary>
    public static string ErrorCode(string? error) =>
        error is { Length: > 0 and <= 64 } && error.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
            ? error
            : "unspecified error";

    /// <summary>
    /// RFC 6749 §2.3.1: the Authorization header, with both parts form-encoded first; the form only where the metadata offers
    /// nothing else. Metadata without a list means the header (OpenID Connect Discovery §3).
    /// </summary>
    private HttpRequestMessage Authenticated(string endpoint, IReadOnlyDictionary<string, string> form, OpenIdConnectConfiguration metadata)
    {
        var methods = metadata.TokenEndpointAuthMethodsSupported;
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        if (methods.Count == 0 || methods.Contains("client_secret_basic"))
        {
            var credentials = $"{WebUtility.UrlEncode(options.ClientId)}:{WebUtility.UrlEncode(options.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.ASCII.GetBytes(credentials))
            );
            request.Content = new FormUrlEncodedContent(form);
            return request;
        }

        if (!methods.Contains("client_secret_post"))
        {
            request.Dispose();
            throw new OpenIdProviderUnavailableException("The identity provider offers no way to authenticate with a client secret.");
        }

        var withSecret = new Dictionary<string, string>(form)
        {
            ["client_id"] = options.ClientId!,
            ["client_secret"] = options.ClientSecret!,
        };
        request.Content = new FormUrlEncodedContent(withSecret);
        return request;
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (
            response.Content.Headers.ContentType?.MediaType is { } type
            && type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        )
        {
            try
            {
                await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
                using var document = await JsonDocument.ParseAsync(body, Strict, cancellationToken);
                if (document.RootElement.ValueKind == JsonValueKind.Object)
                {
                    return document.RootElement.Clone();
                }
            }
            catch (JsonException)
            {
                // Not quoted: it may be half a token.
            }
        }

        throw new OpenIdConnectProtocolException($"The identity provider answered {(int)response.StatusCode} without a JSON object.");
    }
}
