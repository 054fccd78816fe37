using System.Globalization;
using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative;

/// <summary>The id of the element that shows an answer: <c>/flows/F1/disclosureLog</c> is at <c>f-flows-F1-disclosureLog</c>.</summary>
public static class Anchor
{
    /// <summary>
    /// Different paths have different anchors: the hyphen parts the steps, so a hyphen within an item's id becomes an underscore.
    /// </summary>
    public static string Of(string path) =>
        "f-" + string.Join('-', ContentPointer.Steps(path).Select(step => string.Concat(step.Select(Escape))));

    public static string Of(Section section) => string.Create(CultureInfo.InvariantCulture, $"s{NumberOf(section)}");

    internal static int NumberOf(Section section) => (int)section + 1;

    private static string Escape(char c) =>
        c switch
        {
            _ when char.IsAsciiLetterOrDigit(c) => c.ToString(),
            '-' => "_",
            _ => string.Create(CultureInfo.InvariantCulture, $".{(int)c:x}."),
        };
}
