using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

/// <summary>Applies the patches of the expected files: RFC 6902 add, remove and replace, with item ids in the pointers.</summary>
internal static class ContentPatch
{
    public static AgreementContent Apply(AgreementContent content, JsonArray patch)
    {
        var node = AgreementJson.ToNode(content);
        foreach (var step in patch)
        {
            Apply(node, (string)step!["op"]!, (string)step["path"]!, step["value"]?.DeepClone());
        }

        return AgreementJson.Read(node);
    }

    private static void Apply(JsonObject root, string operation, string path, JsonNode? value)
    {
        var steps = ContentPointer.Steps(path);
        var parentPath = string.Concat(steps.SkipLast(1).Select(step => $"/{step}"));
        switch (ContentPointer.Resolve(root, parentPath), operation)
        {
            case (JsonArray array, "add") when steps[^1] == "-":
                array.Add(value);
                break;

            case (JsonObject parent, "add"):
                parent[steps[^1]] = value;
                break;

            case (JsonObject parent, "replace") when parent.ContainsKey(steps[^1]):
                parent[steps[^1]] = value;
                break;

            case (JsonObject parent, "remove") when parent.Remove(steps[^1]):
                break;

            default:
                throw new InvalidOperationException($"Cannot {operation} at {path}.");
        }
    }
}
