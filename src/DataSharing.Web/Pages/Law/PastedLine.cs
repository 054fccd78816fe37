using System.Globalization;
using DataSharing.Domain.Content;

namespace DataSharing.Web.Pages.Law;

/// <summary>
/// A row of a table as a line of text, so that a whole schedule can be pasted: its cells are parted by semicolons, or by tabs as a
/// spreadsheet copies them.
/// </summary>
/// <param name="Number">From 1, blank lines counted, as an editor counts them.</param>
internal sealed record PastedLine(int Number, IReadOnlyList<string> Cells)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>A cell; null where it is blank or the line ends before it.</summary>
    public string? this[int cell] => Cells.ElementAtOrDefault(cell) is { Length: > 0 } text ? text : null;

    /// <summary>The lines that are not blank.</summary>
    /// <param name="columns">Of the table. What stands in the last may itself have semicolons.</param>
    public static IEnumerable<PastedLine> Of(string? text, int columns) =>
        (text ?? "")
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select((line, i) => (Text: line.Trim(), Number: i + 1))
            .Where(line => line.Text.Length > 0)
            .Select(line => new PastedLine(
                line.Number,
                [.. line.Text.Split(line.Text.Contains('\t', StringComparison.Ordinal) ? '\t' : ';', columns).Select(cell => cell.Trim())]
            ));

    /// <summary>With semicolons; with tabs where a semicolon in a cell before the last would part it.</summary>
    public static string Write(params IEnumerable<string?> cells)
    {
        string[] texts = [.. cells.Select(cell => cell ?? "")];
        return texts.SkipLast(1).Any(text => text.Contains(';', StringComparison.Ordinal))
            ? string.Join('\t', texts).TrimEnd('\t', ' ')
            : string.Join("; ", texts).TrimEnd(';', ' ');
    }

    public static string Write(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "";

    /// <summary>What cannot be seen in it, and so cannot be kept; null if nothing.</summary>
    public string? Unseen =>
        Cells.Select(PlainText.Objection).OfType<string>().FirstOrDefault() is { } objection ? $"cannot be kept: {objection}" : null;

    public DateOnly? Day(int cell) =>
        DateOnly.TryParseExact(this[cell], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What is wrong with the first of these cells that says something and no day; null if nothing.</summary>
    public string? NoDayIn(params IEnumerable<int> cells) =>
        cells.FirstOrDefault(cell => this[cell] is not null && Day(cell) is null, -1) is var wrong and >= 0
            ? $"says “{this[wrong]}”: write a day as 2027-03-31"
            : null;
}
