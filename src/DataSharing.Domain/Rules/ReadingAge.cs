using System.Text.RegularExpressions;

namespace DataSharing.Domain.Rules;

/// <summary>How old one must be to read a text with ease: Flesch and Kincaid's grade and five (the definition in DSA-080).</summary>
public static partial class ReadingAge
{
    public static int Words(string text) => Word().Count(text);

    public static double Of(string text)
    {
        var words = Word().Matches(text);
        if (words.Count == 0)
        {
            return 0;
        }

        var sentences = Math.Max(1, SentenceEnd().Count(text));
        var syllables = words.Sum(word => Syllables(word.Value));
        return 5 + (0.39 * words.Count / sentences) + (11.8 * syllables / words.Count) - 15.59;
    }

    /// <summary>Runs of vowels, less one for a final silent e (not -le), at least one.</summary>
    private static int Syllables(string word)
    {
        var runs = Vowels().Count(word);
        return Math.Max(1, SilentE().IsMatch(word) ? runs - 1 : runs);
    }

    [GeneratedRegex(@"[\p{L}\p{N}'’-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?](?=\s|\z)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("[aeiouy]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Vowels();

    [GeneratedRegex(@"[^aeiouyl]e\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SilentE();
}
