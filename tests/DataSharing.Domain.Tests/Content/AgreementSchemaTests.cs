using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Tests.Content;

public class AgreementSchemaTests
{
    private static readonly JsonObject Schema = AgreementSchema.Create();

    [Fact]
    public void Every_object_refuses_members_that_it_does_not_list()
    {
        var objects = Nodes(Schema).OfType<JsonObject>().Where(node => node["properties"] is JsonObject).ToList();

        Assert.True(objects.Count > 50);
        Assert.All(objects, node => Assert.False((bool)node["additionalProperties"]!));
    }

    [Fact]
    public void Every_place_of_the_content_stands_in_it_with_its_label()
    {
        foreach (var entry in ContentGuide.Entries.Where(e => !e.Path.EndsWith('*')))
        {
            JsonNode node = Schema["properties"]!["content"]!;
            foreach (var step in ContentPointer.Steps(entry.Path))
            {
                node = step == "*" ? node["items"]! : node["properties"]![step]!;
            }

            Assert.Equal(entry.Label, (string?)node["title"]);
            Assert.Equal(entry.HintWithoutLimits, (string?)node["description"]);
        }
    }

    [Fact]
    public void Nothing_is_required_but_ids_and_the_envelope()
    {
        var required = Nodes(Schema["properties"]!["content"]!)
            .OfType<JsonObject>()
            .Where(node => node["required"] is JsonArray)
            .Select(node => node["required"]!.ToJsonString())
            .Distinct();

        Assert.Equal(["""["id"]"""], required);
        Assert.Equal("""["schema","content"]""", Schema["required"]!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Sample.All), MemberType = typeof(Sample))]
    public void A_sample_conforms(string name) => Assert.Empty(Complaints(Schema, Sample.Load(name).ToNode(), ""));

    [Theory]
    [InlineData("""{"content":{"titel":"A"}}""", "/content/titel")]
    [InlineData("""{"content":{"flows":[{"id":"F1","speed":1}]}}""", "/content/flows/0/speed")]
    [InlineData("""{"content":{"flows":[{"mode":"Bulk"}]}}""", "/content/flows/0")]
    [InlineData("""{"content":{"flows":[{"id":"F1","mode":"Wholesale"}]}}""", "/content/flows/0/mode")]
    [InlineData("""{"content":{"flows":[{"id":"F 1"}]}}""", "/content/flows/0/id")]
    [InlineData("""{"content":{"jurisdictions":["Cornwall"]}}""", "/content/jurisdictions/0")]
    [InlineData("""{"content":{"commercialUse":"yes"}}""", "/content/commercialUse")]
    [InlineData("""{"content":{"datasets":[{"id":"D1","kThreshold":"ten"}]}}""", "/content/datasets/0/kThreshold")]
    [InlineData("""{"content":{},"comment":"x"}""", "/comment")]
    public void What_the_import_refuses_does_not_conform(string file, string path)
    {
        var node = JsonNode.Parse(file)!.AsObject();
        node["schema"] = "agreement v1";

        Assert.Equal([path], Complaints(Schema, node, ""));
        Assert.Equal(
            [path],
            AgreementImport.Read(JsonSerializer.SerializeToUtf8Bytes(node), new PermissiveLawCodes()).Errors.Select(e => e.Path)
        );
    }

    [Fact]
    public void Create_Descriptions_SayNothingThatAPolicyDecides()
    {
        Assert.DoesNotContain("{longestYears}", Schema.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("The last day of the sharing.", (string?)Schema["properties"]!["content"]!["properties"]!["endDate"]!["description"]);
    }

    [Fact]
    public void Create_Twice_GivesTheSame() => Assert.True(JsonNode.DeepEquals(Schema, AgreementSchema.Create()));

    private static IEnumerable<JsonNode?> Nodes(JsonNode? node) =>
        node switch
        {
            JsonObject @object => @object.SelectMany(m => Nodes(m.Value)).Prepend(node),
            JsonArray array => array.SelectMany(Nodes).Prepend(node),
            _ => [node],
        };

    /// <summary>Judges by the keywords that our schema uses, and fails on any other, so that none is overlooked.</summary>
    private static IEnumerable<string> Complaints(JsonObject schema, JsonNode? value, string path)
    {
        Assert.Subset(
            new HashSet<string>
            {
                "$schema",
                "$id",
                "title",
                "description",
                "type",
                "properties",
                "required",
                "additionalProperties",
                "items",
                "uniqueItems",
                "enum",
                "const",
                "pattern",
                "maxLength",
                "minimum",
                "maximum",
                "format",
            },
            schema.Select(m => m.Key).ToHashSet()
        );

        if (
            !IsOfType(schema["type"], value)
            || (schema["enum"] is JsonArray allowed && !allowed.Any(a => JsonNode.DeepEquals(a, value)))
            || (schema["const"] is { } only && !JsonNode.DeepEquals(only, value))
            || (schema["pattern"] is { } pattern && !Regex.IsMatch((string)value!, (string)pattern!))
            || (schema["maxLength"] is { } longest && value is not null && ((string)value!).Length > (int)longest)
            || (schema["required"] is JsonArray required && required.Any(r => value![(string)r!] is null))
        )
        {
            return [path];
        }

        return value switch
        {
            JsonObject @object => @object.SelectMany(m =>
                schema["properties"]?[m.Key] is JsonObject member ? Complaints(member, m.Value, $"{path}/{m.Key}") : [$"{path}/{m.Key}"]
            ),
            JsonArray array => array.SelectMany((item, i) => Complaints(schema["items"]!.AsObject(), item, $"{path}/{i}")),
            _ => [],
        };
    }

    private static bool IsOfType(JsonNode? type, JsonNode? value) =>
        type switch
        {
            null => true,
            JsonArray types => types.Any(t => IsOfType(t, value)),
            _ => (string)type! switch
            {
                "object" => value is JsonObject,
                "array" => value is JsonArray,
                "null" => value is null,
                "string" => value?.GetValueKind() is JsonValueKind.String,
                "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
                "integer" => value?.GetValueKind() is JsonValueKind.Number && value.AsValue().TryGetValue<long>(out _),
                var other => throw new InvalidOperationException($"Unexpected type {other}."),
            },
        };
}
