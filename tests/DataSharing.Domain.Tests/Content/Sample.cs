using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

/// <summary>One of the six sample agreements, and what is expected of it.</summary>
internal sealed record Sample(string Name, byte[] File, JsonObject Expected)
{
    public static IReadOnlyList<string> Names { get; } = ["7-1", "7-2", "7-3", "7-4", "7-5", "7-6"];

    public static TheoryData<string> All => new(Names);

    public AgreementFile Agreement { get; } =
        AgreementImport.Read(File, new PermissiveLawCodes()).File ?? throw new InvalidOperationException($"{Name} cannot be brought in.");

    public static Sample Load(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Samples");
        return new Sample(
            name,
            System.IO.File.ReadAllBytes(Path.Combine(folder, $"{name}.agreement.json")),
            JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(folder, $"{name}.expected.json")))!.AsObject()
        );
    }

    /// <summary>The file as a tree that a test may spoil.</summary>
    public JsonObject ToNode() => JsonNode.Parse(File)!.AsObject();
}
