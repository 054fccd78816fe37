namespace DataSharing.Documents.Narrative.Flows;

/// <summary>Strokes and texts, for an SVG or for shapes of Word; lengths in units of its own, which are pixels at full size.</summary>
/// <param name="Stops">Where data passes through another party's hands.</param>
public sealed record Drawing(
    int Width,
    int Height,
    IReadOnlyList<Box> Boxes,
    IReadOnlyList<Lane> Lanes,
    IReadOnlyList<Arrow> Arrows,
    IReadOnlyList<Caption> Captions,
    IReadOnlyList<(int X, int Y)> Stops
)
{
    /// <summary>Of the disc that bears a flow's number.</summary>
    public const int DiscRadius = 13;
}

/// <param name="Node">Whose box it is.</param>
public sealed record Box(string Node, int X, int Y, int Width, int Height, bool IsParty)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;
}

/// <summary>From a party's box down, so that arrows can start and end at it.</summary>
public sealed record Lane(int X, int Top, int Bottom);

/// <param name="Line">Its corners, ending short of the tip.</param>
/// <param name="Tip">A triangle; the first corner is the point.</param>
/// <param name="X">Of the number's disc.</param>
public sealed record Arrow(
    int Number,
    string From,
    string To,
    string? Via,
    IReadOnlyList<(int X, int Y)> Line,
    IReadOnlyList<(int X, int Y)> Tip,
    int X,
    int Y,
    bool IsDashed
);

/// <summary>One line of text.</summary>
/// <param name="Y">Of the base line.</param>
public sealed record Caption(string Text, int X, int Y, Lettering Lettering, bool IsCentred)
{
    public int Left => IsCentred ? X - (Lettering.WidthOf(Text) / 2) : X;

    public int Right => Left + Lettering.WidthOf(Text);
}
