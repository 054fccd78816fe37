using DataSharing.Domain.Content;
using Microsoft.VisualBasic.FileIO;
using FieldType = DataSharing.Domain.Content.FieldType;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>Fields of a dataset, read from a table that was pasted: name, type, category, reason.</summary>
internal sealed class PastedFields
{
    private const int MostFields = 500;
    private const int MostErrors = 20;

    private readonly string _table;
    private readonly List<string> _errors = [];

    private PastedFields(string table, Dataset dataset, IEnumerable<string> usedIds)
    {
        _table = table;
        Fields = FieldsOf(dataset, usedIds);
    }

    public static IReadOnlyList<string> TypeWords { get; } =
    [.. Enum.GetValues<FieldType>().Select(type => CodeLabels.Of(type).ToLowerInvariant())];

    public static IReadOnlyList<string> SpecialWords { get; } =
    [.. Enum.GetValues<SpecialCategory>().Select(special => CodeLabels.Of(special).ToLowerInvariant())];

    /// <summary>Of no use where there are errors.</summary>
    public IReadOnlyList<DataField> Fields { get; }

    /// <summary>What is wrong with the table, line by line; the first of them where there are many.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <param name="dataset">The one to which the fields will belong: none has the name of a field that is there.</param>
    /// <param name="usedIds">The ids that no new field may have.</param>
    public static PastedFields Read(string table, Dataset dataset, IEnumerable<string> usedIds) => new(table, dataset, usedIds);

    private List<DataField> FieldsOf(Dataset dataset, IEnumerable<string> usedIds)
    {
        var rows = Rows();
        if (_errors.Count == 0 && rows.Count is 0 or > MostFields)
        {
            Refuse(rows.Count == 0 ? "Paste at least one line" : $"These are {rows.Count} fields. Paste at most {MostFields} at a time");
        }

        var fields = new List<DataField>();
        var ids = usedIds.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = dataset.Fields.Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, cells) in rows)
        {
            var cell = (int i) => i < cells.Length && cells[i].Length > 0 ? cells[i] : null;
            if (cell(0) is not { } name)
            {
                Refuse($"Line {line}: the name is missing");
                continue;
            }

            if (PlainText.Objection(string.Concat(cells)) is { } objection)
            {
                Refuse($"Line {line}: {objection}");
                continue;
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
                Justification = cell(3),
            };
            ids.Add(field.Id);
            fields.Add(
                (cell(2) ?? "")
                    .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Aggregate(field, (f, word) => Categorise(f, word, line))
            );
        }

        return fields;
    }

    /// <summary>Tabs where there are any, as a spreadsheet gives them; else commas.</summary>
    private List<(long Line, string[] Cells)> Rows()
    {
        var rows = new List<(long, string[])>();
        using var parser = new TextFieldParser(new StringReader(_table)) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = true };
        parser.SetDelimiters(_table.Contains('\t', StringComparison.Ordinal) ? "\t" : ",");
        while (!parser.EndOfData)
        {
            try
            {
                var line = Math.Max(1, parser.LineNumber);
                var cells = parser.ReadFields() ?? [];
                if (cells.Any(cell => cell.Length > 0) && !(rows.Count == 0 && cells[0].Equals("name", StringComparison.OrdinalIgnoreCase)))
                {
                    rows.Add((line, cells));
                }
            }
            catch (MalformedLineException malformed)
            {
                Refuse($"Line {malformed.LineNumber}: a quotation mark is not closed");
            }
        }

        return rows;
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
                return field with { Category = word };

            case var _ when Named<SpecialCategory>(word) is { } special:
                return field with { SpecialCategory = special };

            default:
                Refuse(
                    $"Line {line}: “{word}” is no category. Write direct identifier, quasi-identifier, criminal offence, "
                        + "a special category, or a term that begins with pd:"
                );
                return field;
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
