namespace DataSharing.Documents.Narrative.Sections;

/// <summary>A list of facts, or nothing where nothing is answered.</summary>
internal static class FactsOf
{
    public static IEnumerable<Block> Rows(params IEnumerable<Row?> rows) =>
        rows.OfType<Row>().ToArray() is { Length: > 0 } answered ? [new Facts(answered)] : [];

    /// <summary>Each with the label that the guide gives it.</summary>
    public static IEnumerable<Block> Members(Answers answers, params IEnumerable<string> paths) =>
        Rows(paths.Select(path => answers.Row(path)));

    /// <summary>One row for each item, named by one of its answers.</summary>
    public static IEnumerable<Row?> Items<T>(IEnumerable<T> items, Func<T, string> label, Func<T, Answer?> answer) =>
        items.Select(item => answer(item) is { } told ? new Row(label(item), told) : null);
}
