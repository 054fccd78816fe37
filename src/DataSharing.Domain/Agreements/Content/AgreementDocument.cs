using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataSharing.Domain.Agreements.Content;

/// <summary>
/// Content in its one form, with its canonical bytes and their hash. Forms, import and copy all make it here, so that the same
/// answers always give the same bytes (design §3.1): RFC 8785 over texts in one form, sets sorted, nothing unanswered written.
/// </summary>
public sealed class AgreementDocument
{
    /// <summary>The largest integer that every JSON reader keeps exactly: 2^53 − 1.</summary>
    public const long LargestInteger = 9_007_199_254_740_991;

    private readonly JsonObject _node;

    private AgreementDocument(AgreementContent content)
    {
        Content = content;
        _node = AgreementJson.ToNode(content);
        LeaveOutEmpty(_node);
        var bytes = CanonicalJson.Serialize(_node);
        Bytes = bytes;
        Hash = ContentHash.Of(bytes);
    }

    public AgreementContent Content { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    public ContentHash Hash { get; }

    /// <exception cref="FormatException">A text has an <see cref="PlainText.Objection"/>, or an integer is too large.</exception>
    public static AgreementDocument Of(AgreementContent content)
    {
        var node = AgreementJson.ToNode(content);
        Normalise(node);
        LeaveOutEmpty(node);
        return new AgreementDocument(AgreementJson.Read(node)); // reading sorts the sets again, now that their texts have their form
    }

    /// <summary>Reads stored canonical bytes.</summary>
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
    public JsonObject ToNode() => _node.DeepClone().AsObject();

    /// <summary>
    /// The hash of what stands at some pointers (<see cref="ContentPointer"/>): a form carries it for the part it was rendered from, so
    /// that a change of another part is no conflict.
    /// </summary>
    public ContentHash HashOf(params ReadOnlySpan<string> pointers)
    {
        var parts = new JsonArray();
        foreach (var pointer in pointers)
        {
            parts.Add(ContentPointer.Resolve(_node, pointer)?.DeepClone());
        }

        return ContentHash.Of(CanonicalJson.Serialize(parts));
    }

    private static void Normalise(JsonNode node)
    {
        switch (node)
        {
            case JsonObject @object:
                foreach (var (name, member) in @object.ToList())
                {
                    @object[name] = Normalised(member!);
                }

                break;

            case JsonArray array:
                for (var i = 0; i < array.Count; i++)
                {
                    array[i] = Normalised(array[i]!);
                }

                break;
        }
    }

    private static JsonNode Normalised(JsonNode node)
    {
        if (node is not JsonValue value)
        {
            Normalise(node);
            return node;
        }

        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                return PlainText.Normalise(value.GetValue<string>());

            case JsonValueKind.Number when value.GetValue<long>() is < -LargestInteger or > LargestInteger:
                throw new FormatException($"{value.ToJsonString()} is too large. Whole numbers go to {LargestInteger}.");

            default:
                return value;
        }
    }

    private static void LeaveOutEmpty(JsonNode node)
    {
        switch (node)
        {
            case JsonObject @object:
                foreach (var (name, member) in @object.ToList())
                {
                    LeaveOutEmpty(member!);
                    if (IsEmpty(member!))
                    {
                        @object.Remove(name);
                    }
                }

                break;

            case JsonArray array:
                for (var i = array.Count - 1; i >= 0; i--)
                {
                    LeaveOutEmpty(array[i]!);
                    if (IsEmpty(array[i]!))
                    {
                        array.RemoveAt(i);
                    }
                }

                break;
        }
    }

    private static bool IsEmpty(JsonNode node) => node switch
    {
        JsonObject { Count: 0 } or JsonArray { Count: 0 } => true,
        JsonValue value => value.GetValueKind() is JsonValueKind.String && value.GetValue<string>().Length == 0,
        _ => false
    };
}
