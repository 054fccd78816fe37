using System.Globalization;
using DataSharing.Documents.Narrative.Flows;

namespace DataSharing.Web.Pages.Agreements.Reading;

/// <summary>A drawing in the words of SVG and of the style sheet.</summary>
public static class Svg
{
    /// <summary>The <c>d</c> of a path through the points.</summary>
    public static string PathOf(IEnumerable<(int X, int Y)> points, bool isClosed = false) =>
        string.Join(
            ' ',
            points.Select((point, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? "M" : "L")}{point.X} {point.Y}"))
        ) + (isClosed ? "z" : "");

    /// <summary>The classes that give the text the size and weight by which its width was estimated.</summary>
    public static string ClassOf(Lettering lettering) =>
        (lettering.Use, lettering.IsSmall) switch
        {
            (LetteringUse.Name, false) => "name",
            (LetteringUse.Name, true) => "name fine",
            (LetteringUse.Sub, false) => "sub",
            (LetteringUse.Sub, true) => "sub fine",
            _ => "sensitive",
        };
}
