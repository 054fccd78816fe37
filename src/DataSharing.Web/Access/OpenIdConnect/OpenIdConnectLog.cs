namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>What is worth a line. Codes, tokens, states and addresses with queries never are.</summary>
internal static partial class OpenIdConnectLog
{
    [LoggerMessage(2002, LogLevel.Error, "The identity provider is unavailable.")]
    public static partial void ProviderUnavailable(this ILogger logger, Exception exception);

    [LoggerMessage(2003, LogLevel.Warning, "A sign-in response was refused: {Reason}")]
    public static partial void ResponseRefused(this ILogger logger, string reason);

    [LoggerMessage(2005, LogLevel.Warning, "A return address that is not a path of this site was replaced by the front page.")]
    public static partial void ReturnAddressRefused(this ILogger logger);

    [LoggerMessage(2006, LogLevel.Warning, "Signed out here only: the identity provider is unavailable or offers no sign-out.")]
    public static partial void SignedOutHereOnly(this ILogger logger);

    [LoggerMessage(2007, LogLevel.Information, "The identity provider ended {Sessions} sessions.")]
    public static partial void LoggedOut(this ILogger logger, int sessions);

    [LoggerMessage(2008, LogLevel.Warning, "A logout token was refused: {Reason}")]
    public static partial void LogoutRefused(this ILogger logger, string reason);
}
