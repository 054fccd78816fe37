using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Law;

/// <summary>
/// What is wrong with what a book says anew. It is asked of nothing that was released before: that stays as it is, whatever was thought of
/// since.
/// </summary>
internal static partial class LawBookNews
{
    private const string UnitedKingdom = "GB";
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static IEnumerable<LawProblem> Problems(LawBook released, LawBook next) =>
        [
            .. next.Entries.Where(entry => released.Find(entry.Code) is null).Select(entry => OfCode(entry, next)).OfType<LawProblem>(),
            .. next
                .AdequateCountries.Where(country => country.Country == UnitedKingdom && released.AdequateCountry(country.Country) is null)
                .Select(_ => new LawProblem(
                    null,
                    "GB is the United Kingdom itself: data that stays there is not transferred, so it is no approved country"
                )),
            .. LawBookDifference
                .Between(released, next)
                .Entries.SelectMany(entry =>
                    entry.Members.Select(member => OfMember(entry.Code, member)).OfType<LawProblem>().Concat(OfEntry(entry, released, next))
                ),
            .. OfBook(released, next).Select(problem => new LawProblem(null, problem)),
        ];

    private static LawProblem? OfCode(LawEntry entry, LawBook book) =>
        LawCode.Objection(entry.Code, entry.GetType().Name) is { } objection ? new LawProblem(entry.Code, objection, "code")
        : book.Entries.FirstOrDefault(other => other != entry && other.Code.Equals(entry.Code, StringComparison.OrdinalIgnoreCase))
            is { } other
            ? new LawProblem(entry.Code, $"{other.Code} is {other.Name}. A code is never used for something else", "code")
        : null;

    private static IEnumerable<LawProblem> OfEntry(EntryDifference difference, LawBook released, LawBook next)
    {
        var members = difference.Members.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        if (
            next.Find(difference.Code) is { Status: LegalStatus.InForce, Url: not null, ValidFrom: null }
            && members.Overlaps(["status", "url", "validFrom"])
        )
        {
            yield return new LawProblem(
                difference.Code,
                "it is in force and stands on legislation.gov.uk, so it needs its first day (valid from).",
                "validFrom",
                "status",
                "url"
            );
        }

        if (members.Contains("allowedPurposeCodes"))
        {
            var known = released.Codes(LawVocabulary.GatewayPurpose).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (
                var purpose in (next.Gateway(difference.Code)?.AllowedPurposeCodes ?? []).Except(
                    released.Codes(LawVocabulary.GatewayPurpose)
                )
            )
            {
                if (known.TryGetValue(purpose, out var same))
                {
                    yield return new LawProblem(
                        difference.Code,
                        $"“{purpose}” must be written {same}, as agreements write it.",
                        "allowedPurposeCodes"
                    );
                }
                else if (!Objective().IsMatch(purpose))
                {
                    yield return new LawProblem(
                        difference.Code,
                        $"“{purpose}” is not written as a purpose: it has 3 to 60 letters and digits, like FuelPoverty.",
                        "allowedPurposeCodes"
                    );
                }
            }
        }
    }

    private static LawProblem? OfMember(string code, MemberDifference member)
    {
        string[] texts = [.. Texts(member.After)];
        var longest = member.Name == "specifiedPersons" ? Gateway.SpecifiedPersonsMaxLength : LawEntry.TextMaxLength;
        return texts.Select(PlainText.Objection).OfType<string>().FirstOrDefault() is { } objection
                ? new LawProblem(code, $"{member.Name}: {objection}", member.Name)
            : texts.Sum(text => text.Length + 1) - 1 > longest
                ? new LawProblem(code, string.Create(English, $"{member.Name} must be {longest:N0} characters or fewer"), member.Name)
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

        foreach (
            var objection in next.OpenPoints.Except(released.OpenPoints).Append(next.Title).Select(PlainText.Objection).OfType<string>()
        )
        {
            yield return objection;
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.SelectMany(Texts),
            JsonObject body => body.SelectMany(member => Texts(member.Value)),
            JsonValue value when value.TryGetValue<string>(out var text) => [text],
            _ => [],
        };

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]{2,59}\z")]
    private static partial Regex Objective();
}
