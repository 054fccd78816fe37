using System.Globalization;
using System.Text.Json.Nodes;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.TestKit;

/// <summary>An agreement in which every question is answered, each text, number and date differently.</summary>
public sealed class FullContent
{
    private readonly Func<ContentShape, JsonNode?> _fixed;
    private int _next = 1000;

    private FullContent(Func<ContentShape, JsonNode?> @fixed) => _fixed = @fixed;

    /// <param name="items">In each list of records.</param>
    /// <param name="text">What every free text is, before its number.</param>
    public static AgreementContent Create(int items = 2, string text = "Answer") =>
        AgreementJson.Read(new FullContent(_ => null).Record("", ContentShape.Root, items, text, "X"));

    /// <summary>The same with the greatest, or the least, that its type can hold at every place, whether or not a form would take it.</summary>
    public static AgreementContent CreateExtreme(bool greatest) =>
        AgreementJson.Read(new FullContent(shape => Extreme(shape, greatest)).Record("", ContentShape.Root, 1, "", "X"));

    private static JsonNode? Extreme(ContentShape shape, bool greatest) =>
        shape switch
        {
            IntegerShape integer => greatest ? integer.Greatest : integer.Least,
            DateShape => greatest ? "9999-12-31" : "0001-01-01",
            TextShape { Duration: not null } => greatest ? "P999Y9999M9999W99999DT99999H" : "P0D",
            TextShape { IsCountry: true } => greatest ? "ZZ" : "AA",
            TextShape { IsId: false, Vocabulary: null, Kinds: ItemKinds.None, Longest: var longest } => greatest
                ? new string('W', longest ?? 1000)
                : "W",
            _ => null,
        };

    private JsonObject Record(string path, RecordShape shape, int items, string text, string id) =>
        new(
            shape.Members.Select(member =>
                KeyValuePair.Create<string, JsonNode?>(member.Name, Value($"{path}/{member.Name}", member.Shape, items, text, id))
            )
        );

    private JsonNode Value(string path, ContentShape shape, int items, string text, string id) =>
        shape switch
        {
            _ when _fixed(shape) is { } value => value,
            TextShape { IsId: true } => id,
            RecordShape record => Record(path, record, items, text, id),
            ListShape { Element: RecordShape item } => new JsonArray([
                .. Enumerable.Range(1, items).Select(i => Record($"{path}/*", item, items, text, IdOf(path, i))),
            ]),
            ListShape list => new JsonArray(Value(path, list.Element, items, text, id)),
            FlagShape => _next++ % 2 == 0,
            IntegerShape => _next++,
            DateShape => new DateOnly(2020, 1, 1).AddDays(_next++).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ChoiceShape choice => Codes.Of(choice.Enum).Values.Skip(_next++ % Codes.Of(choice.Enum).Count).First(),
            TextShape { Vocabulary: { } vocabulary } => LawBook
                .First.Codes(vocabulary)
                .Skip(_next++ % LawBook.First.Codes(vocabulary).Count())
                .First(),
            TextShape { Kinds: not ItemKinds.None } reference => Reference(reference.Kinds),
            TextShape { Duration: not null } => $"P{_next++ % 90 + 1}M",
            TextShape { IsCountry: true } => "FR",
            _ => $"{text} {_next++}",
        };

    private static string IdOf(string list, int number) =>
        list switch
        {
            "/parties" => $"P{number}",
            "/purposes" => $"U{number}",
            "/datasets" => $"D{number}",
            _ => $"I{number}",
        };

    private string Reference(ItemKinds kinds) =>
        _next++ % 2 + 1 is var number && kinds.HasFlag(ItemKinds.Party) ? $"P{number}"
        : kinds.HasFlag(ItemKinds.Purpose) ? $"U{number}"
        : kinds.HasFlag(ItemKinds.Dataset) ? $"D{number}"
        : $"I{number}";
}
