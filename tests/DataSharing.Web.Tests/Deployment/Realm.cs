using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DataSharing.Web.Tests.Deployment;

/// <summary>What Keycloak imports on its first start.</summary>
internal sealed partial class Realm
{
    private const string File = "docker/keycloak/datasharing-realm.json";

    private readonly string _text = Repository.Read(File);

    private Realm() => Root = JsonNode.Parse(_text)!.AsObject();

    public JsonObject Root { get; }

    public string Name => Root["realm"]!.GetValue<string>();

    public JsonObject Client => Root["clients"]!.AsArray().Single()!.AsObject();

    public IEnumerable<JsonObject> Users => Root["users"]!.AsArray().Select(user => user!.AsObject());

    /// <summary>Names of environment variables that Keycloak puts in.</summary>
    public IEnumerable<string> Placeholders => Placeholder().Matches(_text).Select(match => match.Groups[1].Value).Distinct();

    public static Realm Read() => new();

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Placeholder();
}
