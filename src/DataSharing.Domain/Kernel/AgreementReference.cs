using System.Globalization;
using System.Text.RegularExpressions;

namespace DataSharing.Domain.Kernel;

/// <summary>How people name an agreement: <c>DSA-2026-00042</c>. Issued once, never changed.</summary>
public readonly partial record struct AgreementReference
{
    public const int MaxLength = 20;

    private readonly string? _value;

    private AgreementReference(string value) => _value = value;

    public string Value => _value ?? "";

    public static AgreementReference Of(int year, int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"DSA-{year:0000}-{number:00000}"));

    /// <exception cref="FormatException">The text is not a reference.</exception>
    public static AgreementReference Parse(string text) =>
        TryParse(text, out var reference) ? reference : throw new FormatException("A reference looks like DSA-2026-00042.");

    public static bool TryParse(string? text, out AgreementReference reference)
    {
        var valid = text is { Length: <= MaxLength } && Form().IsMatch(text);
        reference = valid ? new AgreementReference(text!) : default;
        return valid;
    }

    /// <summary>Reads a reference as people type it: in small letters, without leading zeros, with spaces or dashes of any kind.</summary>
    public static bool TryRead(string? text, out AgreementReference reference)
    {
        var typed = text is { Length: <= 2 * MaxLength } ? Typed().Match(text) : Match.Empty;
        return TryParse(
            typed.Success ? $"DSA-{typed.Groups["year"].Value}-{typed.Groups["number"].Value.PadLeft(5, '0')}" : null,
            out reference
        );
    }

    public override string ToString() => Value;

    [GeneratedRegex(
        @"\A\s*DSA[\s\-\u2010-\u2015\u2212]*(?<year>[0-9]{4})[\s\-\u2010-\u2015\u2212]+0*(?<number>[0-9]{1,9})\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Typed();

    [GeneratedRegex(@"\ADSA-[0-9]{4}-[0-9]{5,9}\z")]
    private static partial Regex Form();
}
