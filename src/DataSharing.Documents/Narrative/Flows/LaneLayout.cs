namespace DataSharing.Documents.Narrative.Flows;

/// <summary>
/// Parties beside each other, a line from each box down, flows beneath each other in the order of the table: nothing can overlap, however
/// many flows there are. Two parties on a wide screen are boxes as high as the picture instead, with the arrows between them.
/// </summary>
internal static class LaneLayout
{
    private const int WidestText = 400;
    private const int Gap = 26;

    /// <summary>Between a text and the arrow beneath it.</summary>
    private const int TextToArrow = 16;

    /// <summary>Between the two parts of an arrow that turns back.</summary>
    private const int Turn = 30;

    public static Drawing Draw(IReadOnlyList<Node> nodes, IReadOnlyList<DrawnFlow> flows, int width)
    {
        var sketch = new Sketch();
        var header = Header.Of(nodes, width);
        var pillars = nodes.Count == 2 && header.Spots[1].Left - header.Spots[0].Width > WidestText;
        var bottom = Flows(sketch, flows, Touching, width, pillars ? 4 : header.Height + Gap);
        bottom = Math.Max(bottom, header.Height);
        foreach (var spot in header.Spots)
        {
            sketch.Box(spot.Node, spot.Left, spot.Top, spot.Width, pillars ? bottom : spot.Height, spot.Name);
            if (!pillars)
            {
                sketch.Lane(spot.Centre, spot.Top + spot.Height, bottom);
            }
        }

        return sketch.Finish(width, bottom + 1);

        // Where an arrow touches a party: its lane, or the side of its pillar that faces the other one.
        int Touching(Node node)
        {
            var spot = header.Spots.First(s => s.Node == node);
            return !pillars ? spot.Centre
                : spot == header.Spots[0] ? spot.Width
                : spot.Left;
        }
    }

    private static int Flows(Sketch sketch, IReadOnlyList<DrawnFlow> flows, Func<Node, int> touching, int width, int y)
    {
        foreach (var flow in flows)
        {
            int[] stops = [.. flow.Stops.Select(touching)];
            var room = Math.Min(WidestText, width);
            var text = Sketch.TextOf(flow, room, sayVia: false);
            var half = (text.Select(line => line.Lettering.WidthOf(line.Text)).DefaultIfEmpty().Max() / 2) + 1;
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
