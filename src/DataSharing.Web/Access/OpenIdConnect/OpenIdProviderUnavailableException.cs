namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>
/// The identity provider cannot be reached, or answers in a way no sign-in can begin or end with. Not the person's
/// fault and worth trying again later: the host shows it as 503.
/// </summary>
public sealed class OpenIdProviderUnavailableException : Exception
{
    public OpenIdProviderUnavailableException()
        : this("The identity provider is unavailable.") { }

    public OpenIdProviderUnavailableException(string message)
        : base(message) { }

    public OpenIdProviderUnavailableException(string message, Exception innerException)
        : base(message, innerException) { }
}
