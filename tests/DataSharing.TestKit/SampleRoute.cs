using System.Globalization;
using System.Text.Json;

namespace DataSharing.TestKit;

/// <summary>A sample's file, what is expected of it, and which of the demo's people acts when.</summary>
public sealed class SampleRoute
{
    private readonly HashSet<string> _acted = [];
    private readonly JsonElement _file;
    private readonly JsonElement _expected;
    private readonly JsonElement _organisations;

    public SampleRoute(string sample)
    {
        File = PathOf($"{sample}.agreement.json");
        _file = Read(File).GetProperty("content");
        _expected = Read(PathOf($"{sample}.expected.json"));
        _organisations = Read(PathOf("organisations.json")).GetProperty("organisations");
        Drafter = Somebody(_file.GetProperty("parties")[0].GetProperty("id").GetString()!, Role.IgOfficer);
        Partners =
        [
            .. _file
                .GetProperty("parties")
                .EnumerateArray()
                .Skip(1)
                .Select(party => Somebody(party.GetProperty("id").GetString()!, Role.IgOfficer)),
        ];
    }

    public string File { get; }

    public string Title => _file.GetProperty("title").GetString()!;

    public DateOnly Start => DateOnly.ParseExact(_file.GetProperty("startDate").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Drafter { get; }

    /// <summary>One of every other party, to agree the content.</summary>
    public IReadOnlyList<string> Partners { get; }

    public IReadOnlyDictionary<string, string> Justifications =>
        _expected.TryGetProperty("justifications", out var justifications) ? justifications.Deserialize<Dictionary<string, string>>()! : [];

    /// <summary>Every stage in order, with a person who holds its role and has done nothing else on this agreement.</summary>
    public IReadOnlyList<(string Person, string Stage, string Mode)> Stages =>
        [
            .. _expected
                .GetProperty("route")
                .EnumerateArray()
                .Select(stage =>
                    (
                        Somebody(stage.GetProperty("party").GetString()!, Enum.Parse<Role>(stage.GetProperty("role").GetString()!)),
                        stage.GetProperty("stage").GetString()!,
                        stage.TryGetProperty("mode", out var mode) ? mode.GetString()! : "Sign"
                    )
                ),
        ];

    private string Somebody(string party, Role role)
    {
        var identifier = _file
            .GetProperty("parties")
            .EnumerateArray()
            .Single(p => p.GetProperty("id").GetString() == party)
            .GetProperty("orgId")
            .GetString();
        var name = _organisations
            .EnumerateArray()
            .Single(organisation => organisation.GetProperty("identifiers").EnumerateArray().Any(one => IdentifierOf(one) == identifier))
            .GetProperty("people")
            .EnumerateArray()
            .Where(person => person.GetProperty("roles").EnumerateArray().Any(held => held.GetString() == role.ToString()))
            .Select(person => person.GetProperty("name").GetString()!)
            .First(name => !_acted.Contains(name));
        _acted.Add(name);
        return name;
    }

    private static string IdentifierOf(JsonElement identifier) =>
        $"{identifier.GetProperty("scheme").GetString()}:{identifier.GetProperty("value").GetString()}";

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Samples", file);

    private static JsonElement Read(string path) => JsonDocument.Parse(System.IO.File.ReadAllBytes(path)).RootElement;
}
