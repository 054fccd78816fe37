using System.Text.Json;
using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.VisualBasic.FileIO;
using FieldType = DataSharing.Domain.Content.FieldType;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>Adds many fields at once from a table: name, type, category, reason.</summary>
public sealed class PasteFieldsModel(DataSharingDbContext db, SignedIn signedIn) : DraftPageModel(db, signedIn)
{
    private const int MostFields = 500;
    private const int MostErrors = 20;

    [FromRoute]
    public string Dataset { get; set; } = "";

    [BindProperty]
    public string? Table { get; set; }

    public string Parent => DraftAddress.OfItem(Reference, $"/datasets/{Dataset}");

    public string Name => DraftContent.Datasets.FirstOrDefault(d => d.Id == Dataset)?.Name ?? Dataset;

    public static IReadOnlyList<string> TypeWords { get; } =
    [.. Enum.GetValues<FieldType>().Select(type => CodeLabels.Of(type).ToLowerInvariant())];

    public static IReadOnlyList<string> SpecialWords { get; } =
    [.. Enum.GetValues<SpecialCategory>().Select(special => CodeLabels.Of(special).ToLowerInvariant())];

    private string List => $"/datasets/{Dataset}/fields";

    private bool HasDataset => DraftContent.Datasets.Any(d => d.Id == Dataset);

    public IActionResult OnGet() =>
        !HasDataset ? NotFound()
        : MayEdit(List) ? Page()
        : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!HasDataset)
        {
            return NotFound();
        }

        var fields = Read();
        if (!ModelState.IsValid)
        {
            ViewData[ErrorsTagHelper.Sequence] = new[] { nameof(Table), "" };
            return this.Invalid();
        }

        try
        {
            fields.ForEach(field =>
                Agreement.AddItem(List, JsonSerializer.SerializeToNode(field, AgreementJson.Options)!.AsObject(), Actor, Now)
            );
        }
        catch (DraftTooLargeException tooLarge)
        {
            ModelState.AddModelError(nameof(Table), tooLarge.Message);
            return this.Invalid();
        }

        await SaveAsync(cancellationToken);
        return LocalRedirect($"{Parent}?saved={List}#{Anchor.Of(List)}");
    }

    protected override Verdict ConsiderPost(Agreement agreement, Actor actor) => agreement.ConsiderEdit(List, actor);

    private List<DataField> Read()
    {
        var rows = Rows();
        if (ModelState.ErrorCount == 0 && rows.Count is 0 or > MostFields)
        {
            Refuse(rows.Count == 0 ? "Paste at least one line" : $"These are {rows.Count} fields. Paste at most {MostFields} at a time");
        }

        var fields = new List<DataField>();
        var ids = Version.UsedIds(List).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = DraftContent
            .Datasets.First(d => d.Id == Dataset)
            .Fields.Select(field => field.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
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
        var text = Table ?? "";
        var rows = new List<(long, string[])>();
        using var parser = new TextFieldParser(new StringReader(text)) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = true };
        parser.SetDelimiters(text.Contains('\t', StringComparison.Ordinal) ? "\t" : ",");
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

    /// <summary>The first beside the box, the others above it.</summary>
    private void Refuse(string message)
    {
        if (ModelState.ErrorCount < MostErrors)
        {
            ModelState.AddModelError(ModelState.ErrorCount == 0 ? nameof(Table) : "", message);
        }
    }
}
