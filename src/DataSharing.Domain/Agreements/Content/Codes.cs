using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace DataSharing.Domain.Agreements.Content;

/// <summary>The text that stands for a vocabulary's value in the JSON form: the enum member's name, or the one it declares where C# cannot spell it.</summary>
public static class Codes
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<object, string>> Names = new();

    public static string NameOf<T>(T value)
        where T : notnull =>
        value is Enum ? Of(value.GetType())[value] : value.ToString() ?? "";

    /// <summary>Every value of an enum with its text, in the order of declaration.</summary>
    public static IReadOnlyDictionary<object, string> Of(Type vocabulary) => Names.GetOrAdd(vocabulary, Read);

    private static FrozenDictionary<object, string> Read(Type vocabulary) => vocabulary
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToFrozenDictionary(
            field => field.GetValue(null)!,
            field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name);
}
