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

    public override string ToString() => Value;

    [GeneratedRegex(@"\ADSA-[0-9]{4}-[0-9]{5,9}\z")]
    private static partial Regex Form();
}
