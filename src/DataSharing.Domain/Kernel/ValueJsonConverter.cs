using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataSharing.Domain.Kernel;

/// <summary>Reads and writes <see cref="ValueList{T}"/> and <see cref="ValueSet{T}"/> as JSON arrays.</summary>
internal sealed class ValueJsonConverter : JsonConverterFactory
{
    public static Type? ElementOf(Type type) => type.IsGenericType && (IsList(type) || IsSet(type)) ? type.GetGenericArguments()[0] : null;

    public static bool IsSet(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueSet<>);

    public override bool CanConvert(Type typeToConvert) => ElementOf(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)
            Activator.CreateInstance(
                (IsSet(typeToConvert) ? typeof(SetConverter<>) : typeof(ListConverter<>)).MakeGenericType(ElementOf(typeToConvert)!)
            )!;

    private static bool IsList(Type type) => type.GetGenericTypeDefinition() == typeof(ValueList<>);

    /// <exception cref="JsonException">There is a null among them.</exception>
    private static List<T> Items<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var items = JsonSerializer.Deserialize<List<T>>(ref reader, options) ?? [];
        return items.Exists(item => item is null) ? throw new JsonException("A list holds null.") : items;
    }

    private sealed class ListConverter<T> : JsonConverter<ValueList<T>>
    {
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Items<T>(ref reader, options).ToValueList();

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize<IEnumerable<T>>(writer, value, options);
    }

    private sealed class SetConverter<T> : JsonConverter<ValueSet<T>>
        where T : notnull
    {
        public override ValueSet<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Items<T>(ref reader, options).ToValueSet();

        public override void Write(Utf8JsonWriter writer, ValueSet<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize<IEnumerable<T>>(writer, value, options);
    }
}
