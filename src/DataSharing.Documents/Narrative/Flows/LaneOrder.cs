namespace DataSharing.Documents.Narrative.Flows;

/// <summary>Puts those who share with each other next to each other.</summary>
internal static class LaneOrder
{
    /// <summary>
    /// Moves one at a time to where the arrows together are shortest, until nothing gets shorter; the order of the agreement decides a tie.
    /// </summary>
    public static IReadOnlyList<Node> Best(IReadOnlyList<Node> nodes, IReadOnlyList<DrawnFlow> flows)
    {
        var best = nodes;
        var length = LengthOf(best, flows);
        while (
            Moves(best).Select(order => (Order: order, Length: LengthOf(order, flows))).MinBy(move => move.Length)
                is { Order: not null } move
            && move.Length < length
        )
        {
            (best, length) = move;
        }

        return best;
    }

    private static IEnumerable<IReadOnlyList<Node>> Moves(IReadOnlyList<Node> nodes) =>
        from node in nodes
        let others = nodes.Where(other => other != node).ToArray()
        from place in Enumerable.Range(0, nodes.Count)
        select (IReadOnlyList<Node>)[.. others[..place], node, .. others[place..]];

    private static int LengthOf(IReadOnlyList<Node> order, IReadOnlyList<DrawnFlow> flows)
    {
        var places = order.Index().ToDictionary(node => node.Item, node => node.Index);
        return flows.Sum(flow => flow.Stops.Zip(flow.Stops.Skip(1), (a, b) => Math.Abs(places[a] - places[b])).Sum());
    }
}
