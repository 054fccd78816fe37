using System.Text;
using System.Text.Json.Nodes;

namespace DataSharing.Domain.Content;

/// <summary>
/// One thing in which two contents differ. All of them together lead from the one to the other; equal contents have none. Items of lists
/// are the same where their ids are, and what belongs to a record that is no item is compared answer by answer.
/// </summary>
/// <param name="Path">A <see cref="ContentPointer"/>.</param>
public abstract record ContentDifference(string Path)
{
    /// <summary>In which part of the agreement it is.</summary>
    public Section Section => ContentGuide.For(Path).Section;

    /// <summary>
    /// What differs at a pointer and below it, or in the whole: in the order of the sections, and within each in that of the content.
    /// </summary>
    /// <param name="path">Of a member of the content, of an item or of an answer; nothing for the whole.</param>
    /// <exception cref="FormatException">A content has no canonical form (<see cref="AgreementDocument.Of"/>).</exception>
    /// <exception cref="ArgumentException">Content has no such place.</exception>
    public static IReadOnlyList<ContentDifference> Between(AgreementContent before, AgreementContent after, string path = "") =>
        Between(AgreementDocument.Of(before), AgreementDocument.Of(after), path);

    /// <inheritdoc cref="Between(AgreementContent, AgreementContent, string)"/>
    public static IReadOnlyList<ContentDifference> Between(AgreementDocument before, AgreementDocument after, string path = "")
    {
        if (ContentShape.At(path) is not { } shape)
        {
            throw new ArgumentException($"The content of an agreement has no {path}.", nameof(path));
        }

        if (before.Hash == after.Hash)
        {
            return [];
        }

        var (old, @new) = (before.ToNode(), after.ToNode());
        var differences = shape is RecordShape { IsItem: true }
            ? Items(Parent(path), Array(old, Parent(path)), Array(@new, Parent(path)), shape)
                .Where(d => d.Path == path || d.Path.StartsWith(path + "/", StringComparison.Ordinal))
            : Between(path, ContentPointer.Resolve(old, path), ContentPointer.Resolve(@new, path), shape);
        // Stable, so that the order of the content stays within a section.
        return [.. differences.OrderBy(difference => difference.Section)];
    }

    private static IEnumerable<ContentDifference> Between(string path, JsonNode? before, JsonNode? after, ContentShape shape)
    {
        switch (shape)
        {
            case RecordShape record:
                return record
                    .Members.Where(member => member.Shape is not TextShape { IsId: true })
                    .SelectMany(member =>
                        Between(ContentPointer.Append(path, member.Name), before?[member.Name], after?[member.Name], member.Shape)
                    );

            case ListShape { Element: RecordShape item }:
                return Items(path, before as JsonArray ?? [], after as JsonArray ?? [], item);

            case var _ when Text(before) == Text(after):
                return [];

            case ListShape { IsSet: true }:
                var (old, @new) = (Members(before), Members(after));
                return [new MembersChanged(path, @new.Except(old).ToValueList(), old.Except(@new).ToValueList())];

            default:
                return [new AnswerChanged(path, Text(before), Text(after))];
        }
    }

    private static IEnumerable<ContentDifference> Items(string path, JsonArray before, JsonArray after, ContentShape item)
    {
        var (old, @new) = (ById(before), ById(after));
        var kept = @new.Keys.Where(old.ContainsKey).ToValueList();
        var keptBefore = old.Keys.Where(@new.ContainsKey).ToValueList();
        if (!kept.Equals(keptBefore))
        {
            yield return new OrderChanged(path, keptBefore, kept);
        }

        string? follows = null;
        foreach (var (id, node) in @new)
        {
            if (!old.TryGetValue(id, out var was))
            {
                yield return new ItemAdded(ContentPointer.Append(path, id), Text(node)!, follows);
            }
            else
            {
                foreach (var difference in Between(ContentPointer.Append(path, id), was, node, item))
                {
                    yield return difference;
                }
            }

            follows = id;
        }

        foreach (var (id, node) in old.Where(pair => !@new.ContainsKey(pair.Key)))
        {
            yield return new ItemRemoved(ContentPointer.Append(path, id), Text(node)!);
        }
    }

    private static OrderedDictionary<string, JsonNode> ById(JsonArray items) =>
        new(items.Select(item => KeyValuePair.Create(item!["id"]!.GetValue<string>(), item)));

    private static string[] Members(JsonNode? set) => [.. (set as JsonArray ?? []).Select(member => member!.GetValue<string>())];

    private static string? Text(JsonNode? node) => node is null ? null : Encoding.UTF8.GetString(CanonicalJson.Serialize(node));

    private static JsonArray Array(JsonObject root, string path) => ContentPointer.Resolve(root, path) as JsonArray ?? [];

    private static string Parent(string path) => path[..path.LastIndexOf('/')];
}

/// <summary>A question was answered, answered otherwise, or is no longer answered. A list of texts is one answer.</summary>
/// <param name="Before">Canonical JSON; null where it was not answered.</param>
/// <param name="After">Canonical JSON; null where it is not answered.</param>
public sealed record AnswerChanged(string Path, string? Before, string? After) : ContentDifference(Path);

/// <summary>Codes or references were added to an answer that is a set of them, or taken out.</summary>
public sealed record MembersChanged(string Path, ValueList<string> Added, ValueList<string> Removed) : ContentDifference(Path);

/// <param name="Item">Canonical JSON.</param>
/// <param name="Follows">The id of the item before it in its list; null for the first.</param>
public sealed record ItemAdded(string Path, string Item, string? Follows) : ContentDifference(Path);

/// <param name="Item">Canonical JSON.</param>
public sealed record ItemRemoved(string Path, string Item) : ContentDifference(Path);

/// <summary>The items that are in both lists changed places.</summary>
/// <param name="Before">Their ids.</param>
/// <param name="After">The same ids.</param>
public sealed record OrderChanged(string Path, ValueList<string> Before, ValueList<string> After) : ContentDifference(Path);
