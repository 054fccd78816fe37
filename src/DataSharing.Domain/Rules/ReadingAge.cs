using System.Text.RegularExpressions;

namespace DataSharing.Domain.Rules;

/// <summary>How old one must be to read a text with ease: Flesch and Kincaid's grade and five (the definition in DSA-080).</summary>
public static partial class ReadingAge
{
    public static int Words(string text) => Word().Count(text);

    public static double Of(string text)
    {
        var (words, syllables) = (0, 0);
        foreach (var word in Word().EnumerateMatches(text))
        {
            words++;
            syllables += Syllables(text.AsSpan(word.Index, word.Length));
        }

        var sentences = Math.Max(1, SentenceEnd().Count(text));
        return words == 0 ? 0 : 5 + (0.39 * words / sentences) + (11.8 * syllables / words) - 15.59;
    }

    /// <summary>Runs of vowels, less one for a final silent e (not -le), at least one.</summary>
    private static int Syllables(ReadOnlySpan<char> word)
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
