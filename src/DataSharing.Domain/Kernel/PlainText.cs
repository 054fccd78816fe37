using System.Globalization;
using System.Text;

namespace DataSharing.Domain.Kernel;

/// <summary>
/// The one form in which a text enters an agreement: Unicode NFC, line ends LF, trimmed, no other control characters than LF and TAB.
/// </summary>
public static class PlainText
{
    /// <summary>What is wrong with the text, in plain English, or null.</summary>
    public static string? Objection(string text)
    {
        var unix = UnixLines(text);
        for (var i = 0; i < unix.Length; i++)
        {
            if (!Rune.TryGetRuneAt(unix, i, out var rune))
            {
                return "This text holds a broken character (half of a surrogate pair). Type it again.";
            }

            if (IsForbidden(rune))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"This text holds the control character U+{rune.Value:X4}. Only line breaks and tabs are allowed."
                );
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return null;
    }

    /// <summary>
    /// The same for a text that somebody sends. Whoever reads bytes that are no text puts U+FFFD for them, so that it stands for something
    /// that is lost; what is stored may have it from before.
    /// </summary>
    public static string? ObjectionToSent(string text) =>
        text.Contains('\uFFFD', StringComparison.Ordinal)
            ? "This text holds “\uFFFD” in place of a character that could not be read. Type that character again."
            : Objection(text);

    /// <summary>The text in its one form; empty if it is blank.</summary>
    /// <exception cref="FormatException">There is an <see cref="Objection"/>.</exception>
    public static string Normalise(string text) =>
        Objection(text) is { } objection ? throw new FormatException(objection) : UnixLines(text).Normalize(NormalizationForm.FormC).Trim();

    /// <summary>
    /// Control characters, those that turn the direction of writing round unseen, and the code points that Unicode reserves as no
    /// characters at all.
    /// </summary>
    private static bool IsForbidden(Rune rune) =>
        (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        || rune.Value is >= 0xFDD0 and <= 0xFDEF
        || (rune.Value & 0xFFFE) == 0xFFFE;

    private static string UnixLines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
