namespace DataSharing.Documents.Narrative.Flows;

/// <summary>A party's name and role, made to fit its box.</summary>
internal sealed record NameInBox(IReadOnlyList<(string Text, Lettering Lettering)> Lines)
{
    public const int Margin = 8;

    /// <summary>Narrower boxes take smaller letters.</summary>
    private const int Narrow = 130;

    public static NameInBox Of(Node node, int boxWidth)
    {
        var (name, role) = boxWidth < Narrow ? (Lettering.SmallName, Lettering.SmallSub) : (Lettering.Name, Lettering.Sub);
        var width = boxWidth - (2 * Margin);
        return new NameInBox([
            .. name.Wrap(node.Name, width, lines: boxWidth < Narrow ? 7 : 5).Select(line => (line, name)),
            .. role.Wrap(node.Role, width, lines: 2).Select(line => (line, role)),
        ]);
    }

    public int Height => Sketch.HeightOf(Lines) + (2 * Margin) + 4;
}
