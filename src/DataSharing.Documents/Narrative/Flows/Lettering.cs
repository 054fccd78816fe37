using System.Globalization;

namespace DataSharing.Documents.Narrative.Flows;

/// <summary>
/// A size and weight of the picture's text, with an estimate of its width: the server has no fonts, and SVG does not wrap. The estimate is
/// for the widest of the fonts that the style sheet names, so text may end early but does not run over.
/// </summary>
/// <param name="IsSmall">A smaller size of the same, for a narrow box.</param>
/// <param name="Size">In the drawing's units.</param>
/// <param name="LineHeight">From one base line to the next.</param>
public sealed record Lettering(LetteringUse Use, bool IsSmall, double Size, int LineHeight, bool IsBold)
{
    public static Lettering Name { get; } = new(LetteringUse.Name, false, 15, 19, IsBold: true);

    public static Lettering SmallName { get; } = new(LetteringUse.Name, true, 12.5, 16, IsBold: true);

    public static Lettering Sub { get; } = new(LetteringUse.Sub, false, 14, 19, IsBold: false);

    public static Lettering SmallSub { get; } = new(LetteringUse.Sub, true, 12.5, 16, IsBold: false);

    public static Lettering Sensitive { get; } = new(LetteringUse.Sensitive, false, 14, 19, IsBold: true);

    public int WidthOf(string text) =>
        (int)Math.Ceiling(text.EnumerateRunes().Sum(rune => EmOf(rune.Value)) * Size * (IsBold ? 1.07 : 1.0));

    /// <summary>
    /// Lines that fit the width. Words longer than a line are broken; what does not fit the last line is left out with an ellipsis.
    /// </summary>
    public IReadOnlyList<string> Wrap(string text, int width, int lines)
    {
        List<string> wrapped = [];
        var rest = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        while (rest.Length > 0)
        {
            if (wrapped.Count == lines - 1 && WidthOf(rest) > width)
            {
                wrapped.Add(Start(rest, width - WidthOf("…")).TrimEnd(' ', ',', '(') + "…");
                break;
            }

            var line = WidthOf(rest) <= width ? rest : Break(rest, width);
            wrapped.Add(line.TrimEnd());
            rest = rest[line.TrimEnd('\u2010').Length..].TrimStart();
        }

        return wrapped;
    }

    private string Break(string text, int width)
    {
        var start = Start(text, width);
        if (start.Length == text.Length)
        {
            return text; // one character wider than the line
        }

        var space = text[start.Length] == ' ' ? start.Length : start.LastIndexOf(' ');
        return space > 0 ? text[..space] : Start(text, width - WidthOf("\u2010")) + "\u2010";
    }

    /// <summary>As much of the text as fits, at least one character.</summary>
    private string Start(string text, int width)
    {
        var fits = 0;
        foreach (var at in StringInfo.ParseCombiningCharacters(text).Skip(1).Append(text.Length))
        {
            if (WidthOf(text[..at]) > width && fits > 0)
            {
                break;
            }

            fits = at;
        }

        return text[..fits];
    }

    private static double EmOf(int rune) =>
        rune switch
        {
            'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '’' or '|' or '!' => 0.29,
            ' ' or 'f' or 't' or 'r' or 'I' or '(' or ')' or '-' or '/' => 0.38,
            'm' or 'w' => 0.88,
            'M' or 'W' or '@' or '%' or '…' => 1.0,
            >= 'A' and <= 'Z' or '&' => 0.72,
            < 0x250 => 0.58,
            < 0x1100 => 0.75,
            _ => 1.05,
        };
}

public enum LetteringUse
{
    /// <summary>What a box or an arrow is called.</summary>
    Name,

    /// <summary>More about it.</summary>
    Sub,

    /// <summary>That the data is sensitive.</summary>
    Sensitive,
}
