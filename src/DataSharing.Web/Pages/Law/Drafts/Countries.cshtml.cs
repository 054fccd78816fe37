using System.Globalization;
using DataSharing.Domain.Law;
using DataSharing.Domain.Law.Editions;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>The countries to which data may go without further safeguards, as lines, so that a list can be pasted from a table.</summary>
public sealed class CountriesModel(EditionStore editions, SignedIn signedIn) : EditionPageModel(editions, signedIn)
{
    private const string Key = "Form.Countries";

    [BindProperty]
    public Input Form { get; set; } = new();

    protected override EditionKind? KindOfAddress => EditionKind.LawBook;

    public void OnGet()
    {
        Seen = Edition.Hash.Hex;
        Form.Countries = string.Join('\n', Book.AdequateCountries.Select(Line));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var countries = new List<AdequateCountry>();
        foreach (var (line, number) in (Form.Countries ?? "").ReplaceLineEndings("\n").Split('\n').Select((line, i) => (line.Trim(), i + 1)).Where(x => x.Item1.Length > 0))
        {
            var (country, wrong) = Read(line);
            if (country is null)
            {
                ModelState.AddModelError(Key, $"Line {number} {wrong}");
                return this.Invalid();
            }

            countries.Add(country);
        }

        if (Criteria.LawBook.AdequateCountries.FirstOrDefault(known => countries.All(c => c.Country != known.Country)) is { } gone)
        {
            ModelState.AddModelError(Key, $"{gone.Name} stays in the list, for agreements may rest on it. Give it a last day");
            return this.Invalid();
        }

        try
        {
            return await ChangeAsync(Book.With(countries).Write(), "Approved countries", cancellationToken);
        }
        catch (InvalidLawBookException exception)
        {
            ModelState.AddModelError(Key, exception.Problems[0]);
            return this.Invalid();
        }
    }

    private static string Line(AdequateCountry country) => string.Join("; ",
        country.Country, country.Name, country.Citation, Day(country.ValidFrom), Day(country.ValidTo), country.Condition).TrimEnd(';', ' ');

    private static (AdequateCountry?, string Wrong) Read(string line)
    {
        string[] cells = [.. line.Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ';', 6).Select(cell => cell.Trim())];
        if (cells.Length < 4 || cells.Take(4).Any(cell => cell.Length == 0))
        {
            return (null, "has a code, a name, a citation and a first day, parted by semicolons");
        }

        if (Date(cells[3]) is not { } from)
        {
            return (null, $"says “{cells[3]}”: write a day as 2027-03-31");
        }

        var last = cells.ElementAtOrDefault(4);
        var to = string.IsNullOrEmpty(last) ? null : Date(last);
        return !string.IsNullOrEmpty(last) && to is null
            ? (null, $"says “{last}”: write a day as 2027-03-31")
            : (new AdequateCountry
            {
                Country = cells[0],
                Name = cells[1],
                Citation = cells[2],
                ValidFrom = from,
                ValidTo = to,
                Condition = cells.ElementAtOrDefault(5) is { Length: > 0 } condition ? condition : null
            }, "");
    }

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public sealed class Input
    {
        public string? Countries { get; set; }
    }
}
