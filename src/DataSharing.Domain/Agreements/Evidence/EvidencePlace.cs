using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>What evidence supports: a section of the agreement, or one place in it.</summary>
/// <param name="Path">A pointer with item ids, such as <c>/legalLines/L1</c>; null for the section as a whole.</param>
public sealed record EvidencePlace(Section Section, string? Path)
{
    public const int MaxLength = 200;

    /// <summary>Reads the name of a section or a pointer; false if the content of an agreement has no such place.</summary>
    public static bool TryParse(string? text, out EvidencePlace? place)
    {
        place = text switch
        {
            ['/', ..] when text.Length <= MaxLength && ContentShape.PatternOf(text) is { } pattern => new(
                ContentGuide.For(pattern).Section,
                text
            ),
            not null when Enum.TryParse<Section>(text, out var section) && section.ToString() == text => new(section, null),
            _ => null,
        };
        return place is not null;
    }

    /// <exception cref="FormatException">The content of an agreement has no such place.</exception>
    public static EvidencePlace Parse(string text) =>
        TryParse(text, out var place) ? place! : throw new FormatException($"\"{text}\" is no place in an agreement.");

    /// <summary>It stands at the place or within it.</summary>
    public bool IsWithin(EvidencePlace other) =>
        other.Path is null
            ? Section == other.Section
            : Path is not null && (Path == other.Path || Path.StartsWith($"{other.Path}/", StringComparison.Ordinal));

    public override string ToString() => Path ?? Section.ToString();
}
