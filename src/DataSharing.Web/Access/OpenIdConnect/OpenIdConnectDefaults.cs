namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>The names under which the handler registers itself, as in ASP.NET Core's own package.</summary>
public static class OpenIdConnectDefaults
{
    public const string AuthenticationScheme = "OpenIdConnect";

    public const string DisplayName = "OpenID Connect";
}
