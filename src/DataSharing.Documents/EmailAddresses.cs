using System.Text.RegularExpressions;

namespace DataSharing.Documents;

/// <summary>E-mail addresses within texts, which are kept together where a line ends.</summary>
public static partial class EmailAddresses
{
    /// <summary>The text in pieces, one after the other; those that are addresses end before the domain and have it beside.</summary>
    public static IEnumerable<(string Text, string? Domain)> Pieces(string text)
    {
        var end = 0;
        if (text.Contains('@', StringComparison.Ordinal))
        {
            foreach (Match address in Address().Matches(text))
            {
                if (address.Index > end)
                {
                    yield return (text[end..address.Index], null);
                }

                end = address.Index + address.Length;
                var at = text.IndexOf('@', address.Index);
                yield return (text[address.Index..(at + 1)], text[(at + 1)..end]);
            }
        }

        if (end < text.Length)
        {
            yield return (text[end..], null);
        }
    }

    /// <summary>Of the longest address in the text; 0 if there is none.</summary>
    public static int Longest(string text) =>
        Pieces(text).Select(piece => piece.Domain is { } domain ? piece.Text.Length + domain.Length : 0).DefaultIfEmpty().Max();

    [GeneratedRegex(@"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+")]
    private static partial Regex Address();
}
