namespace DataSharing.Documents.Narrative;

/// <summary>A piece of a section. Whoever shows the narrative draws each kind in its own way.</summary>
public abstract record Block
{
    /// <summary>The places of the content that have an element of their own in this block.</summary>
    internal abstract IEnumerable<string> Shown { get; }

    internal abstract Block With(PlacedNotes notes);
}

/// <summary>Names an item, whose other answers follow.</summary>
public sealed record Heading(string Text, IReadOnlyList<string> Paths) : Block
{
    public IReadOnlyList<Note> Notes { get; init; } = [];

    internal override IEnumerable<string> Shown => Paths;

    internal override Block With(PlacedNotes notes) => this with { Notes = notes.On(Paths) };
}

/// <summary>A text to be read through.</summary>
public sealed record Prose(Answer Answer) : Block
{
    internal override IEnumerable<string> Shown => Answer.Shown;

    internal override Block With(PlacedNotes notes) => this with { Answer = Answer.With(notes) };
}

/// <summary>Answers under one another, each with its label.</summary>
public sealed record Facts(IReadOnlyList<Row> Rows) : Block
{
    /// <summary>Many short answers: two beside each other where there is room.</summary>
    public bool InTwoColumns { get; init; }

    internal override IEnumerable<string> Shown => Rows.SelectMany(row => row.Answers).SelectMany(answer => answer.Shown);

    internal override Block With(PlacedNotes notes) =>
        this with
        {
            Rows = [.. Rows.Select(row => row with { Answers = [.. row.Answers.Select(answer => answer.With(notes))] })],
        };
}

public sealed record Row(string Label, params IReadOnlyList<Answer> Answers);

/// <summary>Items of one kind beside each other. The first cell of a row names the item.</summary>
public sealed record Table(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows) : Block
{
    internal override IEnumerable<string> Shown =>
        Rows.SelectMany(row => row.Cells.SelectMany(cell => cell).SelectMany(answer => answer.Shown).Prepend(row.Path));

    internal override Block With(PlacedNotes notes) => this with { Rows = [.. Rows.Select(row => row.With(notes))] };

    /// <summary>A table without the columns in which no row has an answer.</summary>
    internal static Table Of(string caption, IReadOnlyList<string> columns, IEnumerable<TableRow> rows)
    {
        TableRow[] all = [.. rows];
        int[] answered = [.. Enumerable.Range(0, columns.Count).Where(i => i == 0 || all.Any(row => row.Cells[i].Count > 0))];
        return new Table(
            caption,
            [.. answered.Select(i => columns[i])],
            [.. all.Select(row => row with { Cells = [.. answered.Select(i => row.Cells[i])] })]
        );
    }
}

/// <param name="Path">The item.</param>
/// <param name="Cells">One for each column; an empty one is left out on a phone.</param>
public sealed record TableRow(string Path, params IReadOnlyList<IReadOnlyList<Answer>> Cells)
{
    public IReadOnlyList<Note> Notes { get; init; } = [];

    internal TableRow With(PlacedNotes notes) =>
        this with
        {
            Notes = notes.On(Path),
            Cells = [.. Cells.Select(cell => (IReadOnlyList<Answer>)[.. cell.Select(answer => answer.With(notes))])],
        };
}
