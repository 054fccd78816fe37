using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Domain.Law;

namespace DataSharing.Domain.Tests.Law;

/// <summary>A law book that comes with the portal, as a tree that a test may change.</summary>
internal static class BookText
{
    public static JsonObject First() => Of(1);

    public static JsonObject Of(int number)
    {
        using var stream = typeof(LawBook).Assembly.GetManifestResourceStream($"DataSharing.Domain.Law.law-book-{number}.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    /// <summary>The bytes of another book, which says what the first says but for the change.</summary>
    public static byte[] Another(int number, Action<JsonObject>? change = null)
    {
        var book = First();
        book["number"] = number;
        change?.Invoke(book);
        return book.Bytes();
    }

    public static byte[] Bytes(this JsonObject book) => Encoding.UTF8.GetBytes(book.ToJsonString());

    public static JsonObject Entry(this JsonObject book, string code) =>
        book["entries"]!.AsArray().Select(e => e!.AsObject()).Single(e => (string?)e["code"] == code);

    public static JsonObject Country(this JsonObject book, string code) =>
        book["adequateCountries"]!.AsArray().Select(c => c!.AsObject()).Single(c => (string?)c["country"] == code);
}
