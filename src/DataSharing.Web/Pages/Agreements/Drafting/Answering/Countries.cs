using System.Collections.Frozen;
using System.Globalization;
using DataSharing.Documents.Narrative;
using DataSharing.Domain.Content;

namespace DataSharing.Web.Pages.Agreements.Drafting.Answering;

/// <summary>Countries by their names and by their ISO 3166-1 alpha-2 codes.</summary>
internal static class Countries
{
    private static readonly FrozenDictionary<string, string> ByName = CultureInfo
        .GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name))
        .Where(region => region.TwoLetterISORegionName is { Length: 2 } code && code.All(char.IsAsciiLetter))
        .DistinctBy(region => region.TwoLetterISORegionName)
        .SelectMany(region =>
            new[] { Words.Country(region.TwoLetterISORegionName), region.EnglishName, region.TwoLetterISORegionName }.Select(name =>
                (Name: name, Code: region.TwoLetterISORegionName)
            )
        )
        .Append((Name: "UK", Code: "GB"))
        .DistinctBy(country => country.Name.ToUpperInvariant())
        .ToFrozenDictionary(country => country.Name, country => country.Code, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => ByName.Keys.Where(name => name.Length > 2).Order(StringComparer.CurrentCulture);

    /// <summary>The code of a country that is named or coded; null if there is none.</summary>
    public static string? Read(string text) => ByName.GetValueOrDefault(text.Trim());

    /// <summary>What was probably meant, as a sentence; empty if nothing comes near.</summary>
    public static string Suggestion(string text) =>
        Spelling.Nearest(text, Names) is { } near ? $" Did you mean {near}?" : " Write its name, like Ireland, or its code, like IE";
}
