namespace DataSharing.Web.Pages.Agreements.Reading.Flows;

/// <summary>
/// Parties beside each other, a line from each box down, flows beneath each other in the order of the table: nothing can overlap, however
/// many flows there are. Two parties on a wide screen are boxes as high as the picture instead, with the arrows between them.
/// </summary>
internal static class LaneLayout
{
    private const int WidestBox = 190;
    private const int WidestText = 380;
    private const int Gap = 26;

    /// <summary>Between a text and the arrow beneath it.</summary>
    private const int TextToArrow = 16;

    /// <summary>Between the two parts of an arrow that turns back.</summary>
    private const int Turn = 30;

    public static Drawing Draw(IReadOnlyList<Node> nodes, IReadOnlyList<DrawnFlow> flows, int width)
    {
        var sketch = new Sketch();
        var between = width > 400 ? 16 : 8;
        var boxWidth = Math.Min(WidestBox, (width - (between * (nodes.Count - 1))) / Math.Max(nodes.Count, 1)) - 1;
        NameInBox[] names = [.. nodes.Select(node => NameInBox.Of(node, boxWidth))];
        var boxHeight = names.Select(name => name.Height).DefaultIfEmpty().Max();
        var pillars = nodes.Count == 2 && width > 3 * boxWidth;

        var lefts = Enumerable.Range(0, nodes.Count).Select(i => nodes.Count == 1 ? (width - boxWidth) / 2 : i * (width - boxWidth - 1) / (nodes.Count - 1)).ToArray();
        var top = pillars ? 4 : boxHeight + Gap;
        var bottom = Math.Max(Flows(sketch, flows, Middle, width, top), pillars ? boxHeight : 0);

        foreach (var (i, node) in nodes.Index())
        {
            sketch.Box(node, lefts[i], 0, boxWidth, pillars ? bottom : boxHeight, names[i]);
            if (!pillars)
            {
                sketch.Lane(lefts[i] + (boxWidth / 2), boxHeight, bottom);
            }
        }

        return sketch.Finish(width, bottom + 1);

        // Where an arrow touches the party: its line, or the side of its pillar that faces the other one.
        int Middle(Node node)
        {
            var i = nodes.Index().First(n => n.Item == node).Index;
            return pillars ? (i == 0 ? boxWidth : lefts[1]) : lefts[i] + (boxWidth / 2);
        }
    }

    private static int Flows(Sketch sketch, IReadOnlyList<DrawnFlow> flows, Func<Node, int> middle, int width, int y)
    {
        foreach (var flow in flows)
        {
            int[] stops = [.. flow.Stops.Select(middle)];
            var room = Math.Min(WidestText, width);
            var text = Sketch.TextOf(flow, room, sayVia: false);
            var half = text.Select(line => line.Lettering.WidthOf(line.Text)).DefaultIfEmpty().Max() / 2;
            sketch.Text(text, Math.Clamp((stops.Min() + stops.Max()) / 2, half, Math.Max(half, width - half)), y, isCentred: true);
            y += Sketch.HeightOf(text) + TextToArrow;
            switch (stops)
            {
                case [var from, var to] when from == to:
                    var side = from + 60 > width ? -1 : 1;
                    sketch.Arrow(flow, (from, y), (from + (side * 50), y), (from + (side * 50), y + Turn), (from, y + Turn));
                    y += Turn;
                    break;

                case [var from, var via, var to] when Math.Sign(via - from) != Math.Sign(to - via):
                    sketch.Arrow(flow, (from, y), (via, y), (via, y + Turn), (to, y + Turn));
                    sketch.Stop(via, y + (Turn / 2));
                    y += Turn;
                    break;

                default:
                    sketch.Arrow(flow, (stops[0], y), (stops[^1], y));
                    if (stops is [_, var between, _])
                    {
                        sketch.Stop(between, y);
                    }

                    break;
            }

            y += Gap;
        }

        return y;
    }
}
