using System.Net;
using Microsoft.Net.Http.Headers;

namespace DataSharing.Web.Tests.Access.OpenIdConnect;

/// <summary>One person's browser: it keeps cookies by the test's clock, follows nothing by itself, and remembers what it was given.</summary>
internal sealed class Browser(HttpMessageHandler portal, TimeProvider clock, string origin) : IDisposable
{
    private readonly HttpClient client = new(portal) { BaseAddress = new Uri(origin) };

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Every Set-Cookie header of the whole visit.</summary>
    public List<SetCookieHeaderValue> Given { get; } = [];

    public Task<HttpResponseMessage> GetAsync(string address) => GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));

    public Task<HttpResponseMessage> GetAsync(Uri address) => SendAsync(HttpMethod.Get, address);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var lines))
        {
            foreach (var cookie in SetCookieHeaderValue.ParseList([.. lines]))
            {
                Given.Add(cookie);
                if (cookie.Expires <= clock.GetUtcNow())
                {
                    Cookies.Remove(cookie.Name.Value!);
                }
                else
                {
                    Cookies[cookie.Name.Value!] = cookie.Value.Value!;
                }
            }
        }

        return response;
    }

    /// <summary>Asks for an address that redirects, and says where to.</summary>
    public async Task<Uri> RedirectAsync(string address)
    {
        using var response = await GetAsync(address);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return response.Headers.Location!;
    }

    public void Dispose() => client.Dispose();
}
