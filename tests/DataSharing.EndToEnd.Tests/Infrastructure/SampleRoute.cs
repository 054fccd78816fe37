using System.Text.Json;
using DataSharing.Demo;
using DataSharing.Domain;

namespace DataSharing.EndToEnd.Tests.Infrastructure;

/// <summary>A sample's file, what is expected of it, and which of the demo's people acts when.</summary>
internal sealed class SampleRoute
{
    private readonly DemoPeople _people = DemoPeople.Read();
    private readonly HashSet<string> _acted = [];
    private readonly JsonElement _file;
    private readonly JsonElement _expected;

    public SampleRoute(string sample)
    {
        File = Path.Combine(AppContext.BaseDirectory, "Samples", $"{sample}.agreement.json");
        _file = JsonDocument.Parse(System.IO.File.ReadAllBytes(File)).RootElement.GetProperty("content");
        _expected = JsonDocument
            .Parse(System.IO.File.ReadAllBytes(File.Replace("agreement", "expected", StringComparison.Ordinal)))
            .RootElement;
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

    public DateOnly Start =>
        DateOnly.ParseExact(_file.GetProperty("startDate").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

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
        var name = _people
            .Organisations.Single(o => o.Identifiers.Any(i => i.ToString() == identifier))
            .People.First(p => p.Roles!.Contains(role) && !_acted.Contains(p.Name))
            .Name;
        _acted.Add(name);
        return name;
    }
}
