using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataSharing.Persistence.Audit;

/// <summary>Writes a value of the domain as the text that people know it by.</summary>
internal sealed class TextJsonConverter<T>(Func<string, T> parse) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
