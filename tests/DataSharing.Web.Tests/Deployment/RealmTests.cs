using System.Text.Json.Nodes;
using DataSharing.Web.Access.OpenIdConnect;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace DataSharing.Web.Tests.Deployment;

public sealed class RealmTests
{
    private readonly Realm _realm = Realm.Read();

    [Fact]
    public void People_AreTheSamplesPeople()
    {
        var samples = JsonNode.Parse(Repository.Read("src/DataSharing.Demo/Samples/organisations.json"))!;
        var people = samples["organisations"]!
            .AsArray()
            .SelectMany(organisation => organisation!["people"]!.AsArray())
            .Concat(samples["withoutOrganisation"]!.AsArray());

        Assert.Equal(
            people.Select(person => (Text(person!, "subject"), Text(person!, "name"), Text(person!, "email"))).Order(),
            _realm
                .Users.Select(user => (Text(user, "username"), $"{Text(user, "firstName")} {Text(user, "lastName")}", Text(user, "email")))
                .Order()
        );
    }

    /// <summary>The id is the subject that the portal knows a person by; Keycloak would make up another at every import.</summary>
    [Fact]
    public void Ids_AreWrittenDownAndUnique()
    {
        var ids = _realm.Users.Select(user => Guid.ParseExact(Text(user, "id"), "D")).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void People_CanSignInAtOnce() =>
        Assert.All(
            _realm.Users,
            user =>
            {
                Assert.True(Flag(user, "enabled"));
                Assert.True(Flag(user, "emailVerified"));
                Assert.Null(user["requiredActions"]);
            }
        );

    [Fact]
    public void Secrets_AreNotInTheFile()
    {
        Assert.Equal("${DATASHARING_CLIENT_SECRET}", Text(_realm.Client, "secret"));
        Assert.All(
            _realm.Users,
            user => Assert.Equal("${DATASHARING_PEOPLE_PASSWORD}", Text(user["credentials"]!.AsArray().Single()!, "value"))
        );
        Assert.Null(_realm.Root["components"]); // signing keys are made by Keycloak
    }

    [Theory]
    [InlineData("enabled", true)]
    [InlineData("standardFlowEnabled", true)]
    [InlineData("implicitFlowEnabled", false)]
    [InlineData("directAccessGrantsEnabled", false)]
    [InlineData("serviceAccountsEnabled", false)]
    [InlineData("publicClient", false)]
    [InlineData("fullScopeAllowed", false)]
    public void Client_Opens_OnlyTheCodeFlow(string setting, bool value) => Assert.Equal(value, Flag(_realm.Client, setting));

    [Fact]
    public void Client_Asks_ForPkceAndASignatureThatThePortalTakes()
    {
        var attributes = _realm.Client["attributes"]!;

        Assert.Equal("S256", Text(attributes, "pkce.code.challenge.method"));
        Assert.Contains(Text(attributes, "id.token.signed.response.alg"), ProviderTokens.Algorithms);
    }

    /// <summary>In Keycloak's scope <c>basic</c> are sub and auth_time; <c>openid</c> needs none of its own.</summary>
    [Fact]
    public void Client_Has_TheScopesThatThePortalAsksFor()
    {
        var scopes = _realm.Client["defaultClientScopes"]!.AsArray().Select(scope => scope!.GetValue<string>()).ToList();

        Assert.Contains("basic", scopes);
        Assert.All(new OpenIdConnectOptions().Scope.Except(["openid"]), scope => Assert.Contains(scope, scopes));
        Assert.Null(_realm.Root["clientScopes"]); // a list here would replace Keycloak's own, which these are from
    }

    [Theory]
    [InlineData("registrationAllowed", false)]
    [InlineData("resetPasswordAllowed", false)]
    [InlineData("bruteForceProtected", true)]
    public void Realm_LetsNobodyElseIn(string setting, bool value) => Assert.Equal(value, Flag(_realm.Root, setting));

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    private static bool Flag(JsonNode node, string member) => node[member]!.GetValue<bool>();
}
