using System.Text.Json.Nodes;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Domain.Tests.Law;

namespace DataSharing.Domain.Tests.Rules;

/// <summary>One of the six sample agreements with what is expected of it, changed and judged at will.</summary>
internal sealed class Sample
{
    private readonly List<Action<JsonObject>> _lawChanges = [];

    private Sample(string number, LawBook book)
    {
        LawBook = book;
        Agreement = Json(number, "agreement");
        Expected = Json(number, "expected");
        Content = Agreement["content"]!.AsObject();
        Circumstances = new Circumstances
        {
            Today = DateOnly.Parse((string)Expected["today"]!, null),
            Moment = Moment.Submit,
            FinalApprovalDate = new DateOnly(2026, 9, 15),
        };
    }

    public static string[] Numbers { get; } = ["7-1", "7-2", "7-3", "7-4", "7-5", "7-6"];

    public JsonObject Agreement { get; }

    public JsonObject Expected { get; }

    public JsonObject Content { get; }

    public LawBook LawBook { get; private set; }

    public Policy Policy { get; set; } = Policy.First;

    public Circumstances Circumstances { get; set; }

    public static Sample Of(string number) => new(number, LawBook.First);

    /// <summary>Judged by the second book that comes with the portal.</summary>
    public static Sample BySecondBook(string number) => new(number, LawBook.Shipped);

    public static Sample Of(string number, int book) => book == 1 ? Of(number) : BySecondBook(number);

    public Reading Read() => new(AgreementJson.Read(Content), new Criteria(LawBook, Policy), Circumstances);

    public IReadOnlyList<Finding> Check() => AgreementRules.Check(Read());

    /// <summary>
    /// A change as one line: <c>/parties/KMC/dpo = "x"</c> sets a member, <c>/parties/- = {…}</c> adds to a list and
    /// <c>/parties/KMC/dpo =</c> takes a member away.
    /// </summary>
    public Sample With(params IEnumerable<string> changes)
    {
        foreach (var change in changes)
        {
            var at = change.IndexOf('=', StringComparison.Ordinal);
            var value = change[(at + 1)..].Trim();
            Set(change[..at].Trim(), value.Length == 0 ? null : JsonNode.Parse(value));
        }

        return this;
    }

    public Sample With(IEnumerable<Change> changes)
    {
        foreach (var change in changes)
        {
            change.Make(this);
        }

        return this;
    }

    /// <summary>The operations of JSON Patch that the files use, with ids in the pointers.</summary>
    public Sample Patch(JsonArray operations)
    {
        foreach (var operation in operations)
        {
            Set((string)operation!["path"]!, operation["value"]?.DeepClone());
        }

        return this;
    }

    /// <summary>The same law, but for one provision; several changes add up.</summary>
    public Sample WithEntry(string code, Action<JsonObject> change)
    {
        _lawChanges.Add(book => change(book.Entry(code)));
        var book = BookText.Of(LawBook.Number);
        _lawChanges.ForEach(one => one(book));
        LawBook = LawBook.Read(book.Bytes());
        return this;
    }

    private void Set(string path, JsonNode? value)
    {
        var slash = path.LastIndexOf('/');
        var parent = slash == 0 ? Content : ContentPointer.Resolve(Content, path[..slash]) ?? Create(path[..slash]);
        var last = path[(slash + 1)..];
        switch (parent)
        {
            case JsonArray list when last == "-":
                list.Add(value);
                break;
            case JsonArray list when value is not null:
                list[ContentPointer.IndexOf(list, last)!.Value] = value;
                break;
            case JsonArray list:
                list.RemoveAt(ContentPointer.IndexOf(list, last)!.Value);
                break;
            case JsonObject item when value is null:
                Assert.True(item.Remove(last), $"{path} is not there to be removed.");
                break;
            case JsonObject item:
                item[last] = value;
                break;
            default:
                Assert.Fail($"{path} cannot be set.");
                break;
        }
    }

    private JsonNode Create(string path)
    {
        Set(path, path is "/conditionalRecipients" or "/prohibitedRecipients" ? new JsonArray() : new JsonObject());
        return ContentPointer.Resolve(Content, path)!;
    }

    private static JsonObject Json(string number, string kind) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", $"{number}.{kind}.json")))!.AsObject();
}
