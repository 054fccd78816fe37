namespace DataSharing.Documents.Narrative;

/// <summary>What the agreement says in one place, in words, or in the places of a record together.</summary>
/// <param name="Paths">The places that it shows; usually one, more where one word answers two questions.</param>
/// <param name="Lines">Nothing for a record, which has parts instead.</param>
public sealed record Answer(IReadOnlyList<string> Paths, IReadOnlyList<Line> Lines)
{
    /// <summary>Said before the answer where no table or list names it.</summary>
    public string? Label { get; init; }

    public bool IsBulleted { get; init; }

    public IReadOnlyList<Answer> Parts { get; init; } = [];

    public PartLayout Layout { get; init; }

    public IReadOnlyList<Note> Notes { get; init; } = [];

    public static Answer Saying(string text, Tone tone = Tone.Plain) => new([], [new Line([new Phrase(text, tone)])]);

    public static Answer Of(PartLayout layout, params IEnumerable<Answer?> parts) =>
        new([], []) { Parts = [.. parts.OfType<Answer>()], Layout = layout };

    /// <summary>The whole answer as one text.</summary>
    public string InWords =>
        string.Join(
            "; ",
            Lines.Select(line => string.Join(' ', line.Phrases.Select(phrase => phrase.Text))).Concat(Parts.Select(part => part.InWords))
        );

    internal IEnumerable<string> Shown => [.. Paths, .. Parts.SelectMany(part => part.Shown)];

    /// <summary>The same for a page on which another element shows these places, or another version does.</summary>
    internal Answer WithoutPlaces() => this with { Paths = [], Parts = [.. Parts.Select(part => part.WithoutPlaces())] };

    internal Answer With(PlacedNotes notes) => this with { Notes = notes.On(Paths), Parts = [.. Parts.Select(part => part.With(notes))] };
}

public sealed record Line(IReadOnlyList<Phrase> Phrases);

public sealed record Phrase(string Text, Tone Tone = Tone.Plain, Link? Link = null);

public enum Tone
{
    Plain,
    Strong,
    Muted,

    /// <summary>Special category or criminal offence data.</summary>
    Sensitive,

    /// <summary>Something that ought not to be so.</summary>
    Bad,

    /// <summary>The number of a flow, as in the picture.</summary>
    Number,
}

public enum PartLayout
{
    /// <summary>One beneath the other.</summary>
    Stacked,

    /// <summary>As many beside one another as there is room for; a long text takes its own line.</summary>
    Beside,

    /// <summary>As one sentence.</summary>
    Sentence,
}
