using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace DataSharing.Domain.Content;

/// <summary>
/// Items of lists, found and moved about by their pointers. The content given is changed; a canonical document is made of it afterwards.
/// </summary>
public static class ContentItems
{
    /// <summary>
    /// What the ids of a kind of item begin with. Parties and fields have none: their ids are chosen, or made of the name.
    /// </summary>
    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>
    {
        ["/parties/*/identifiers"] = "I",
        ["/parties/*/authorisedSignatory"] = "S",
        ["/parties/*/apd"] = "PD",
        ["/parties/*/assurances"] = "A",
        ["/purposes"] = "P",
        ["/datasets"] = "D",
        ["/datasets/*/subjectClasses"] = "C",
        ["/legalLines"] = "L",
        ["/legalLines/*/s1"] = "C",
        ["/legalLines/*/gateways"] = "G",
        ["/flows"] = "F",
        ["/flows/*/transfers"] = "T",
        ["/techniques"] = "T",
        ["/privacyNotices"] = "N",
        ["/engagement"] = "E",
        ["/optOuts"] = "O",
        ["/retention"] = "R",
        ["/permittedRecipients"] = "PR",
        ["/conditionalRecipients"] = "CR",
        ["/prohibitedRecipients"] = "XR",
        ["/benefits"] = "B",
        ["/expectedOutputs"] = "X",
        ["/dpia"] = "DPIA",
        ["/risks"] = "K",
    }.ToFrozenDictionary();

    /// <summary>The items of a list, each with its pointer.</summary>
    public static IEnumerable<(string Path, JsonObject Item)> In(JsonObject content, string list) =>
        (ContentPointer.Resolve(content, list) as JsonArray ?? [])
            .OfType<JsonObject>()
            .Select(item => (ContentPointer.Append(list, IdOf(item)), item));

    public static string IdOf(JsonObject item) => item["id"]!.GetValue<string>();

    /// <summary>The pointer of the list that an item is in.</summary>
    public static string ListOf(string item) => item[..item.LastIndexOf('/')];

    public static string IdIn(string item) => item[(item.LastIndexOf('/') + 1)..];

    /// <summary>Whether people choose the id of such items themselves: a party's short code, a field's technical name.</summary>
    public static bool HaveChosenIds(string list) => !Prefixes.ContainsKey(ContentShape.PatternOf(list) ?? list);

    /// <summary>The next id of a list, never one that it has had already.</summary>
    /// <param name="used">The ids that the list has or had.</param>
    public static string NextId(string list, IEnumerable<string> used)
    {
        var prefix = Prefixes[ContentShape.PatternOf(list) ?? list];
        var highest = used.Where(id => id.StartsWith(prefix, StringComparison.Ordinal))
            .Select(id =>
                int.TryParse(id.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
            )
            .DefaultIfEmpty(0)
            .Max();
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{highest + 1}");
    }

    /// <summary>A letter, then at most 39 letters, digits and hyphens.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= 40 && char.IsAsciiLetter(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>An id made of a name: <c>dateOfBirth</c> for "Date of birth", and for a column that is called dateOfBirth.</summary>
    public static string IdFor(string name, IReadOnlySet<string> used)
    {
        // An accent is dropped, everything else that is no letter or digit parts words.
        var plain = name.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark);
        var words = new string([.. plain.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
        var joined = string.Concat(
            words.Select(
                (word, i) =>
                    (i == 0 ? char.ToLowerInvariant(word[0]) : char.ToUpperInvariant(word[0]))
                    + (char.IsAsciiLetterLower(word[0]) ? word[1..] : word[1..].ToLowerInvariant())
            )
        );
        var id = joined.Length > 0 && char.IsAsciiLetter(joined[0]) ? joined : "field" + joined;
        id = id[..Math.Min(id.Length, 36)];
        return used.Contains(id) ? Enumerable.Range(2, 1000).Select(i => $"{id}{i}").First(candidate => !used.Contains(candidate)) : id;
    }

    /// <summary>Puts an item into a list.</summary>
    /// <param name="position">Its place; the end if there are fewer items.</param>
    /// <exception cref="InvalidOperationException">There is nothing that could have such a list, or the list has the id
    /// already.</exception>
    public static void Insert(JsonObject content, string list, JsonObject item, int position = int.MaxValue)
    {
        var items = ListAt(content, list);
        if (ContentPointer.IndexOf(items, IdOf(item)) is not null)
        {
            throw new InvalidOperationException($"{list} has an item {IdOf(item)} already.");
        }

        items.Insert(Math.Clamp(position, 0, items.Count), item);
    }

    /// <summary>Takes an item out.</summary>
    /// <returns>The item with all that is in it, and its place; null if it is not there.</returns>
    public static (JsonObject Item, int Position)? Remove(JsonObject content, string item)
    {
        if (
            ContentPointer.Resolve(content, ListOf(item)) is not JsonArray items
            || ContentPointer.IndexOf(items, IdIn(item)) is not { } position
        )
        {
            return null;
        }

        var removed = items[position]!.AsObject();
        items.RemoveAt(position);
        return (removed, position);
    }

    /// <summary>The outermost items that one content has and another has not.</summary>
    internal static IEnumerable<(string Path, int Position, JsonObject Item)> MissingFrom(JsonObject other, JsonObject content) =>
        Missing(content, "", ContentShape.Root, other);

    private static IEnumerable<(string Path, int Position, JsonObject Item)> Missing(
        JsonObject record,
        string path,
        RecordShape shape,
        JsonObject other
    )
    {
        foreach (var member in shape.Members)
        {
            var at = $"{path}/{member.Name}";
            var found = (member.Shape, record[member.Name]) switch
            {
                (RecordShape inner, JsonObject node) => Missing(node, at, inner, other),
                (ListShape { Element: RecordShape element }, JsonArray items) => items
                    .OfType<JsonObject>()
                    .SelectMany(
                        (item, position) =>
                            ContentPointer.Resolve(other, ContentPointer.Append(at, IdOf(item))) is null
                                ? [(ContentPointer.Append(at, IdOf(item)), position, item.DeepClone().AsObject())]
                                : Missing(item, ContentPointer.Append(at, IdOf(item)), element, other)
                    ),
                _ => [],
            };
            foreach (var item in found)
            {
                yield return item;
            }
        }
    }

    private static JsonArray ListAt(JsonObject content, string list)
    {
        var steps = ContentPointer.Steps(list);
        var parent = string.Concat(steps.SkipLast(1).Select(step => $"/{step}"));
        var owner =
            ContentPointer.Resolve(content, parent) as JsonObject
            ?? throw new InvalidOperationException($"There is no {parent} in this agreement.");
        if (owner[steps[^1]] is not JsonArray items)
        {
            owner[steps[^1]] = items = [];
        }

        return items;
    }
}
