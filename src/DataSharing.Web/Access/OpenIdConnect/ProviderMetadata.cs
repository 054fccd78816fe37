using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>The library's manager of metadata and keys, which also says "unavailable" in our own words.</summary>
internal sealed class ProviderMetadata : ConfigurationManager<OpenIdConnectConfiguration>
{
    /// <summary>Between two attempts: neither a dead provider nor a stream of unknown keys makes us knock more often.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public ProviderMetadata(OpenIdConnectOptions options)
        : base(
            options.MetadataAddress,
            new Retriever(options),
            new HttpDocumentRetriever(options.Backchannel) { RequireHttps = options.RequireHttpsMetadata }
        ) => RefreshInterval = Pause;

    /// <exception cref="OpenIdProviderUnavailableException">There is no metadata yet that would do.</exception>
    public override async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        try
        {
            return await base.GetConfigurationAsync(cancel);
        }
        catch (InvalidOperationException exception)
        {
            throw new OpenIdProviderUnavailableException("The identity provider's metadata cannot be had.", exception);
        }
    }

    /// <summary>The library would ask a dead provider once for every person who waits, and compares no issuer.</summary>
    private sealed class Retriever(OpenIdConnectOptions options) : IConfigurationRetriever<OpenIdConnectConfiguration>
    {
        private DateTimeOffset nextAttempt = DateTimeOffset.MinValue;

        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(
            string address,
            IDocumentRetriever retriever,
            CancellationToken cancel
        )
        {
            var now = options.TimeProvider!.GetUtcNow();
            ProviderTokens.Insist(now >= nextAttempt, "The provider failed a moment ago.");
            nextAttempt = now + Pause;
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(address, retriever, cancel);
            Check(metadata);
            nextAttempt = DateTimeOffset.MinValue;
            return metadata;
        }

        /// <summary>
        /// OpenID Connect Discovery §4.3: the issuer is exactly the one that was asked. §3: endpoints are https addresses.
        /// </summary>
        private void Check(OpenIdConnectConfiguration metadata)
        {
            ProviderTokens.Insist(
                string.Equals(metadata.Issuer, options.Authority, StringComparison.Ordinal),
                "The metadata names another issuer."
            );
            ProviderTokens.Insist(metadata.SigningKeys.Count > 0, "The metadata leads to no signing key.");
            string?[] required = [metadata.AuthorizationEndpoint, metadata.TokenEndpoint];
            string?[] optional = [metadata.PushedAuthorizationRequestEndpoint, metadata.EndSessionEndpoint];
            ProviderTokens.Insist(
                required.Concat(optional.Where(endpoint => !string.IsNullOrEmpty(endpoint))).All(IsAllowed),
                "The metadata lacks an endpoint, or names one without https."
            );
        }

        private bool IsAllowed(string? endpoint) =>
            Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && !options.RequireHttpsMetadata));
    }
}

/// <summary>
/// The identity provider cannot be reached, or answers in a way no sign-in can begin or end with: worth trying again later.
/// </summary>
internal sealed class OpenIdProviderUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
