namespace DataSharing.Documents.Narrative.Flows;

/// <summary>Each flow by itself, with the boxes of its two ends: for more parties than there is room for beside each other.</summary>
internal static class PairLayout
{
    private const int Gap = 30;

    public static Drawing Draw(IReadOnlyList<DrawnFlow> flows, int width)
    {
        var sketch = new Sketch();
        var y = 0;
        foreach (var flow in flows)
        {
            y = (width > 400 ? Beside(sketch, flow, width, y) : Beneath(sketch, flow, width, y)) + Gap;
        }

        return sketch.Finish(width, Math.Max(y - Gap, 0) + 1);
    }

    private static int Beside(Sketch sketch, DrawnFlow flow, int width, int y)
    {
        const int boxWidth = 230;
        var between = width - (2 * boxWidth) - 1;
        var (from, to) = (NameInBox.Of(flow.From, boxWidth), NameInBox.Of(flow.To, boxWidth));
        var text = Sketch.TextOf(flow, between - 20, sayVia: true);
        var height = Math.Max(Math.Max(from.Height, to.Height), Sketch.HeightOf(text) + 36);
        sketch.Box(flow.From, 0, y, boxWidth, height, from);
        sketch.Box(flow.To, width - boxWidth - 1, y, boxWidth, height, to);
        sketch.Text(text, width / 2, y, isCentred: true);
        var line = y + Sketch.HeightOf(text) + 18;
        sketch.Arrow(flow, (boxWidth, line), (width - boxWidth - 1, line));
        return y + height;
    }

    private static int Beneath(Sketch sketch, DrawnFlow flow, int width, int y)
    {
        const int arrowAt = 28;
        const int textAt = 56;
        var (from, to) = (NameInBox.Of(flow.From, width - 1), NameInBox.Of(flow.To, width - 1));
        var text = Sketch.TextOf(flow, width - textAt, sayVia: true);
        var length = Math.Max(Sketch.HeightOf(text) + 20, 66);
        sketch.Box(flow.From, 0, y, width - 1, from.Height, from);
        sketch.Text(text, textAt, y + from.Height + ((length - Sketch.HeightOf(text)) / 2), isCentred: false);
        sketch.Arrow(flow, (arrowAt, y + from.Height), (arrowAt, y + from.Height + length));
        sketch.Box(flow.To, 0, y + from.Height + length, width - 1, to.Height, to);
        return y + from.Height + length + to.Height;
    }
}
