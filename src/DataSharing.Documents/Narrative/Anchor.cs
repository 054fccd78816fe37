using System.Globalization;
using System.Text;
using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative;

/// <summary>The id of the element that shows an answer: <c>/flows/F1/disclosureLog</c> is at <c>f-flows-F1-disclosureLog</c>.</summary>
public static class Anchor
{
    /// <summary>
    /// Different paths have different anchors: the hyphen parts the steps, so a hyphen within an item's id becomes an underscore.
    /// </summary>
    public static string Of(string path)
    {
        var anchor = new StringBuilder("f-");
        foreach (var (i, step) in ContentPointer.Steps(path).Index())
        {
            anchor.Append(i > 0 ? "-" : "");
            foreach (var c in step)
            {
                if (char.IsAsciiLetterOrDigit(c))
                {
                    anchor.Append(c);
                }
                else if (c == '-')
                {
                    anchor.Append('_');
                }
                else
                {
                    anchor.Append(CultureInfo.InvariantCulture, $".{(int)c:x}.");
                }
            }
        }

        return anchor.ToString();
    }

    public static string Of(Section section) => string.Create(CultureInfo.InvariantCulture, $"s{NumberOf(section)}");

    internal static int NumberOf(Section section) => (int)section + 1;
}
