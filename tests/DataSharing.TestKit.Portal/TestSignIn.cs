using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DataSharing.TestKit.Portal;

/// <summary>Takes the word of a test or a benchmark for who signed in and when; for nothing else.</summary>
public sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Test";
    public const string Header = "X-Test-Person";
    public const string Issuer = "https://provider.test";

    /// <summary>What the header says.</summary>
    public static string Write(string subject, TimeSpan ago, string? verifiedAddress = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{subject}|{ago.TotalSeconds}|{verifiedAddress}");

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ } header])
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var parts = header.Split('|');
        var at = TimeProvider.GetUtcNow() - TimeSpan.FromSeconds(double.Parse(parts[1], CultureInfo.InvariantCulture));
        var address = parts.ElementAtOrDefault(2);
        Claim[] claims =
        [
            .. string.IsNullOrEmpty(address)
                ? Array.Empty<Claim>()
                : [new(PersonClaims.Email, address), new(PersonClaims.EmailVerified, "true", ClaimValueTypes.Boolean)],
            new(PersonClaims.Issuer, Issuer),
            new(PersonClaims.Subject, parts[0]),
            new(PersonClaims.Name, parts[0]),
            new(PersonClaims.AuthenticatedAt, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ];
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName, PersonClaims.Name, "role")),
            SchemeName
        );
        return Task.FromResult(AuthenticateResult.Success(ticket));
    }
}
