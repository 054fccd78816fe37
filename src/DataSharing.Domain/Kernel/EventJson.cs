using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Kernel;

/// <summary>How the members of events stand in JSON: ids, hashes, labels and codes as the texts that people know them by.</summary>
internal static class EventJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true, // what follows from other members is no fact
            Converters =
            {
                new JsonStringEnumConverter(),
                new ValueJsonConverter(),
                new IdConverterFactory(),
                new TextConverter<AgreementReference>(AgreementReference.Parse),
                new TextConverter<VersionLabel>(VersionLabel.Parse),
                new TextConverter<ContentHash>(ContentHash.Parse),
            },
        };

    private sealed class TextConverter<T>(Func<string, T> parse) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    /// <summary>Ids are record structs with one Guid called Value.</summary>
    private sealed class IdConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsValueType
            && typeToConvert.Assembly == typeof(EventJson).Assembly
            && typeToConvert.GetProperties(BindingFlags.Public | BindingFlags.Instance) is [{ Name: "Value" } value]
            && value.PropertyType == typeof(Guid);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class IdConverter<T> : JsonConverter<T>
        where T : struct
    {
        private static readonly PropertyInfo Value = typeof(T).GetProperty("Value")!;

        // Rows from before the contracts have them as {"value": …}.
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var id =
                reader.TokenType is JsonTokenType.StartObject
                    ? JsonElement.ParseValue(ref reader).GetProperty("value").GetGuid()
                    : reader.GetGuid();
            return (T)Activator.CreateInstance(typeof(T), id)!;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue((Guid)Value.GetValue(value)!);
    }
}
