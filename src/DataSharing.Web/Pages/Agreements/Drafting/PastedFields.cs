using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Pages.Agreements.Drafting.Answering;
using Microsoft.VisualBasic.FileIO;
using FieldType = DataSharing.Domain.Content.FieldType;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>One line of the table, and the field that it was read as.</summary>
/// <param name="Field">Null for the headings.</param>
internal sealed record PastedRow(long Line, DataField? Field)
{
    public string? Type => Field?.Type is { } type ? CodeLabels.Of(type) : null;

    public string Categories =>
        string.Join(
            "; ",
            new[]
            {
                Field?.DirectIdentifier is true ? "Direct identifier" : null,
                Field?.QuasiIdentifier is true ? "Quasi-identifier" : null,
                Field?.CriminalOffence is true ? "Criminal offence" : null,
                Field?.SpecialCategory is { } special ? CodeLabels.Of(special) : null,
                Field?.Category,
            }.OfType<string>()
        );
}

/// <summary>Fields of a dataset, read from a table that was pasted: name, type, category, reason.</summary>
internal sealed class PastedFields
{
    private const int MostFields = 500;
    private const int MostErrors = 20;
    private const int Columns = 4;

    private readonly string _table;
    private readonly LawBook _lawBook;
    private readonly List<string> _errors = [];

    private PastedFields(string table, Dataset dataset, IEnumerable<string> usedIds, LawBook lawBook)
    {
        (_table, _lawBook) = (table, lawBook);
        Rows = Read(dataset, usedIds);
    }

    public static IReadOnlyList<string> TypeWords { get; } =
    [.. Enum.GetValues<FieldType>().Select(type => CodeLabels.Of(type).ToLowerInvariant())];

    public static IReadOnlyList<string> SpecialWords { get; } =
    [.. Enum.GetValues<SpecialCategory>().Select(special => CodeLabels.Of(special).ToLowerInvariant())];

    /// <summary>Every line that is not blank, as it was read. Of no use where there are errors.</summary>
    public IReadOnlyList<PastedRow> Rows { get; }

    public IReadOnlyList<DataField> Fields => [.. Rows.Select(row => row.Field).OfType<DataField>()];

    /// <summary>What is wrong with the table, line by line; the first of them where there are many.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <param name="dataset">The one to which the fields will belong: none has the name of a field that is there.</param>
    /// <param name="usedIds">The ids that no new field may have.</param>
    public static PastedFields Read(string table, Dataset dataset, IEnumerable<string> usedIds, LawBook lawBook) =>
        new(table, dataset, usedIds, lawBook);

