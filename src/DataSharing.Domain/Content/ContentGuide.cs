using System.Collections.Frozen;

namespace DataSharing.Domain.Content;

/// <summary>
/// The label, the explanation and the rights of every place of an agreement's content. The declarations are in the other parts of this
/// class, one for each group of sections.
/// </summary>
public static partial class ContentGuide
{
    private static readonly FrozenDictionary<string, ContentShape> Shapes = ContentShape
        .Paths()
        .ToFrozenDictionary(place => place.Path, place => place.Shape);

    private static readonly FrozenDictionary<string, GuideEntry> ByPath = Declared()
        .SelectMany(WithId)
        .ToFrozenDictionary(entry => entry.Path);

    /// <summary>All entries, in the order of the content.</summary>
    public static IReadOnlyList<GuideEntry> Entries { get; } =
    [.. ContentShape.Paths().Select(p => ByPath.GetValueOrDefault(p.Path)).OfType<GuideEntry>()];

    /// <summary>The entry for a pattern (<c>/flows/*/mode</c>) or for a pointer with item ids (<c>/flows/F1/mode</c>).</summary>
    /// <exception cref="KeyNotFoundException">Content has no such place.</exception>
    public static GuideEntry For(string path) =>
        ByPath.GetValueOrDefault(path)
        ?? (ContentShape.PatternOf(path) is { } pattern ? ByPath.GetValueOrDefault(pattern) : null)
        ?? throw new KeyNotFoundException($"The content of an agreement has no {path}.");

    private static IEnumerable<GuideEntry> Declared() =>
        [
            .. In(Section.Basics, Editors.Drafter, Basics),
            .. In(Section.Dates, Editors.Drafter, Dates),
            .. In(Section.Parties, Editors.Drafter, WhoThePartiesAre),
            .. In(Section.Parties, Editors.OwnParty, Parties),
            .. In(Section.Purposes, Editors.Drafter, Purposes),
            .. In(Section.DatasetsAndFields, Editors.Drafter, DatasetsAndFields),
            .. In(Section.LegalGrounds, Editors.OwnParty, LegalGrounds),
            .. In(Section.DataFlows, Editors.Drafter, DataFlows),
            .. In(Section.Anonymity, Editors.Drafter, Anonymity),
            .. In(Section.Security, Editors.Drafter, Security),
            .. In(Section.PublicTrust, Editors.OwnParty, PrivacyNotices),
            .. In(Section.PublicTrust, Editors.Drafter, PublicTrust),
            .. In(Section.RightsAndComplaints, Editors.Drafter, RightsAndComplaints),
            .. In(Section.RetentionAndOnwardSharing, Editors.OwnParty, Retention),
            .. In(Section.RetentionAndOnwardSharing, Editors.Drafter, OnwardSharingAndEnding),
            .. In(Section.Benefits, Editors.Drafter, Benefits),
            .. In(Section.AssessmentsAndEvidence, Editors.Drafter, AssessmentsAndEvidence),
        ];

    private static IEnumerable<GuideEntry> In(Section section, Editors editors, Declaration[] declarations) =>
        declarations.Select(d => new GuideEntry(d.Path, d.Label, d.Hint, d.Help, section, d.Readers, editors) { Shape = Shapes[d.Path] });

    /// <summary>Nobody is asked for the id of an item, but differences and errors may name it.</summary>
    private static IEnumerable<GuideEntry> WithId(GuideEntry entry) =>
        entry.Shape is not RecordShape { IsItem: true }
            ? [entry]
            :
            [
                entry,
                entry with
                {
                    Path = $"{entry.Path}/id",
                    Label = "Id",
                    Hint = "A letter, then letters, digits and hyphens. It stays the same for ever.",
                    Help = null,
                    Shape = Shapes[$"{entry.Path}/id"],
                },
            ];

    /// <summary>An answer that goes into the public register entry.</summary>
    private static Declaration Published(string path, string label, string? hint = null, string? help = null) =>
        new(path, label, hint, help, Readers.Public);

    /// <summary>An answer that only the parties and their auditors see.</summary>
    private static Declaration Shared(string path, string label, string? hint = null, string? help = null) =>
        new(path, label, hint, help, Readers.Parties);

    private sealed record Declaration(string Path, string Label, string? Hint, string? Help, Readers Readers);
}
