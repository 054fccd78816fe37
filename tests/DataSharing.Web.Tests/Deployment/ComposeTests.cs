using System.Text.Json.Nodes;
using DataSharing.Web.Access.OpenIdConnect;
using DataSharing.Web.Operations;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace DataSharing.Web.Tests.Deployment;

public sealed class ComposeTests
{
    private readonly ComposeFile _compose = ComposeFile.Read();

    [Fact]
    public void Services_AreTheFourThatAreNeeded() =>
        Assert.Equal(["keycloak", "migrate", "portal", "postgres"], _compose.Services.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Images_Always_ArePinned() =>
        Assert.All(_compose.Services.Values, service => Images.AssertPinned(service["image"]!.GetValue<string>()));

    [Fact]
    public void Ports_Published_AreThisMachinesOnly()
    {
        Assert.All(_compose.Services.Keys.SelectMany(_compose.PortsOf), port => Assert.Equal(("127.0.0.1", 3), (port[0], port.Length)));
        Assert.Equal(
            ["keycloak", "portal"],
            _compose.Services.Keys.Where(name => _compose.PortsOf(name).Any()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Services_ThatStay_HaveAHealthCheck()
    {
        var waits = _compose.Services.Keys.SelectMany(_compose.WaitsFor).ToLookup(wait => wait.Service, wait => wait.Condition);

        Assert.All(
            _compose.Services,
            service =>
                Assert.True(
                    waits[service.Key].Contains("service_completed_successfully")
                        ^ service.Value["healthcheck"]?["test"]?[0]?.GetValue<string>() == "CMD",
                    $"{service.Key} either ends, and somebody waits for that, or has a health check."
                )
        );
    }

    [Fact]
    public void HealthCheck_OfThePortal_AsksWhetherItIsReady()
    {
        var command = _compose.Services["portal"]["healthcheck"]!["test"]!.AsArray().Last()!.GetValue<string>();

        Assert.Contains($"/dev/tcp/127.0.0.1/{_compose.PortsOf("portal").Single()[2]};", command, StringComparison.Ordinal);
        Assert.Contains("GET /health/ready ", command, StringComparison.Ordinal);
        Assert.EndsWith("""[ "$status" = 200 ]""", command, StringComparison.Ordinal);
    }

    [Fact]
    public void MigrateAndPortal_Always_AreOneImage()
    {
        var (migrate, portal) = (_compose.Services["migrate"], _compose.Services["portal"]);

        Assert.Equal(portal["image"]!.GetValue<string>(), migrate["image"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(portal["build"], migrate["build"]));
        Assert.Equal(Dockerfile.Name, portal["build"]!["dockerfile"]!.GetValue<string>());
        Assert.Equal("migrate", Verb.Named([.. _compose.TextsOf("migrate", "command")])?.Name);
        Assert.Null(portal["command"]);
    }

    [Fact]
    public void Start_GoesInOrder()
    {
        Assert.Equal([("postgres", "service_healthy")], _compose.WaitsFor("migrate"));
        Assert.Equal([("postgres", "service_healthy")], _compose.WaitsFor("keycloak"));
        Assert.Equal([("keycloak", "service_healthy"), ("migrate", "service_completed_successfully")], _compose.WaitsFor("portal").Order());
    }

    [Theory]
    [InlineData("portal")]
    [InlineData("migrate")]
    public void Container_OfOurs_MayDoNothingButRun(string name)
    {
        var service = _compose.Services[name];

        Assert.Equal("true", service["read_only"]?.GetValue<string>());
        Assert.Equal(["ALL"], _compose.TextsOf(name, "cap_drop"));
        Assert.Equal(["no-new-privileges:true"], _compose.TextsOf(name, "security_opt"));
        Assert.All(["user", "privileged", "cap_add", "volumes", "network_mode", "pid"], widening => Assert.Null(service[widening])); // the image's user is not root
    }

    [Fact]
    public void Environment_OfThePortal_IsAllItNeedsAndNothingItDoesNotRead()
    {
        var environment = _compose.EnvironmentOf("portal");
        var settings = PortalSettings.From(Configured(environment));

        Assert.Null(PortalSettings.Missing(Configured(environment), isProduction: true));
        Assert.All(
            environment.Keys,
            key => Assert.NotEqual(settings, PortalSettings.From(Configured(environment.Where(other => other.Key != key))))
        );
    }

    [Fact]
    public void Roles_PortalAndMigration_AreThoseThatAreMade()
    {
        var made = Repository.Read("docker/postgres/roles.sql");
        var owner = ConnectionOf("migrate");
        var portal = ConnectionOf("portal");

        Assert.Contains($"CREATE DATABASE {portal.Database} OWNER {owner.Username};", made, StringComparison.Ordinal);
        Assert.Contains(
            $"CREATE ROLE {portal.Username} LOGIN PASSWORD :'portal_password' IN ROLE datasharing_app;",
            made,
            StringComparison.Ordinal
        );
        Assert.Equal((owner.Host, owner.Database), (portal.Host, portal.Database));
        Assert.Equal(_compose.EnvironmentOf("postgres")["DATASHARING_OWNER_PASSWORD"], owner.Password);
        Assert.Equal(_compose.EnvironmentOf("postgres")["DATASHARING_PORTAL_PASSWORD"], portal.Password);
        Assert.Equal(
            _compose.EnvironmentOf("postgres")["KEYCLOAK_DATABASE_PASSWORD"],
            _compose.EnvironmentOf("keycloak")["KC_DB_PASSWORD"]
        );
        Assert.Single(_compose.EnvironmentOf("migrate"));
        Assert.All(
            made.Split('\n').Where(line => line.StartsWith(@"\getenv", StringComparison.Ordinal)),
            line => Assert.Contains(line.Split(' ')[2], _compose.EnvironmentOf("postgres"))
        );
    }

    /// <summary>Browsers and the portal reach the provider by different addresses, and must mean the same one.</summary>
    [Fact]
    public void Provider_OfThePortal_IsTheRealmByBothItsAddresses()
    {
        var settings = PortalSettings.From(Configured(_compose.EnvironmentOf("portal")));
        var keycloak = _compose.EnvironmentOf("keycloak");
        var realm = Realm.Read();

        Assert.Equal(_compose.AddressOf("keycloak"), keycloak["KC_HOSTNAME"]);
        Assert.Equal("true", keycloak["KC_HOSTNAME_BACKCHANNEL_DYNAMIC"]);
        Assert.Equal($"{keycloak["KC_HOSTNAME"]}/realms/{realm.Name}", settings.Authority);
        Assert.Equal(
            $"http://keycloak:{_compose.PortsOf("keycloak").Single()[2]}/realms/{realm.Name}/.well-known/openid-configuration",
            settings.MetadataAddress
        );
        Assert.Equal(realm.Client["clientId"]!.GetValue<string>(), settings.ClientId);
        Assert.Equal(keycloak["DATASHARING_CLIENT_SECRET"], settings.ClientSecret);
    }

    [Fact]
    public void Realm_Addresses_AreThePortals()
    {
        var handler = new OpenIdConnectOptions();
        var client = Realm.Read().Client;

        Assert.Equal(
            [_compose.AddressOf("portal") + handler.CallbackPath],
            client["redirectUris"]!.AsArray().Select(uri => uri!.GetValue<string>())
        );
        Assert.Equal(
            _compose.AddressOf("portal") + handler.SignedOutCallbackPath,
            client["attributes"]!["post.logout.redirect.uris"]!.GetValue<string>()
        );
        Assert.Equal(
            $"http://portal:{_compose.PortsOf("portal").Single()[2]}{BackChannelLogout.Path}",
            client["attributes"]!["backchannel.logout.url"]!.GetValue<string>()
        );
    }

    [Fact]
    public void Realm_Placeholders_AreFilled() =>
        Assert.All(Realm.Read().Placeholders, name => Assert.Contains(name, _compose.EnvironmentOf("keycloak")));

    [Fact]
    public void Files_Mounted_AreThereAndReadOnly() =>
        Assert.All(
            _compose
                .Services.Keys.SelectMany(name => _compose.TextsOf(name, "volumes"))
                .Where(volume => volume.StartsWith('.'))
                .Select(volume => volume.Split(':')),
            volume =>
            {
                Assert.True(Repository.Has(volume[0]), volume[0]);
                Assert.Equal("ro", volume[^1]);
            }
        );

    /// <summary>The file's own instructions.</summary>
    [Fact]
    public void Instructions_AreTrue()
    {
        var text = Repository.Read(ComposeFile.Name);
        var settings = PortalSettings.From(Configured(_compose.EnvironmentOf("portal")));
        var administrator = Realm.Read().Users.Single(user => user["username"]!.GetValue<string>() == "alex-morton");
        var keycloak = _compose.EnvironmentOf("keycloak");

        Assert.Contains($"#   {_compose.AddressOf("portal")}   the portal. ", text, StringComparison.Ordinal);
        Assert.Contains($"#   {_compose.AddressOf("keycloak")}   Keycloak. ", text, StringComparison.Ordinal);
        Assert.Contains($"with the password {keycloak["DATASHARING_PEOPLE_PASSWORD"]}\n", text, StringComparison.Ordinal);
        Assert.Contains(
            $"administrator is {keycloak["KC_BOOTSTRAP_ADMIN_USERNAME"]}, with the password {keycloak["KC_BOOTSTRAP_ADMIN_PASSWORD"]}\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains($"--issuer {settings.Authority} --subject {administrator["id"]}\n", text, StringComparison.Ordinal);
    }

    private NpgsqlConnectionStringBuilder ConnectionOf(string service) =>
        new(_compose.EnvironmentOf(service)["ConnectionStrings__DataSharing"]);

    private static IConfiguration Configured(IEnumerable<KeyValuePair<string, string>> environment) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                environment.Select(v => KeyValuePair.Create(v.Key.Replace("__", ":", StringComparison.Ordinal), (string?)v.Value))
            )
            .Build();
}
