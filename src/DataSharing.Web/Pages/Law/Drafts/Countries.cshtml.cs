using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>The countries to which data may go without further safeguards, as lines, so that a list can be pasted from a table.</summary>
public sealed class CountriesModel(EditionStore editions, SignedIn signedIn) : EditionPageModel(editions, signedIn)
{
    private const string Key = "Form.Countries";
    private const int Columns = 8;

    [BindProperty]
    public Input Form { get; set; } = new();

    protected override EditionKind? KindOfAddress => EditionKind.LawBook;

    public void OnGet()
    {
        Form.Countries = Part(Edition.Bytes);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var countries = new List<AdequateCountry>();
        foreach (var line in PastedLine.Of(Form.Countries, Columns))
        {
            if ((line.Unseen ?? Objection(line)) is { } wrong)
            {
                ModelState.AddModelError(Key, $"Line {line.Number} {wrong}");
                return this.Invalid();
            }

            countries.Add(Read(line));
        }

        try
        {
            return await ChangeAsync(Insisted(Book.With(countries)).Write(), EditionPart.Countries, cancellationToken);
        }
        catch (InvalidLawBookException exception)
        {
            ModelState.AddModelError(Key, exception.Problems[0]);
            return this.Invalid();
        }
    }

    protected override string Part(ReadOnlyMemory<byte> edition) => string.Join('\n', Lines(edition));

    protected override IEnumerable<(string Key, string Message)> SavedOtherwise(ReadOnlyMemory<byte> typed) =>
        [(Key, $"Countries: {LawDifferenceWords.SavedNow(Lines(Edition.Bytes), Lines(typed))}")];

    private List<string> Lines(ReadOnlyMemory<byte> edition) => [.. BookIn(edition).AdequateCountries.Select(Line)];

    private static string Line(AdequateCountry country) =>
        PastedLine.Write(
            country.Country,
            country.Name,
            country.Citation,
            PastedLine.Write(country.ValidFrom),
            PastedLine.Write(country.ValidTo),
            country.Condition,
            country.Url,
            country.Unverified
        );

    private static string? Objection(PastedLine line) =>
        Enumerable.Range(0, 4).Any(cell => line[cell] is null)
            ? "has a code, a name, a citation and a first day, parted by semicolons"
            : line.NoDayIn(3, 4);

    private static AdequateCountry Read(PastedLine line) =>
        new()
        {
            Country = line.Cells[0],
            Name = line.Cells[1],
            Citation = line.Cells[2],
            ValidFrom = line.Day(3)!.Value,
            ValidTo = line.Day(4),
            Condition = line[5],
            Url = line[6],
            Unverified = line[7],
        };

    public sealed class Input
    {
        public string? Countries { get; set; }
    }
}
