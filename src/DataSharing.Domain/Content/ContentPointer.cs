using System.Globalization;
using System.Text.Json.Nodes;

namespace DataSharing.Domain.Content;

/// <summary>
/// JSON Pointers (RFC 6901) in which the items of a list are named by their id and not by their place, so that they still lead to the
/// same item after another is removed: <c>/flows/F1/disclosureLog</c>. The elements of a list of texts have no id and keep their index.
/// </summary>
public static class ContentPointer
{
    /// <summary>The unescaped steps of a pointer; none for the whole document.</summary>
    /// <exception cref="FormatException">A pointer that is not empty starts with a slash.</exception>
    public static IReadOnlyList<string> Steps(string path) =>
        path switch
        {
            "" => [],
            ['/', ..] => Unescaped(path[1..].Split('/')),
            _ => throw NoPointer(path),
        };

    /// <summary>The pointer one step further down.</summary>
    public static string Append(string path, string step) =>
        $"{path}/{step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>What stands at the pointer in the JSON form of content, or null if nothing does.</summary>
    public static JsonNode? Resolve(JsonNode root, string path)
    {
        JsonNode? node = root;
        foreach (var step in Steps(path))
        {
            node = node switch
            {
                JsonObject @object => @object[step],
                JsonArray array => IndexOf(array, step) is { } index ? array[index] : null,
                _ => null,
            };
        }

        return node;
    }

    /// <summary>
    /// Puts a value at a pointer, making the objects on the way; null takes away what is there. For members of objects, not for items of
    /// lists.
    /// </summary>
    public static void Set(JsonObject root, string path, JsonNode? value)
    {
        var steps = Steps(path);
        foreach (var step in steps.SkipLast(1))
        {
            if (root[step] is not JsonObject inner)
            {
                if (value is null)
                {
                    return;
                }

                root[step] = inner = [];
            }

            root = inner;
        }

        if (value is null)
        {
            root.Remove(steps[^1]);
        }
        else
        {
            root[steps[^1]] = value.Parent is null ? value : value.DeepClone();
        }
    }

    /// <summary>The place of the item that a step names, by id or by index, or null if there is none.</summary>
    public static int? IndexOf(JsonArray array, string step)
    {
        for (var i = 0; i < array.Count; i++)
        {
            if (array[i] is JsonObject item && item["id"] is JsonValue id && id.TryGetValue<string>(out var text) && text == step)
            {
                return i;
            }
        }

        return
            array.All(item => item is not JsonObject)
            && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < array.Count
            ? index
            : null;
    }

    internal static FormatException NoPointer(string path) => new($"\"{path}\" is no JSON Pointer: it does not start with a slash.");

    private static string[] Unescaped(string[] steps)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = steps[i].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        }

        return steps;
    }
}
