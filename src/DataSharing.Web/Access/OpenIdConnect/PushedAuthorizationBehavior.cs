namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>Whether the authorisation request goes through the back channel first (RFC 9126).</summary>
public enum PushedAuthorizationBehavior
{
    UseIfAvailable,
    Disable,
    Require,
}
