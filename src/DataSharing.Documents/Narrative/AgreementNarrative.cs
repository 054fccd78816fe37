using DataSharing.Documents.Narrative.Sections;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Documents.Narrative;

/// <summary>
/// The whole agreement in plain order, in words. Everything that is answered is somewhere in it, and nothing that is not.
/// </summary>
public sealed class AgreementNarrative
{
    private readonly HashSet<string> _shown;

    private AgreementNarrative(IReadOnlyList<NarrativeSection> sections, IEnumerable<Note> notes)
    {
        _shown = [.. sections.SelectMany(section => section.Blocks).SelectMany(block => block.Shown)];
        var placed = new PlacedNotes(notes.ToLookup(note => ShownAt(note.Path) ?? SectionOf(note.Path).ToString()));
        if (placed.AreNone)
        {
            Sections = sections;
            return;
        }

        Sections =
        [
            .. sections.Select(section =>
                section with
                {
                    Blocks = [.. section.Blocks.Select(block => block.With(placed))],
                    Notes = placed.On(section.Section.ToString()),
                }
            ),
        ];
    }

    public IReadOnlyList<NarrativeSection> Sections { get; }

    /// <param name="notes">What the checks say, and how it was justified; each is shown beneath what it is about.</param>
    public static AgreementNarrative Of(AgreementContent content, LawBook lawBook, params IEnumerable<Note> notes)
    {
        var answers = new Answers(content, lawBook);
        return new AgreementNarrative(
            [
                .. Enum.GetValues<Section>()
                    .Select(section => new NarrativeSection(section, TitleOf(section), [.. BlocksOf(section, answers)])),
            ],
            notes
        );
    }

    /// <summary>
    /// The id of the element that shows a place of the content, or of the nearest one that encloses it: an item, and in the end its
    /// section.
    /// </summary>
    public string AnchorFor(string path) => ShownAt(path) is { } shown ? Anchor.Of(shown) : Anchor.Of(SectionOf(path));

    /// <summary>The summary belongs to public trust, but whoever reads the whole starts with it.</summary>
    private static string TitleOf(Section section) => section is Section.Basics ? "Summary and basics" : CodeLabels.Of(section);

    private static IEnumerable<Block> BlocksOf(Section section, Answers answers) =>
        section switch
        {
            Section.Basics => BasicsSection.Of(answers),
            Section.Parties => PartiesSection.Of(answers),
            Section.Purposes => PurposesSection.Of(answers),
            Section.DatasetsAndFields => DatasetsSection.Of(answers),
            Section.LegalGrounds => LegalGroundsSection.Of(answers),
            Section.DataFlows => FlowsSection.Of(answers),
            Section.Anonymity => AnonymitySection.Of(answers),
            Section.Security => SecuritySection.Of(answers),
            Section.PublicTrust => PublicTrustSection.Of(answers),
            Section.RightsAndComplaints => RightsSection.Of(answers),
            Section.RetentionAndOnwardSharing => RetentionSection.Of(answers),
            Section.Benefits => BenefitsSection.Of(answers),
            Section.AssessmentsAndEvidence => AssessmentsSection.Of(answers),
            Section.Dates => DatesSection.Of(answers),
            _ => throw new ArgumentOutOfRangeException(nameof(section), section, "The reading has no such section."),
        };

    private static Section SectionOf(string path) =>
        ContentShape.PatternOf(path) is { Length: > 0 } pattern ? ContentGuide.For(pattern).Section : Section.Basics;

    private string? ShownAt(string path)
    {
        while (path.Length > 0 && !_shown.Contains(path))
        {
            path = path[..path.LastIndexOf('/')];
        }

        return path.Length > 0 ? path : null;
    }
}

public sealed record NarrativeSection(Section Section, string Title, IReadOnlyList<Block> Blocks)
{
    public int Number => Narrative.Anchor.NumberOf(Section);

    public string Anchor => Narrative.Anchor.Of(Section);

    public IReadOnlyList<Note> Notes { get; init; } = [];
}
