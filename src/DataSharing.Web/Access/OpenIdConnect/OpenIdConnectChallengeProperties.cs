using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DataSharing.Web.Access.OpenIdConnect;

/// <summary>What one challenge asks for beyond the options: a fresh sign-in sets both.</summary>
public sealed class OpenIdConnectChallengeProperties : OAuthChallengeProperties
{
    public static readonly string MaxAgeKey = OpenIdConnectParameterNames.MaxAge;

    public static readonly string PromptKey = OpenIdConnectParameterNames.Prompt;

    /// <summary>
    /// How long ago the person may have signed in at the provider; checked against <c>auth_time</c> on return (OpenID
    /// Connect Core §3.1.2.1).
    /// </summary>
    public TimeSpan? MaxAge
    {
        get => GetParameter<TimeSpan?>(MaxAgeKey);
        set => SetParameter(MaxAgeKey, value);
    }

    public string? Prompt
    {
        get => GetParameter<string>(PromptKey);
        set => SetParameter(PromptKey, value);
    }
}
