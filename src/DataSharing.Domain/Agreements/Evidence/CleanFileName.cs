using System.Globalization;
using System.Text;

namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>The name under which a file was sent, made fit to be shown and offered as a download on any system.</summary>
public static class CleanFileName
{
    /// <summary>In UTF-16 code units, with the extension.</summary>
    public const int MaxLength = 120;

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>
    /// The last step of what may be a whole path, in NFC, without control and invisible characters (among them those that turn the
    /// direction of reading, so that an extension looks like another) and without what some system reads as more than a name.
    /// </summary>
    public static string Of(string? sent)
    {
        var last = (sent ?? "").Split('/', '\\')[^1];
        var cleaned = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            cleaned.Append(
                Rune.GetUnicodeCategory(rune) switch
                {
                    _ when rune == Rune.ReplacementChar => "",
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned => "",
                    UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                    _ when "\"<>:|?*;%".Contains(rune.ToString(), StringComparison.Ordinal) => "_",
                    _ => rune.ToString(),
                }
            );
        }

        var name = cleaned.ToString().Normalize(NormalizationForm.FormC);
        var extension = Path.GetExtension(name).Trim();
        var stem = Path.GetFileNameWithoutExtension(name).Trim('.', ' ');
        if (extension.Length > 10)
        {
            (stem, extension) = (name.Trim('.', ' '), "");
        }

        if (stem.Length == 0 || Devices.Contains(stem.Split('.')[0]))
        {
            stem = $"file_{stem}".TrimEnd('_');
        }

        return Shortened(stem, MaxLength - extension.Length) + extension.ToLowerInvariant();
    }

    /// <summary>Cut where no character is cut in two.</summary>
    private static string Shortened(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd('.', ' ');
}
