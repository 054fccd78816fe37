using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Web.Access.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DataSharing.Web.Tests.Access.OpenIdConnect;

/// <summary>The provider is away, broken or not who it should be: nobody gets in, and the person is told to try later.</summary>
public sealed class ProviderOutageTests
{
    [Fact]
    public async Task Challenge_ProviderDown_IsUnavailableUntilItIsBack()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        host.Provider.Down = true;

        using var response = await browser.GetAsync("/private");
        await host.AssertRefusedAsync(browser, response, "metadata cannot be had", HttpStatusCode.ServiceUnavailable);
        Assert.IsType<OpenIdProviderUnavailableException>(host.Failure);

        host.Provider.Down = false;
        host.Clock.Advance(ProviderMetadata.Pause);
        using var signedIn = await host.SignInAsync(browser);
        Assert.Single(host.Tickets);
    }

    [Fact]
    public async Task Challenge_ProviderDown_KnocksOnceInAWhile()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        host.Provider.Down = true;

        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => browser.GetAsync("/private")));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode));
        Assert.Single(host.Provider.Requests);
    }

    [Fact]
    public async Task Challenge_ProviderDownSinceTheMetadataWasRead_GoesOn()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        await browser.RedirectAsync("/private");
        host.Provider.Down = true;

        host.Clock.Advance(2 * BaseConfigurationManager.DefaultAutomaticRefreshInterval);
        await browser.RedirectAsync("/private");

        Assert.Equal(3, host.Provider.Requests.Count);
        host.Clock.Advance(ProviderMetadata.Pause);
        host.Provider.Down = false;
        using var response = await host.SignInAsync(browser);
        Assert.Single(host.Tickets);
    }

    [Fact]
    public async Task Metadata_Fresh_IsReadOnce()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        for (var i = 0; i < 5; i++)
        {
            host.Clock.Advance(TimeSpan.FromHours(2));
            await browser.RedirectAsync("/private");
        }

        Assert.Equal(["/.well-known/openid-configuration", "/keys"], host.Provider.Requests);
    }

    [Fact]
    public async Task Callback_ProviderDown_IsUnavailable()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var callback = await host.BeginAsync(browser);
        host.Provider.Down = true;

        using var response = await browser.GetAsync(callback);

        await host.AssertRefusedAsync(browser, response, "cannot be reached", HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Callback_ProviderHangs_GivesUpInTime()
    {
        await using var host = await SignInHost.StartAsync(options => options.BackchannelTimeout = TimeSpan.FromMilliseconds(200));
        using var browser = host.NewBrowser();
        var callback = await host.BeginAsync(browser);
        host.Provider.Answer = _ => new HttpResponseMessage { Content = new StreamContent(new NeverEndingStream(pause: true)) };

        using var response = await browser.GetAsync(callback);

        await host.AssertRefusedAsync(browser, response, "did not answer in time", HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("/token")]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/keys")]
    public async Task Answer_WithoutEnd_IsCutOff(string path)
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var endless = new NeverEndingStream(pause: false);
        host.Provider.Answer = request =>
            request.RequestUri!.AbsolutePath == path ? new HttpResponseMessage { Content = new StreamContent(endless) } : null;

        using var response = path == "/token" ? await host.SignInAsync(browser) : await browser.GetAsync("/private");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.InRange(endless.BytesRead, 1024 * 1024, 2 * 1024 * 1024);
    }

    [Theory]
    [InlineData(400, "application/json", """{"error":"invalid_grant","error_description":"secret detail"}""", "'invalid_grant'", 400)]
    [InlineData(401, "application/json", """{"error":"invalid_client"}""", "'invalid_client'", 400)]
    [InlineData(400, "application/json", """{"error":"<script>"}""", "Message contains error", 400)]
    [InlineData(400, "application/json", "{}", "Message contains error", 400)]
    [InlineData(400, "text/html", "<h1>No</h1>", "Failed to parse token response body", 400)]
    [InlineData(302, "text/html", "", "Failed to parse token response body", 400)]
    [InlineData(200, "text/html", "<h1>Welcome</h1>", "Failed to parse token response body", 400)]
    [InlineData(200, "text/html", """{"id_token":"x","access_token":"x","token_type":"Bearer"}""", "SecurityTokenMalformedException", 400)]
    [InlineData(200, "application/json", "<h1>Welcome</h1>", "Failed to parse token response body", 400)]
    [InlineData(200, "application/json", "", "Failed to parse token response body", 400)]
    [InlineData(200, "application/json", "[]", "Failed to parse token response body", 400)]
    [InlineData(200, "application/json", "null", "Failed to parse token response body", 400)]
    [InlineData(200, "application/json", """{"id_token":"x","id_token":"y"}""", "lacks a token", 400)]
    [InlineData(200, "application/json", """{"error":"invalid_grant"}""", "lacks a token", 400)]
    [InlineData(429, "application/json", """{"error":"slow_down"}""", "answered 429", 503)]
    [InlineData(500, "text/html", "<h1>Oops</h1>", "answered 500", 503)]
    [InlineData(503, "application/json", "{}", "answered 503", 503)]
    public async Task TokenEndpoint_AnswersBadly_IsRefused(int status, string type, string body, string reason, int shown)
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        host.Provider.Answer = request =>
            request.RequestUri!.AbsolutePath == "/token"
                ? new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) }
                : null;

        using var response = await host.SignInAsync(browser);

        await host.AssertRefusedAsync(browser, response, reason, (HttpStatusCode)shown);
        Assert.All(
            ["secret detail", "<script>"],
            words => Assert.DoesNotContain(host.Log, line => line.Contains(words, StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("issuer", "https://evil.example.test")]
    [InlineData("issuer", "https://id.example.test/")]
    [InlineData("issuer", null)]
    [InlineData("authorization_endpoint", null)]
    [InlineData("authorization_endpoint", "javascript:alert(1)")]
    [InlineData("authorization_endpoint", "/authorize")]
    [InlineData("token_endpoint", null)]
    [InlineData("token_endpoint", "http://id.example.test/token")]
    [InlineData("jwks_uri", "http://id.example.test/keys")]
    [InlineData("jwks_uri", "https://id.example.test/nothing")]
    [InlineData("jwks_uri", null)]
    [InlineData("pushed_authorization_request_endpoint", "http://id.example.test/par")]
    [InlineData("end_session_endpoint", "http://id.example.test/logout")]
    public async Task Metadata_Wrong_IsNotUsed(string member, string? value)
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        host.Provider.Metadata.Remove(member);
        if (value is not null)
        {
            host.Provider.Metadata[member] = value;
        }

        using var response = await browser.GetAsync("/private");

        await host.AssertRefusedAsync(browser, response, "metadata cannot be had", HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Metadata_TurnsWrong_IsNotTakenForTheGoodOne()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        await browser.RedirectAsync("/private");
        host.Provider.Metadata["issuer"] = "https://evil.example.test";
        host.Provider.Metadata["authorization_endpoint"] = "https://evil.example.test/authorize";
        host.Clock.Advance(2 * BaseConfigurationManager.DefaultAutomaticRefreshInterval);

        Assert.Equal("id.example.test", (await browser.RedirectAsync("/private")).Host);
    }

    [Fact]
    public async Task Metadata_WithoutKeys_IsNotUsed()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        host.Provider.Answer = request =>
            request.RequestUri!.AbsolutePath == "/keys" ? ScriptedProvider.Json(new JsonObject { ["keys"] = new JsonArray() }) : null;

        using var response = await browser.GetAsync("/private");

        await host.AssertRefusedAsync(browser, response, "metadata cannot be had", HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Metadata_AtAnAddressOfItsOwn_IsReadThereAndNamesTheAuthority()
    {
        await using var host = await SignInHost.StartAsync(options => options.MetadataAddress = "https://internal.example.test/metadata");
        using var browser = host.NewBrowser();
        host.Provider.Answer = request =>
            request.RequestUri!.AbsolutePath == "/metadata" ? ScriptedProvider.Json(host.Provider.Metadata.DeepClone()) : null;

        using var response = await host.SignInAsync(browser);

        Assert.Single(host.Tickets);
    }

    [Fact]
    public async Task Provider_WithoutHttpsWhereAllowed_Serves()
    {
        await using var host = await SignInHost.StartAsync(options =>
        {
            options.RequireHttpsMetadata = false;
            options.MetadataAddress = "http://id.example.test/.well-known/openid-configuration";
        });
        using var browser = host.NewBrowser();
        host.Provider.Metadata["token_endpoint"] = "http://id.example.test/token";

        using var response = await host.SignInAsync(browser);

        Assert.Single(host.Tickets);
    }

    private sealed class NeverEndingStream(bool pause) : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (pause)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            buffer.Span.Fill((byte)' ');
            BytesRead += buffer.Length;
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
