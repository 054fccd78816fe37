namespace DataSharing.Documents.Narrative.Flows;

/// <summary>
/// The boxes of the parties at the head of their lanes. Where one row would make them too narrow for names they stand in two, every second
/// one lower, so that each may reach over its neighbours' lanes but not over the lanes that pass beside it.
/// </summary>
internal sealed record Header(IReadOnlyList<Header.Spot> Spots, int Height)
{
    private const int WidestBox = 190;
    private const int NarrowestBox = 96;

    /// <summary>Kept free around a lane that passes between two boxes.</summary>
    private const int Clearance = 9;

    /// <param name="Centre">Where the lane is.</param>
    internal sealed record Spot(Node Node, NameInBox Name, int Left, int Top, int Width, int Height, int Centre);

    public static Header Of(IReadOnlyList<Node> nodes, int width)
    {
        var gap = width > 400 ? 16 : 8;
        var widest = Math.Min(WidestBox, (width - (gap * (nodes.Count - 1))) / Math.Max(nodes.Count, 1)) - 1;
        int[] centres =
            nodes.Count == 1 ? [width / 2] : [.. nodes.Select((_, i) => (widest / 2) + (i * (width - widest - 1) / (nodes.Count - 1)))];
        return widest < NarrowestBox ? InTwoRows(nodes, width, centres) : InOneRow(nodes, widest, centres);
    }

    private static Header InOneRow(IReadOnlyList<Node> nodes, int boxWidth, int[] centres)
    {
        NameInBox[] names = [.. nodes.Select(node => NameInBox.Of(node, boxWidth))];
        var height = names.Select(name => name.Height).DefaultIfEmpty().Max();
        return new Header(
            [.. nodes.Select((node, i) => new Spot(node, names[i], centres[i] - (boxWidth / 2), 0, boxWidth, height, centres[i]))],
            height
        );
    }

    private static Header InTwoRows(IReadOnlyList<Node> nodes, int width, int[] centres)
    {
        int[] lefts = [.. centres.Select((centre, i) => Math.Max(i == 0 ? 0 : centres[i - 1] + Clearance, centre - (WidestBox / 2)))];
        int[] rights =
        [
            .. centres.Select(
                (centre, i) => Math.Min(i == centres.Length - 1 ? width - 1 : centres[i + 1] - Clearance, centre + (WidestBox / 2))
            ),
        ];
        NameInBox[] names = [.. nodes.Select((node, i) => NameInBox.Of(node, rights[i] - lefts[i]))];
        int[] heights =
        [
            names.Where((_, i) => i % 2 == 0).Max(name => name.Height),
            names.Where((_, i) => i % 2 == 1).Max(name => name.Height),
        ];
        var second = heights[0] + Clearance;
        return new Header(
            [
                .. nodes.Select(
                    (node, i) => new Spot(node, names[i], lefts[i], i % 2 * second, rights[i] - lefts[i], heights[i % 2], centres[i])
                ),
            ],
            second + heights[1]
        );
    }
}