    private List<PastedRow> Read(Dataset dataset, IEnumerable<string> usedIds)
    {
        var lines = Lines();
        var headings = lines.Take(1).Count(first => AreHeadings(first.Cells));
        var fields = lines.Count - headings;
        if (_errors.Count == 0 && fields is 0 or > MostFields)
        {
            Refuse(
                fields == 0 ? "Paste at least one line with a field" : $"These are {fields} fields. Paste at most {MostFields} at a time"
            );
        }

        var ids = usedIds.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = dataset.Fields.Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. lines.Take(headings).Select(line => new PastedRow(line.Number, null)),
            .. lines
                .Skip(headings)
                .Select(line => FieldOf(line.Number, line.Cells, known, ids) is { } field ? new PastedRow(line.Number, field) : null)
                .OfType<PastedRow>(),
        ];
    }

    /// <summary>A field may well be called Name; the headings go on with Type.</summary>
    private static bool AreHeadings(string[] cells) =>
        cells is [var first, var second, ..]
        && first.Equals("name", StringComparison.OrdinalIgnoreCase)
        && second.Equals("type", StringComparison.OrdinalIgnoreCase);

    private DataField? FieldOf(long line, string[] cells, HashSet<string?> known, HashSet<string> ids)
    {
        if (cells.Skip(Columns).Any(cell => cell.Length > 0))
        {
            Refuse($"Line {line} has {cells.Length} cells, and at most {Columns} are read. Put “quotation marks” round a text with commas");
            return null;
        }

        var cell = (int i) => i < cells.Length && cells[i].Length > 0 ? cells[i] : null;
        if (Text(cell(0), "name", line) is not { } name)
        {
            if (cell(0) is null)
            {
                Refuse($"Line {line}: the name is missing");
            }

            return null;
        }

        if (!known.Add(name))
        {
            Refuse($"Line {line}: there is a field called {name} already");
        }

        var field = new DataField
        {
            Id = ContentItems.IdFor(name, ids),
            Name = name,
            Type = TypeOf(cell(1), line),
            Justification = Text(cell(3), "justification", line),
        };
        ids.Add(field.Id);
        return (cell(2) ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Aggregate(field, (f, word) => Categorise(f, word, line));
    }

    /// <summary>A text, held to what the form of a field holds it to.</summary>
    private string? Text(string? cell, string member, long line)
    {
        var path = $"/datasets/*/fields/*/{member}";
        var (answer, error) = AnswerText.Read([cell ?? ""], ContentShape.At(path)!, ContentGuide.For(path).Label, _lawBook);
        if (error is not null)
        {
            Refuse($"Line {line}: {error}");
        }

        return answer?.GetValue<string>();
    }

    /// <summary>The lines that are not blank. Tabs part the cells where there are any, as a spreadsheet gives them; else commas.</summary>
    private List<(long Number, string[] Cells)> Lines()
    {
        var lines = new List<(long, string[])>();
        var texts = _table.ReplaceLineEndings("\n").Split('\n');
        using var parser = new TextFieldParser(new StringReader(_table)) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = true };
        parser.SetDelimiters(_table.Contains('\t', StringComparison.Ordinal) ? "\t" : ",");
        while (!parser.EndOfData)
        {
            // The parser passes over blank lines only when it reads.
            var number = Math.Max(1, parser.LineNumber);
            while (number < texts.Length && string.IsNullOrWhiteSpace(texts[number - 1]))
            {
                number++;
            }

            try
            {
                var cells = parser.ReadFields() ?? [];
                if (cells.Any(cell => cell.Length > 0))
                {
                    lines.Add((number, cells));
                }
            }
            catch (MalformedLineException)
            {
                Refuse($"Line {number}: a quotation mark is not closed");
            }
        }

        return lines;
    }

    private FieldType? TypeOf(string? text, long line)
    {
        if (text is null)
        {
            return null;
        }

        if (Named<FieldType>(text) is { } type)
        {
            return type;
        }

        Refuse($"Line {line}: “{text}” is no type of field. Write one of these: {string.Join(", ", TypeWords)}");
        return null;
    }

    private DataField Categorise(DataField field, string word, long line)
    {
        switch (word.ToLowerInvariant().Replace('-', ' '))
        {
            case "direct identifier" or "identifier":
                return field with { DirectIdentifier = true };

            case "quasi identifier":
                return field with { QuasiIdentifier = true };

            case "criminal offence"
            or "criminal offence data":
                return field with { CriminalOffence = true };

            case var term when term.StartsWith("pd:", StringComparison.Ordinal):
                RefuseAnother(field.Category, word, "term", line);
                return field with { Category = Text(word, "category", line) };

            case var _ when Named<SpecialCategory>(word) is { } special:
                RefuseAnother(field.SpecialCategory is { } other ? CodeLabels.Of(other) : null, word, "special category", line);
                return field with { SpecialCategory = special };

            default:
                Refuse(
                    $"Line {line}: “{word}” is no category. Write direct identifier, quasi-identifier, criminal offence, "
                        + "a special category, or a term that begins with pd:"
                );
                return field;
        }
    }

    /// <summary>A field has one of a kind: a second would take the place of the first unseen.</summary>
    private void RefuseAnother(string? first, string second, string kind, long line)
    {
        if (first is not null)
        {
            Refuse($"Line {line}: a field has one {kind}, and here are two, {first} and {second}. Keep one");
        }
    }

    private static T? Named<T>(string text)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .Cast<T?>()
            .FirstOrDefault(value =>
                CodeLabels.Of(value!.Value).Equals(text, StringComparison.OrdinalIgnoreCase)
                || Codes.NameOf(value.Value).Equals(text.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            );

    private void Refuse(string message)
    {
        if (_errors.Count < MostErrors)
        {
            _errors.Add(message);
        }
    }
}
