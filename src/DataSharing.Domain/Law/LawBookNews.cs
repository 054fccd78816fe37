using System.Globalization;
using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements.Content;

namespace DataSharing.Domain.Law;

/// <summary>
/// What is wrong with what a book says anew. It is asked of nothing that was released before: that stays as it is, whatever was thought of since.
/// </summary>
internal static class LawBookNews
{
    private const string UnitedKingdom = "GB";
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static IEnumerable<string> Problems(LawBook released, LawBook next) =>
    [
        .. next.Entries.Where(entry => released.Find(entry.Code) is null).Select(entry => OfCode(entry, next)).OfType<string>(),
        .. next.AdequateCountries.Where(country => country.Country == UnitedKingdom && released.AdequateCountry(country.Country) is null)
            .Select(_ => "GB is the United Kingdom itself: data that stays there is not transferred, so it is no approved country"),
        .. LawBookDifference.Between(released, next).Entries.SelectMany(entry => entry.Members.Select(member => OfMember(entry.Code, member)).OfType<string>()),
        .. OfBook(released, next)
    ];

    private static string? OfCode(LawEntry entry, LawBook book) =>
        LawCode.Objection(entry.Code, entry.GetType().Name) is { } objection ? $"{entry.Code}: {objection}"
            : book.Entries.FirstOrDefault(other => other != entry && other.Code.Equals(entry.Code, StringComparison.OrdinalIgnoreCase)) is { } other
                ? $"{entry.Code}: {other.Code} is {other.Name}. A code is never used for something else"
                : null;

    private static string? OfMember(string code, MemberDifference member)
    {
        string[] texts = [.. Texts(member.After)];
        var longest = member.Name == "specifiedPersons" ? Gateway.SpecifiedPersonsMaxLength : LawEntry.TextMaxLength;
        return texts.Select(PlainText.Objection).OfType<string>().FirstOrDefault() is { } objection ? $"{code}: {member.Name}: {objection}"
            : texts.Sum(text => text.Length + 1) - 1 > longest ? string.Create(English, $"{code}: {member.Name} must be {longest:N0} characters or fewer")
            : null;
    }

    private static IEnumerable<string> OfBook(LawBook released, LawBook next)
    {
        if (next.Title != released.Title && next.Title.Length > LawBook.TitleMaxLength)
        {
            yield return $"The title must be {LawBook.TitleMaxLength} characters or fewer";
        }

        if (!next.OpenPoints.SequenceEqual(released.OpenPoints) && string.Join('\n', next.OpenPoints).Length > LawBook.OpenPointsMaxLength)
        {
            yield return string.Create(English, $"The open points must be {LawBook.OpenPointsMaxLength:N0} characters or fewer");
        }

        foreach (var objection in next.OpenPoints.Except(released.OpenPoints).Append(next.Title).Select(PlainText.Objection).OfType<string>())
        {
            yield return objection;
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonObject body => body.SelectMany(member => Texts(member.Value)),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => []
    };
}
