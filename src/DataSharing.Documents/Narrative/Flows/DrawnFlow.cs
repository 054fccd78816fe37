using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Flows;

/// <summary>A flow whose two ends are known.</summary>
/// <param name="Number">Its place among all flows, from 1.</param>
internal sealed record DrawnFlow(int Number, Node From, Node To, Node? Via, FlowData Data, FlowMode? Mode)
{
    public bool IsAccessOnly => Mode is FlowMode.InSituTRE;

    /// <summary>The parties in the order in which the data passes them.</summary>
    public IReadOnlyList<Node> Stops => Via is null || Via == From || Via == To ? [From, To] : [From, Via, To];

    public string InWords =>
        string.Concat(
            $"Flow {Number}: ",
            IsAccessOnly ? $"{From.Name} lets {To.Name} use {Data.Name}" : $"{From.Name} sends {Data.Name} to {To.Name}",
            Via is null ? "" : $" by way of {Via.Name}",
            ModeInWords is null ? "" : $", {ModeInWords}",
            Data.Size is null ? "" : $", {Data.Size}",
            Data.Sensitive is null ? "" : $", with sensitive data: {Words.Within(Data.Sensitive)}",
            "."
        );

    public string? ModeInWords =>
        Mode switch
        {
            FlowMode.Bulk => "in bulk",
            FlowMode.IndividualCase => "case by case",
            FlowMode.Lookup => "looked up live",
            FlowMode.InSituTRE => "in a secure research environment",
            FlowMode.TwoWaySync => "kept in step",
            _ => null,
        };

    /// <summary>The size and the kind of sharing.</summary>
    public string Description =>
        string.Join(", ", new[] { Data.Size, ModeInWords }.OfType<string>()) is { Length: > 0 } text
            ? char.ToUpperInvariant(text[0]) + text[1..]
            : "";

    public static IReadOnlyList<DrawnFlow> AllOf(AgreementContent content, IReadOnlyList<Node> nodes)
    {
        var byId = nodes.ToDictionary(node => node.Id);
        return
        [
            .. content
                .Flows.Index()
                .Select(numbered =>
                    (Number: numbered.Index + 1, Flow: numbered.Item, From: Find(numbered.Item.From), To: Find(numbered.Item.To))
                )
                .Where(ends => ends is { From: not null, To: not null })
                .Select(ends => new DrawnFlow(
                    ends.Number,
                    ends.From!,
                    ends.To!,
                    Find(ends.Flow.Via),
                    FlowData.Of(content, ends.Flow),
                    ends.Flow.Mode
                )),
        ];

        Node? Find(string? id) => id is null ? null : byId.GetValueOrDefault(id);
    }
}
