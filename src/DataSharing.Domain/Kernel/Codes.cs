using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;

namespace DataSharing.Domain.Kernel;

/// <summary>
/// The text that stands for a vocabulary's value in the JSON form: the enum member's name, or the one it declares where C# cannot spell it.
/// </summary>
public static class Codes
{
    private static readonly ConcurrentDictionary<Type, OrderedDictionary<object, string>> Names = new();

    public static string NameOf<T>(T value)
        where T : notnull => value is Enum ? Of(value.GetType())[value] : value.ToString() ?? "";

    /// <summary>Every value of an enum with its text, in the order of declaration.</summary>
    public static IReadOnlyDictionary<object, string> Of(Type vocabulary) => Names.GetOrAdd(vocabulary, Read);

    private static OrderedDictionary<object, string> Read(Type vocabulary) =>
        new(
            vocabulary
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field =>
                    KeyValuePair.Create(
                        field.GetValue(null)!,
                        field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name
                    )
                )
        );
}
