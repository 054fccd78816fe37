using System.Globalization;
using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Flows;

/// <summary>
/// Who sends what to whom, drawn twice: for a wide screen and paper, and for a phone. Numbers are those of the table beneath.
/// </summary>
/// <param name="Title">The same in words, for whoever does not see it.</param>
/// <param name="Legend">What the marks mean, as far as they are used.</param>
public sealed record FlowPicture(string Title, Drawing Wide, Drawing Tall, IReadOnlyList<string> Legend) : Block
{
    private const int WideWidth = 900;
    private const int TallWidth = 331;

    /// <summary>More than that many lanes would be too narrow for names.</summary>
    private const int MostLanesWide = 8;
    private const int MostLanesTall = 5;

    /// <summary>Whether the ends of any flow are known, so that there is something to draw.</summary>
    public bool HasFlows => Title.Length > 0;

    internal override IEnumerable<string> Shown => [];

    public static FlowPicture Of(AgreementContent content)
    {
        var nodes = Node.AllOf(content);
        var flows = DrawnFlow.AllOf(content, nodes);
        nodes = nodes.Count is > 0 and <= MostLanesWide ? LaneOrder.Best(nodes, flows) : nodes;
        return new FlowPicture(
            string.Join(" ", flows.Select(flow => flow.InWords)),
            nodes.Count <= MostLanesWide ? LaneLayout.Draw(nodes, flows, WideWidth) : PairLayout.Draw(flows, WideWidth),
            nodes.Count <= MostLanesTall ? LaneLayout.Draw(nodes, flows, TallWidth) : PairLayout.Draw(flows, TallWidth),
            [.. LegendOf(content, flows)]
        );
    }

    internal override Block With(PlacedNotes notes) => this;

    private static IEnumerable<string> LegendOf(AgreementContent content, IReadOnlyList<DrawnFlow> flows)
    {
        if (flows.Any(flow => flow.IsAccessOnly))
        {
            yield return "Dashed: the data is used where it is, and does not leave.";
        }

        if (flows.Any(flow => flow.Stops.Count > 2))
        {
            yield return "Ring: by way of this party.";
        }

        string[] missing =
        [
            .. Enumerable
                .Range(1, content.Flows.Count)
                .Except(flows.Select(flow => flow.Number))
                .Select(n => n.ToString(CultureInfo.InvariantCulture)),
        ];
        if (missing.Length > 0)
        {
            yield return $"Not drawn, because the sender or the recipient is open: {Words.List(missing)}.";
        }
    }
}
