namespace DataSharing.Web.Pages.Agreements.Reading.Flows;

/// <summary>What an SVG needs to know; lengths in its own units, which are pixels at full size.</summary>
/// <param name="Stops">Where data passes through another party's hands.</param>
public sealed record Drawing(
    int Width,
    int Height,
    IReadOnlyList<Box> Boxes,
    IReadOnlyList<Lane> Lanes,
    IReadOnlyList<Arrow> Arrows,
    IReadOnlyList<Caption> Captions,
    IReadOnlyList<(int X, int Y)> Stops
);

/// <param name="Node">Whose box it is.</param>
public sealed record Box(string Node, int X, int Y, int Width, int Height, bool IsParty)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;
}

/// <summary>From a party's box down, so that arrows can start and end at it.</summary>
public sealed record Lane(int X, int Top, int Bottom);

/// <param name="Path">The line, ending short of the tip.</param>
/// <param name="Tip">A triangle.</param>
/// <param name="X">Of the number's disc.</param>
public sealed record Arrow(int Number, string From, string To, string? Via, string Path, string Tip, int X, int Y, bool IsDashed);

/// <summary>One line of text.</summary>
/// <param name="Y">Of the base line.</param>
public sealed record Caption(string Text, int X, int Y, Lettering Lettering, bool IsCentred)
{
    public int Left => IsCentred ? X - (Lettering.WidthOf(Text) / 2) : X;

    public int Right => Left + Lettering.WidthOf(Text);
}
