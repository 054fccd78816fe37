using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataSharing.Domain.Content;

/// <summary>
/// Content in its one form, with its canonical bytes and their hash. Forms, import and copy all make it here, so that the same
/// answers always give the same bytes (design §3.1): RFC 8785 over texts in one form, sets sorted, nothing unanswered written.
/// </summary>
public sealed class AgreementDocument
{
    /// <summary>The largest integer that every JSON reader keeps exactly: 2^53 − 1.</summary>
    public const long LargestInteger = 9_007_199_254_740_991;

    private readonly Lazy<AgreementContent> _content;
    private readonly Lazy<JsonObject> _node;

    private AgreementDocument(AgreementContent content)
    {
        var node = AgreementJson.ToNode(content);
        var bytes = CanonicalJson.Serialize(node);
        (_content, _node, Bytes, Hash) = (new(content), new(node), bytes, ContentHash.Of(bytes));
    }

    private AgreementDocument(ReadOnlyMemory<byte> bytes, ContentHash hash)
    {
        (Bytes, Hash) = (bytes, hash);
        _content = new(() => AgreementJson.Read(bytes.Span));
        _node = new(() => JsonNode.Parse(bytes.Span)!.AsObject());
    }

    public AgreementContent Content => _content.Value;

    public ReadOnlyMemory<byte> Bytes { get; }

    public ContentHash Hash { get; }

    /// <exception cref="FormatException">A text has an <see cref="PlainText.Objection"/>, or an integer is too large.</exception>
    public static AgreementDocument Of(AgreementContent content)
    {
        RefuseTexts(content, "", ContentShape.Root); // here, because a JSON writer would put U+FFFD for half of a surrogate pair
        var answers = Answers(AgreementJson.ToNode(content)) ?? new JsonObject();
        return new AgreementDocument(AgreementJson.Read(answers)); // reading sorts the sets again, now that their texts have their form
    }

    /// <summary>
    /// Bytes that the portal itself made canonical when it wrote them, with the hash that the database holds them to. What only reads them
    /// need not prove it once more; what verifies them uses <see cref="Read"/>.
    /// </summary>
    public static AgreementDocument Stored(ReadOnlyMemory<byte> canonicalBytes, ContentHash hash) => new(canonicalBytes, hash);

    /// <summary>Reads bytes and proves that they are canonical.</summary>
    /// <exception cref="JsonException">The bytes are no agreement.</exception>
    /// <exception cref="FormatException">The bytes are an agreement, but not in its canonical form.</exception>
    public static AgreementDocument Read(ReadOnlySpan<byte> canonicalBytes)
    {
        var document = Of(AgreementJson.Read(canonicalBytes));
        return document.Bytes.Span.SequenceEqual(canonicalBytes)
            ? document
            : throw new FormatException("The bytes are not the canonical form of the agreement that they hold.");
    }

    /// <summary>The JSON form of this content, to be changed freely.</summary>
    public JsonObject ToNode() => _node.Value.DeepClone().AsObject();

    /// <summary>
    /// The hash of what stands at some pointers (<see cref="ContentPointer"/>): a form carries it for the part it was rendered from, so
    /// that a change of another part is no conflict.
    /// </summary>
    public ContentHash HashOf(params ReadOnlySpan<string> pointers)
    {
        var parts = new JsonArray();
        foreach (var pointer in pointers)
        {
            parts.Add(ContentPointer.Resolve(_node.Value, pointer)?.DeepClone());
        }

        return ContentHash.Of(CanonicalJson.Serialize(parts));
    }

    private static void RefuseTexts(object? value, string path, ContentShape shape)
    {
        switch (shape, value)
        {
            case (RecordShape record, not null):
                foreach (var member in record.Members)
                {
                    RefuseTexts(member.Property.GetValue(value), $"{path}/{member.Name}", member.Shape);
                }

                break;

            case (ListShape list, IEnumerable items):
                foreach (var item in items)
                {
                    RefuseTexts(item, item is IItem { Id: var id } ? $"{path}/{id}" : path, list.Element);
                }

                break;

            case (TextShape, string text) when PlainText.Objection(text) is { } objection:
                throw new FormatException($"{path}: {objection}");
        }
    }

    /// <summary>The same with texts in their form, and without whatever says nothing: blank texts, empty lists, empty objects.</summary>
    private static JsonNode? Answers(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject @object:
                var members = @object.Select(m => KeyValuePair.Create(m.Key, Answers(m.Value))).Where(m => m.Value is not null).ToList();
                return members.Count > 0 ? new JsonObject(members) : null;

            case JsonArray array:
                var items = array.Select(Answers).OfType<JsonNode>().ToArray();
                return items.Length > 0 ? new JsonArray(items) : null;

            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                var text = PlainText.Normalise(value.GetValue<string>());
                return text.Length > 0 ? text : null;

            case JsonValue value
                when value.GetValueKind() is JsonValueKind.Number && value.GetValue<long>() is < -LargestInteger or > LargestInteger:
                throw new FormatException($"{value.ToJsonString()} is too large. Whole numbers go to {LargestInteger}.");

            default:
                return node?.DeepClone();
        }
    }
}
