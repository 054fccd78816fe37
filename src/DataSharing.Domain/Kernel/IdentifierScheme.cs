using System.Text.RegularExpressions;

namespace DataSharing.Domain.Kernel;

/// <summary>How a register writes the letters of its identifiers.</summary>
public enum IdentifierLetters
{
    Capitals,
    Small,

    /// <summary>As a part of a web address: small letters, and hyphens between the words.</summary>
    Slug,
}

/// <summary>
/// A register that numbers organisations, and how it writes its numbers. <see cref="All"/> is the one list of them: forms, import, rules,
/// settings and verbs read it.
/// </summary>
public sealed partial record IdentifierScheme
{
    public const int ValueMaxLength = 100;

    private readonly string[] _formats = [];
    private readonly Regex _form = null!;

    /// <summary>The list's code in org-id.guide; four lists that it lacks have codes of our own.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Issuer { get; init; }

    /// <summary>
    /// Regular expressions; a number has one of these forms. They say [0-9], because \d means the digits of every script.
    /// </summary>
    public required string[] Formats
    {
        get => _formats;
        init
        {
            _formats = value;
            _form = new Regex($@"^({string.Join('|', value)})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
    }

    public required string Example { get; init; }

    /// <summary>Where the forms are laid down, or can be looked up.</summary>
    public required Uri Source { get; init; }

    public IdentifierLetters Letters { get; init; } = IdentifierLetters.Capitals;

    /// <summary>What people write before a number and the register's own data leaves out: the rest of an address, NIC, URN.</summary>
    public string[] Before { get; init; } = [];

    /// <summary>Numbers have leading zeros, which spreadsheets drop.</summary>
    public bool HasLeadingZeros { get; init; }

    /// <summary>What else is said of a number that is wrong.</summary>
    public string? Advice { get; init; }

    public static IdentifierScheme? Find(string? code) => Array.Find(Known, scheme => scheme.Code == code);

    /// <summary>The value is written as the register writes it, to the letter.</summary>
    public bool Accepts(string value) => value.Length <= ValueMaxLength && _form.IsMatch(value);

    /// <summary>The identifier that somebody typed, as the register writes it; else what is wrong with it.</summary>
    public (string? Value, string? Objection) Read(string text)
    {
        var value = Written(text);
        return Accepts(value) ? (value, null) : (null, Objection(value));
    }

    /// <summary>
    /// <c>scheme:value</c> as the register writes it, where the scheme is known and the value is one of its numbers; else the text as is.
    /// </summary>
    public static string InItsForm(string orgId) =>
        orgId.Split(':', 2) is [var code, var text] && FindWritten(code) is { } scheme && scheme.Read(text).Value is { } value
            ? $"{scheme.Code}:{value}"
            : orgId;

    /// <summary>A scheme by its code, in whatever case and with whatever spaces it was typed.</summary>
    public static IdentifierScheme? FindWritten(string? code) => Find(code is null ? null : Compact(code).ToUpperInvariant());

    private string Written(string text)
    {
        var value = Letters is IdentifierLetters.Slug ? SpacesIn().Replace(Hyphens().Replace(text.Trim(), "-"), "-") : Compact(text);
        value = Letters is IdentifierLetters.Capitals ? value.ToUpperInvariant() : value.ToLowerInvariant();
        foreach (var before in Before.Append($"{Code}-").Append($"{Code}:"))
        {
            if (value.StartsWith(before, StringComparison.OrdinalIgnoreCase) && !Accepts(value))
            {
                value = value[before.Length..].TrimEnd('/');
            }
        }

        return value;
    }

    private string Objection(string value)
    {
        var zero = value.AsSpan().IndexOfAnyInRange('0', '9') is var digits and >= 0 ? value.Insert(digits, "0") : value;
        var (asked, instead) =
            HasLeadingZeros && Accepts(zero) ? (" Did a zero get lost?", zero)
            : Accepts(value.Replace('O', '0')) ? (" Was a letter O typed for a zero?", value.Replace('O', '0'))
            : ("", null);
        return instead is null
            ? $"That is no {Name}. It looks like {Example}{(Advice is null ? "" : $". {Advice}")}"
            : $"That is no {Name}.{asked} It would be {instead}";
    }

    /// <summary>Without what is there only for the eye, and with every dash a hyphen.</summary>
    private static string Compact(string text) => Invisible().Replace(Hyphens().Replace(text, "-"), "");

    [GeneratedRegex(@"[\s\u00AD\u200B-\u200D\u2060\uFEFF]+")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"[ \u00A0]+")]
    private static partial Regex SpacesIn();

    [GeneratedRegex(@"[\u2010-\u2015\u2212]")]
    private static partial Regex Hyphens();
}
