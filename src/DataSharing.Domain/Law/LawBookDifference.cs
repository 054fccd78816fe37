using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Law;

/// <summary>What one law book says otherwise than another.</summary>
/// <param name="Entries">Provisions and approved countries, in the order of the later book; what it no longer has comes last.</param>
/// <param name="OpenPointsAdded">What a lawyer must now confirm.</param>
/// <param name="OpenPointsSettled">What a lawyer need no longer confirm.</param>
public sealed record LawBookDifference(
    IReadOnlyList<EntryDifference> Entries,
    IReadOnlyList<string> OpenPointsAdded,
    IReadOnlyList<string> OpenPointsSettled
)
{
    public bool IsEmpty => Entries.Count + OpenPointsAdded.Count + OpenPointsSettled.Count == 0;

    /// <summary>What agreements that are touched by it cite (<see cref="ReliedOn"/>).</summary>
    public IReadOnlyList<string> Codes => [.. Entries.Select(entry => entry.Code)];

    public static LawBookDifference Between(LawBook before, LawBook after) =>
        new(
            [
                .. Compare(before.Entries, after.Entries, entry => entry.Code, entry => entry.Name, LawBook.WriteEntry),
                .. Compare(
                    before.AdequateCountries,
                    after.AdequateCountries,
                    country => ReliedOn.Country(country.Country),
                    country => country.Name,
                    LawBook.ToNode
                ),
            ],
            [.. after.OpenPoints.Except(before.OpenPoints)],
            [.. before.OpenPoints.Except(after.OpenPoints)]
        );

    /// <summary>
    /// What a later book may not do to an earlier one that was released, for agreements keep the codes they were judged by; and what is
    /// wrong with what it says anew.
    /// </summary>
    public static IEnumerable<LawProblem> Objections(LawBook released, LawBook next) =>
        [
            .. from entry in released.Entries
            let kept = next.Find(entry.Code)
            where kept?.GetType() != entry.GetType()
            select new LawProblem(
                entry.Code,
                kept is null
                    ? "agreements may rest on it, so it stays in the book. Say that it is repealed or that it has lapsed."
                    : "a code keeps its kind for ever.",
                "code"
            ),
            .. released
                .AdequateCountries.Where(known => next.AdequateCountry(known.Country) is null)
                .Select(gone => new LawProblem(null, $"{gone.Name} stays in the list, for agreements may rest on it. Give it a last day")),
            .. LawBookNews.Problems(released, next),
        ];

    /// <summary>
    /// Objectives of gateways that no purpose of an agreement can name yet, for the released book has none of them; or they are mistyped,
    /// and then the gateway covers nothing.
    /// </summary>
    public static IReadOnlyList<string> NewObjectives(LawBook released, LawBook next) =>
        [.. next.Codes(LawVocabulary.GatewayPurpose).Except(released.Codes(LawVocabulary.GatewayPurpose))];

    private static IEnumerable<EntryDifference> Compare<T>(
        IReadOnlyList<T> before,
        IReadOnlyList<T> after,
        Func<T, string> code,
        Func<T, string> name,
        Func<T, JsonObject> members
    )
    {
        var earlier = before.ToDictionary(code, StringComparer.Ordinal);
        foreach (var entry in after)
        {
            var changes = Changes(earlier.TryGetValue(code(entry), out var old) ? members(old) : null, members(entry));
            if (changes.Count > 0)
            {
                yield return new EntryDifference(code(entry), name(entry), old is null ? EntryChange.Added : EntryChange.Changed, changes);
            }
        }

        foreach (var entry in before.ExceptBy(after.Select(code), code))
        {
            yield return new EntryDifference(code(entry), name(entry), EntryChange.Removed, Changes(members(entry), null));
        }
    }

    private static List<MemberDifference> Changes(JsonObject? before, JsonObject? after) =>
        [
            .. (after ?? [])
                .Select(m => m.Key)
                .Union((before ?? []).Select(m => m.Key))
                .Select(name => new MemberDifference(name, before?[name], after?[name]))
                .Where(member => !JsonNode.DeepEquals(member.Before, member.After)),
        ];
}

/// <summary>A provision or an approved country that two books tell differently.</summary>
public sealed record EntryDifference(string Code, string Name, EntryChange Change, IReadOnlyList<MemberDifference> Members);

/// <param name="Name">Of the member, as in the file.</param>
public sealed record MemberDifference(string Name, JsonNode? Before, JsonNode? After);

public enum EntryChange
{
    Added,
    Changed,
    Removed,
}
