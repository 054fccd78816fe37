namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>What is worth a line. Codes, tokens, states and addresses with queries never are.</summary>
internal static partial class OpenIdConnectLog
{
    [LoggerMessage(2001, LogLevel.Debug, "Sending the browser to the identity provider (request pushed: {Pushed}).")]
    public static partial void SendingToProvider(this ILogger logger, bool pushed);

    [LoggerMessage(2002, LogLevel.Error, "The identity provider is unavailable.")]
    public static partial void ProviderUnavailable(this ILogger logger, Exception exception);

    [LoggerMessage(2003, LogLevel.Warning, "A sign-in response was refused: {Reason}")]
    public static partial void ResponseRefused(this ILogger logger, string reason);

    [LoggerMessage(2004, LogLevel.Information, "An ID token names a key not known yet; reading the identity provider's keys again.")]
    public static partial void UnknownKey(this ILogger logger);

    [LoggerMessage(2005, LogLevel.Warning, "A return address that is not a path of this site was replaced by the front page.")]
    public static partial void ReturnAddressRefused(this ILogger logger);

    [LoggerMessage(2006, LogLevel.Warning, "Signed out here only: the identity provider is unavailable or offers no sign-out.")]
    public static partial void SignedOutHereOnly(this ILogger logger);
}
