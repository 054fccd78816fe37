using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DataSharing.Domain.Content;

/// <summary>
/// The JSON form "agreement v1" of content: camelCase members as in §4, enums by name, dates yyyy-MM-dd, ids kept,
/// unanswered members and empty lists left out. For text from outside see <see cref="AgreementImport"/>.
/// </summary>
public static class AgreementJson
{
    public const string Schema = "agreement v1";

    public static JsonSerializerOptions Options { get; } = CreateOptions();

    public static JsonObject ToNode(AgreementContent content) => JsonSerializer.SerializeToNode(content, Options)!.AsObject();

    /// <summary>Reads without looking at references, codes or the form of texts, so that a draft may dangle.</summary>
    /// <exception cref="JsonException">An unknown or duplicate member, a wrong type, an unknown enum name.</exception>
    public static AgreementContent Read(JsonNode node) =>
        node.Deserialize<AgreementContent>(Options) ?? throw new JsonException("There is no agreement in null.");

    /// <inheritdoc cref="Read(JsonNode)"/>
    public static AgreementContent Read(ReadOnlySpan<byte> utf8Json) =>
        JsonSerializer.Deserialize<AgreementContent>(utf8Json, Options) ?? throw new JsonException("There is no agreement in null.");

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            NumberHandling = JsonNumberHandling.Strict,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // served as application/json only, never inside a page
            WriteIndented = true,
            NewLine = "\n",
            Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false), new ValueJsonConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(p => ValueJsonConverter.ElementOf(p.PropertyType) is not null))
        {
            member.ShouldSerialize = (_, list) => ((IEnumerable)list!).Cast<object>().Any();
        }
    }
}
