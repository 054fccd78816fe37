using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace DataSharing.Domain.Content;

/// <summary>
/// The JSON Schema (draft 2020-12) of an agreement file. It says what may be written, not what an agreement needs: nothing is required but
/// the ids of items. Codes of law are texts here, because the law changes more often than the form.
/// </summary>
public static class AgreementSchema
{
    public const string Id = "/schemas/agreement/v1";

    public static JsonObject Create() =>
        new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = Id,
            ["title"] = AgreementJson.Schema,
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["schema"] = new JsonObject { ["const"] = AgreementJson.Schema },
                ["reference"] = Text("The sender’s reference; an import issues a new one."),
                ["version"] = Text("The sender’s version label."),
                ["content"] = Schema(typeof(AgreementContent), ""),
            },
            ["required"] = new JsonArray("schema", "content"),
            ["additionalProperties"] = false,
        };

    private static JsonNode Schema(Type type, string path) =>
        AgreementJson.Options.GetJsonSchemaAsNode(
            type,
            new JsonSchemaExporterOptions
            {
                TreatNullObliviousAsNonNullable = true,
                TransformSchemaNode = (context, schema) => Transform(context, schema, path),
            }
        );

    /// <param name="root">The path of the type that is being exported; the exporter's own path starts there.</param>
    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema, string root)
    {
        var path = root + string.Concat(context.Path.ToArray().Where(step => step != "properties").Select(step => $"/{step}"));
        if (ValueJsonConverter.ElementOf(context.TypeInfo.Type) is { } element)
        {
            schema = new JsonObject { ["type"] = "array", ["items"] = Schema(element, $"{path}/*") };
            if (ValueJsonConverter.IsSet(context.TypeInfo.Type))
            {
                schema["uniqueItems"] = true;
            }
        }

        if (schema is JsonObject @object && ContentShape.At(path) is { } shape)
        {
            Constrain(@object, shape);
            if (context.PropertyInfo is not null)
            {
                Describe(@object, path);
            }
        }

        return schema;
    }

    private static void Constrain(JsonObject schema, ContentShape shape)
    {
        switch (shape)
        {
            case TextShape { IsId: true }:
                schema["pattern"] = "^[A-Za-z][A-Za-z0-9-]{0,39}$";
                break;

            case TextShape { IsCountry: true }:
                schema["pattern"] = "^[A-Z]{2}$";
                break;

            case TextShape { Longest: { } longest }:
                schema["maxLength"] = longest;
                break;

            case IntegerShape { Greatest: AgreementDocument.LargestInteger }:
                schema["minimum"] = -AgreementDocument.LargestInteger;
                schema["maximum"] = AgreementDocument.LargestInteger;
                break;
        }
    }

    private static void Describe(JsonObject schema, string path)
    {
        var entry = ContentGuide.For(path);
        schema["title"] = entry.Label;
        if (entry.HintWithoutLimits is { } hint)
        {
            schema["description"] = hint;
        }
    }

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };
}
