using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace DataSharing.Web.Tests.Deployment;

/// <summary>docker-compose.yml as Compose reads it where there is no .env file.</summary>
internal sealed partial class ComposeFile
{
    public const string Name = "docker-compose.yml";

    private ComposeFile(JsonObject root)
    {
        Services = root["services"]!.AsObject().ToDictionary(service => service.Key, service => service.Value!.AsObject());
    }

    public IReadOnlyDictionary<string, JsonObject> Services { get; }

    public static ComposeFile Read()
    {
        var merging = new MergingParser(new Parser(new StringReader(Repository.Read(Name))));
        return new ComposeFile(Converted(new DeserializerBuilder().Build().Deserialize(merging))!.AsObject());
    }

    public IReadOnlyDictionary<string, string> EnvironmentOf(string service) =>
        Services[service]["environment"]!.AsObject().ToDictionary(variable => variable.Key, variable => variable.Value!.GetValue<string>());

    /// <summary>Published ports in Compose's short form, <c>address:host:container</c>.</summary>
    public IEnumerable<string[]> PortsOf(string service) => TextsOf(service, "ports").Select(port => port.Split(':'));

    public IEnumerable<string> TextsOf(string service, string list) =>
        Services[service][list]?.AsArray().Select(item => item!.GetValue<string>()) ?? [];

    /// <summary>Whom a service waits for, and until what.</summary>
    public IEnumerable<(string Service, string Condition)> WaitsFor(string service) =>
        Services[service]["depends_on"]?.AsObject().Select(other => (other.Key, other.Value!["condition"]!.GetValue<string>())) ?? [];

    public string AddressOf(string service) => $"http://localhost:{PortsOf(service).Single()[1]}";

    private static JsonNode? Converted(object? yaml) =>
        yaml switch
        {
            IDictionary<object, object> map => new JsonObject(
                map.Select(entry => KeyValuePair.Create((string)entry.Key, Converted(entry.Value)))
            ),
            IEnumerable<object> list => new JsonArray([.. list.Select(Converted)]),
            string text => JsonValue.Create(Variable().Replace(text, Interpolated)),
            _ => null,
        };

    private static string Interpolated(Match variable) =>
        variable.Value == "$$" ? "$"
        : variable.Groups["default"] is { Success: true } value ? value.Value
        : throw new FormatException($"'{variable.Value}' in {Name} has no default, so nothing starts without an .env file.");

    [GeneratedRegex(@"\$\$|\$\{\w+:-(?<default>[^}]+)\}|\$.?.?.?")]
    private static partial Regex Variable();
}
