using System.Text.Json.Nodes;

namespace DataSharing.Domain.Content;

/// <summary>One place of the content that names an item elsewhere.</summary>
/// <param name="Path">With item ids: <c>/flows/F1/to</c>.</param>
/// <param name="Dataset">The dataset whose field is named, if it is one.</param>
public sealed record ContentReference(string Path, ItemKinds Kinds, string Id, string? Dataset);

/// <summary>Who names whom, so that removing an item in use can list its uses and refuse.</summary>
public static class ContentReferences
{
    public static IEnumerable<ContentReference> In(AgreementContent content) =>
        Below(AgreementJson.ToNode(content), "", ContentShape.Root, dataset: null);

    /// <summary>The paths of all references to an item, itself and what is inside it aside.</summary>
    /// <param name="itemPath">For example <c>/parties/KMC</c> or <c>/datasets/D1/fields/nhsNumber</c>.</param>
    public static IReadOnlyList<string> UsesOf(AgreementContent content, string itemPath)
    {
        var steps = ContentPointer.Steps(itemPath);
        if (steps.Count < 2 || ContentShape.At(itemPath) is not RecordShape { IsItem: true } item)
        {
            return [];
        }

        var kind = KindOf(item, steps[^2]);
        var dataset = kind is ItemKinds.Field ? steps[1] : null;
        return
        [
            .. In(content)
                .Where(r => (r.Kinds & kind) != 0 && r.Id == steps[^1] && (dataset is null || r.Dataset == dataset))
                .Where(r => !r.Path.StartsWith($"{itemPath}/", StringComparison.Ordinal))
                .Select(r => r.Path),
        ];
    }

    /// <summary>What the items of a list may be referred to as.</summary>
    internal static ItemKinds KindOf(RecordShape item, string list) =>
        list switch
        {
            _ when item.Type == typeof(Party) => ItemKinds.Party,
            _ when item.Type == typeof(Purpose) => ItemKinds.Purpose,
            _ when item.Type == typeof(Dataset) => ItemKinds.Dataset,
            _ when item.Type == typeof(DataField) => ItemKinds.Field,
            "permittedRecipients" => ItemKinds.PermittedRecipient,
            "conditionalRecipients" => ItemKinds.ConditionalRecipient,
            _ => ItemKinds.None,
        };

    private static IEnumerable<ContentReference> Below(JsonNode node, string path, ContentShape shape, string? dataset)
    {
        switch (shape)
        {
            case RecordShape record:
                dataset =
                    record.Type == typeof(Dataset) ? node["id"]?.GetValue<string>() : node["datasetId"]?.GetValue<string>() ?? dataset;
                return record
                    .Members.Where(member => node[member.Name] is not null)
                    .SelectMany(member => Below(node[member.Name]!, $"{path}/{member.Name}", member.Shape, dataset));

            case ListShape list:
                return node.AsArray()
                    .SelectMany(
                        (item, index) =>
                            Below(
                                item!,
                                $"{path}/{(item is JsonObject ? item["id"]!.GetValue<string>() : $"{index}")}",
                                list.Element,
                                dataset
                            )
                    );

            case TextShape { Kinds: not ItemKinds.None } text:
                return
                [
                    new ContentReference(path, text.Kinds, node.GetValue<string>(), (text.Kinds & ItemKinds.Field) != 0 ? dataset : null),
                ];

            default:
                return [];
        }
    }
}
