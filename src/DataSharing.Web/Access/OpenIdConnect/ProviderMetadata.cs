using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>
/// The provider's metadata and keys (OpenID Connect Discovery §4), kept while they are fresh and used on while the
/// provider is down. The library's own manager refreshes in the background, so that a token signed with a new key would
/// be refused once; here the caller who asked for a refresh gets it.
/// </summary>
internal sealed class ProviderMetadata(string address, IDocumentRetriever documents, OpenIdConnectOptions options)
    : IConfigurationManager<OpenIdConnectConfiguration>,
        IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Between two attempts: neither a dead provider nor a stream of unknown keys makes us knock more often.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim gate = new(1);
    private volatile bool refreshRequested;
    private volatile State state = new(null, DateTimeOffset.MinValue, DateTimeOffset.MinValue, null);

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (Settled() is { } settled)
        {
            return settled;
        }

        await gate.WaitAsync(cancel);
        try
        {
            // Whoever waited finds what the one before has fetched, or the failure it met.
            if (Settled() is { } fetched)
            {
                return fetched;
            }

            state = await FetchAsync(state.Known);
            return state.Known ?? throw Unavailable(state.Failure!);
        }
        finally
        {
            gate.Release();
        }
    }

    public void RequestRefresh() => refreshRequested = true;

    /// <summary>What there is to answer without asking the provider; null when it must be asked.</summary>
    private OpenIdConnectConfiguration? Settled()
    {
        var (known, freshUntil, nextAttempt, failure) = state;
        var now = options.TimeProvider!.GetUtcNow();
        if (now >= nextAttempt && (now >= freshUntil || refreshRequested))
        {
            return null;
        }

        return known ?? throw Unavailable(failure!);
    }

    private async Task<State> FetchAsync(OpenIdConnectConfiguration? known)
    {
        refreshRequested = false;
        var clock = options.TimeProvider!;
        try
        {
            // Shared by everyone who waits, so no one request's cancellation ends it, but the time for both documents does.
            using var limit = new CancellationTokenSource(options.BackchannelTimeout);
            var fetched = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, limit.Token);
            Check(fetched);
            return new State(fetched, clock.GetUtcNow() + Lifetime, clock.GetUtcNow() + Pause, null);
        }
        catch (Exception exception)
        {
            return new State(known, DateTimeOffset.MinValue, clock.GetUtcNow() + Pause, exception);
        }
    }

    /// <summary>OpenID Connect Discovery §4.3: the issuer is exactly the one that was asked. §3: endpoints are https addresses.</summary>
    private void Check(OpenIdConnectConfiguration metadata)
    {
        if (!string.Equals(metadata.Issuer, options.Authority, StringComparison.Ordinal))
        {
            throw new OpenIdConnectProtocolException("The metadata names another issuer.");
        }

        if (metadata.SigningKeys.Count == 0)
        {
            throw new OpenIdConnectProtocolException("The metadata leads to no signing key.");
        }

        string?[] required = [metadata.AuthorizationEndpoint, metadata.TokenEndpoint];
        string?[] optional = [metadata.PushedAuthorizationRequestEndpoint, metadata.EndSessionEndpoint];
        if (!required.All(IsAllowed) || !optional.All(endpoint => string.IsNullOrEmpty(endpoint) || IsAllowed(endpoint)))
        {
            throw new OpenIdConnectProtocolException("The metadata lacks an endpoint, or names one without https.");
        }
    }

    private bool IsAllowed(string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && !options.RequireHttpsMetadata));

    private static OpenIdProviderUnavailableException Unavailable(Exception cause) =>
        new("The identity provider's metadata cannot be had.", cause);

    public void Dispose() => gate.Dispose();

    private sealed record State(
        OpenIdConnectConfiguration? Known,
        DateTimeOffset FreshUntil,
        DateTimeOffset NextAttempt,
        Exception? Failure
    );
}
