namespace DataSharing.Documents.Narrative.Flows;

/// <summary>A drawing in the making: the strokes and texts that both layouts share.</summary>
internal sealed class Sketch
{
    /// <summary>How long the head of an arrow is.</summary>
    private const int TipLength = 11;

    /// <summary>From an arrow's start to the middle of its number.</summary>
    private const int DiscAt = 26;

    private readonly List<Box> _boxes = [];
    private readonly List<Lane> _lanes = [];
    private readonly List<Arrow> _arrows = [];
    private readonly List<Caption> _captions = [];
    private readonly List<(int X, int Y)> _stops = [];

    public Drawing Finish(int width, int height) => new(width, height, _boxes, _lanes, _arrows, _captions, _stops);

    public void Lane(int x, int top, int bottom) => _lanes.Add(new Lane(x, top, bottom));

    public void Box(Node node, int x, int y, int width, int height, NameInBox name)
    {
        _boxes.Add(new Box(node.Id, x, y, width, height, node.IsParty));
        Text(name.Lines, x + (width / 2), y + ((height - HeightOf(name.Lines)) / 2), isCentred: true);
    }

    /// <summary>Lines beneath each other, the first one's top at y.</summary>
    public void Text(IReadOnlyList<(string Text, Lettering Lettering)> lines, int x, int y, bool isCentred)
    {
        foreach (var (text, lettering) in lines)
        {
            y += lettering.LineHeight;
            _captions.Add(new Caption(text, x, y - 5, lettering, isCentred));
        }
    }

    /// <summary>Along the corners given, a head at the last one.</summary>
    public void Arrow(DrawnFlow flow, params IReadOnlyList<(int X, int Y)> corners)
    {
        var (last, before) = (corners[^1], corners[^2]);
        var (dx, dy) = (Math.Sign(last.X - before.X), Math.Sign(last.Y - before.Y));
        var neck = (X: last.X - (dx * TipLength), Y: last.Y - (dy * TipLength));
        var (first, second) = (corners[0], corners[1]);
        _arrows.Add(
            new Arrow(
                flow.Number,
                flow.From.Id,
                flow.To.Id,
                flow.Stops.Count > 2 ? flow.Via!.Id : null,
                [.. corners.SkipLast(1), (neck.X + dx, neck.Y + dy)],
                [last, (neck.X - (dy * 6), neck.Y - (dx * 6)), (neck.X + (dy * 6), neck.Y + (dx * 6))],
                first.X + (Math.Sign(second.X - first.X) * DiscAt),
                first.Y + (Math.Sign(second.Y - first.Y) * DiscAt),
                flow.IsAccessOnly
            )
        );
    }

    /// <summary>Where the data passes through another party's hands.</summary>
    public void Stop(int x, int y) => _stops.Add((x, y));

    /// <summary>What a flow carries, as wide as allowed.</summary>
    public static IReadOnlyList<(string Text, Lettering Lettering)> TextOf(DrawnFlow flow, int width, bool sayVia) =>
        [
            .. Wrapped(Lettering.Name, flow.Data.Name, width),
            .. Wrapped(Lettering.Sub, flow.Description, width),
            .. flow.Data.Sensitive is { } sensitive ? Wrapped(Lettering.Sensitive, sensitive, width) : [],
            .. sayVia && flow.Stops.Count > 2 ? Wrapped(Lettering.Sub, $"By way of {flow.Via!.Name}", width) : [],
        ];

    public static int HeightOf(IEnumerable<(string Text, Lettering Lettering)> lines) => lines.Sum(line => line.Lettering.LineHeight);

    private static IEnumerable<(string, Lettering)> Wrapped(Lettering lettering, string text, int width) =>
        lettering.Wrap(text, width, lines: 2).Select(line => (line, lettering));
}
