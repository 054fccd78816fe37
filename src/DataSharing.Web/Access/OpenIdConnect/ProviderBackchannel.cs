using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>
/// Requests to the provider: forms are posted as the confidential client that we are, and what comes back is a JSON object of a bounded
/// size, or an exception that says whether the provider refused or is away. Its own words are never quoted.
/// </summary>
internal sealed class ProviderBackchannel(OpenIdConnectOptions options, ClientKey? key, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public const long LargestAnswer = 1024 * 1024;

    /// <summary>A member named twice means one thing to us and another to somebody else.</summary>
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>An error code fit for a log: RFC 6749 §5.2 allows visible ASCII; the codes in use are shorter than this and plainer.</summary>
    public static string ErrorCode(string? error) =>
        error is { Length: > 0 and <= 64 } && error.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
            ? error
            : "unspecified error";

    /// <exception cref="OpenIdProviderUnavailableException">No answer, or one that says the provider is in trouble.</exception>
    /// <exception cref="OpenIdConnectProtocolException">The token endpoint refuses, or answers what the specification does not promise.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var form = QueryHelpers
            .ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken))
            .ToDictionary(field => field.Key, field => field.Value.ToString());
        await AuthenticateAsync(request, form, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests)
            {
                throw new OpenIdProviderUnavailableException($"The identity provider answered {(int)response.StatusCode}.");
            }

            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            await CheckAsync(response, cancellationToken);
            return response;
        }
        catch (HttpRequestException exception)
        {
            throw new OpenIdProviderUnavailableException("The identity provider cannot be reached.", exception);
        }
        catch (OperationCanceledException exception)
        {
            throw new OpenIdProviderUnavailableException("The identity provider did not answer in time.", exception);
        }
        catch (OpenIdConnectProtocolException exception) when (!form.ContainsKey("grant_type"))
        {
            throw new OpenIdProviderUnavailableException("The identity provider did not take the request.", exception);
        }
    }

    /// <summary>
    /// With a key, the key (RFC 7523 §2.2). With a secret, the Authorization header, with both parts form-encoded first (RFC 6749 §2.3.1);
    /// the form only where the metadata offers nothing else. Metadata without a list means the header (OpenID Connect Discovery §3).
    /// </summary>
    private async Task AuthenticateAsync(HttpRequestMessage request, Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        var metadata = await options.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        var methods = metadata.TokenEndpointAuthMethodsSupported;
        form.Remove("client_secret");
        if (key is not null)
        {
            form["client_id"] = options.ClientId!;
            form["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            form["client_assertion"] = key.Assertion(options.ClientId!, metadata.Issuer, options.TimeProvider!.GetUtcNow());
        }
        else if (methods.Count == 0 || methods.Contains("client_secret_basic"))
        {
            if (form.ContainsKey("grant_type"))
            {
                form.Remove("client_id"); // an authorisation request names its client all the same (RFC 9126 §2.1)
            }

            var credentials = $"{WebUtility.UrlEncode(options.ClientId)}:{WebUtility.UrlEncode(options.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.ASCII.GetBytes(credentials))
            );
        }
        else if (methods.Contains("client_secret_post"))
        {
            form["client_id"] = options.ClientId!;
            form["client_secret"] = options.ClientSecret!;
        }
        else
        {
            throw new OpenIdProviderUnavailableException("The identity provider offers no way to authenticate with a client secret.");
        }

        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Content = new FormUrlEncodedContent(form);
    }

    private static async Task CheckAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            if (string.Equals(response.Content.Headers.ContentType?.MediaType, "application/json", StringComparison.OrdinalIgnoreCase))
            {
                using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken), Strict);
                if (answer.RootElement.ValueKind == JsonValueKind.Object)
                {
                    if (!response.IsSuccessStatusCode)
                    {
                        var error = ErrorCode(ProviderTokens.Text(answer.RootElement, "error"));
                        throw new OpenIdConnectProtocolException($"The identity provider refused: {error}.");
                    }

                    return;
                }
            }
        }
        catch (JsonException)
        {
            // Not quoted: it may be half a token.
        }

        throw new OpenIdConnectProtocolException($"The identity provider answered {(int)response.StatusCode} without a JSON object.");
    }
}
