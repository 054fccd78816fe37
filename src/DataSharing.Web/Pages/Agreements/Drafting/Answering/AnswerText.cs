using System.Globalization;
using System.Text.Json.Nodes;
using DataSharing.Documents.Narrative;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Agreements.Drafting.Answering;

/// <summary>An answer as it stands in a form, and back. Whatever is typed is kept; what cannot be understood says what would be.</summary>
internal static class AnswerText
{
    /// <summary>Longer than anything that a person would read through.</summary>
    public const int LongestText = 20_000;

    /// <summary>
    /// What the boxes of the question hold for an answer; nothing for an unanswered one. A date has three: day, month, year.
    /// </summary>
    public static string[] Of(JsonNode? answer, ContentShape shape) =>
        (shape, answer) switch
        {
            (_, null) => [],
            (ListShape list, JsonArray items) when IsTyped(list) => [string.Join('\n', items.SelectMany(item => Of(item, list.Element)))],
            (ListShape list, JsonArray items) => [.. items.SelectMany(item => Of(item, list.Element))],
            (FlagShape, _) => [answer.GetValue<bool>() ? "true" : "false"],
            (DateShape, _) => Day(answer.GetValue<string>()) is var day ? [Whole(day.Day), Whole(day.Month), Whole(day.Year)] : [],
            (IntegerShape, _) => [answer.ToJsonString()],
            (TextShape { Duration: not null }, _) => [Words.Length(answer.GetValue<string>())],
            (TextShape { IsCountry: true }, _) => [Words.Country(answer.GetValue<string>())],
            _ => [answer.GetValue<string>()],
        };

    /// <summary>The answer that was typed or chosen.</summary>
    /// <param name="label">What the question is called, to begin what is said about it.</param>
    /// <param name="lawBook">Whose codes may be chosen.</param>
    /// <returns>The answer, null if there is none; or what is wrong.</returns>
    public static (JsonNode? Answer, string? Error) Read(IReadOnlyList<string> typed, ContentShape shape, string label, LawBook lawBook)
    {
        string[] texts = [.. typed.Select(text => text.Trim()).Where(text => text.Length > 0)];
        if (texts.Length == 0)
        {
            return (null, null);
        }

        return shape switch
        {
            ListShape list => Several(
                IsTyped(list) ? texts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : texts,
                list.Element,
                label,
                lawBook
            ),
            FlagShape => bool.TryParse(texts[0], out var flag) ? (flag, null) : (null, $"{label}: choose yes or no"),
            DateShape => Date(typed, label),
            IntegerShape integer => Integer(texts[0], integer, label),
            ChoiceShape choice => Codes.Of(choice.Enum).Values.Contains(texts[0])
                ? (texts[0], null)
                : (null, $"{label}: choose one of the list"),
            TextShape text => Text(typed[0], text, label, lawBook),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "A record is no question."),
        };
    }

    /// <summary>Whether a list is typed, one element a line, and not ticked.</summary>
    public static bool IsTyped(ListShape list) => list.Element is TextShape { Vocabulary: null, Kinds: ItemKinds.None };

    private static (JsonNode?, string?) Several(string[] texts, ContentShape element, string label, LawBook lawBook)
    {
        var answers = new JsonArray();
        foreach (var text in texts)
        {
            var (answer, error) = Read([text], element, label, lawBook);
            if (error is not null)
            {
                return (null, error);
            }

            answers.Add(answer);
        }

        return (answers, null);
    }

    private static (JsonNode?, string?) Text(string typed, TextShape shape, string label, LawBook lawBook)
    {
        if (PlainText.ObjectionToSent(typed) is { } objection)
        {
            return (null, $"{label}: {objection}");
        }

        var text = PlainText.Normalise(typed);
        var longest = shape.Longest ?? LongestText;
        return shape switch
        {
            { Vocabulary: { } vocabulary } => IsKnown(lawBook, vocabulary, text)
                ? (text, null)
                : (null, $"{label}: choose one of the list"),
            { Duration: { } duration } => Lengths.Read(text, duration.OrIndefinite) is { } length
                ? (length, null)
                : (
                    null,
                    $"{label} must be a length of time, like 8 years, 18 months or 28 days"
                        + (duration.OrIndefinite ? ", or indefinitely" : "")
                ),
            { IsCountry: true } => Countries.Read(text) is { } country
                ? (country, null)
                : (null, $"{label}: there is no country “{Shortened(text)}”.{Countries.Suggestion(text)}"),
            _ when text.Length > longest => (null, $"{label} must be {longest:N0} characters or fewer. It has {text.Length:N0}"),
            _ => (text, null),
        };
    }

    private static (JsonNode?, string?) Integer(string text, IntegerShape shape, string label)
    {
        var digits = text.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= shape.Greatest
            ? (shape.Greatest == int.MaxValue ? JsonValue.Create((int)number) : JsonValue.Create(number), null)
            : (null, $"{label} must be a whole number, like 200");
    }

    private static (JsonNode?, string?) Date(IReadOnlyList<string> typed, string label)
    {
        var date = new TagHelpers.DateInput
        {
            Day = typed.ElementAtOrDefault(0),
            Month = typed.ElementAtOrDefault(1),
            Year = typed.ElementAtOrDefault(2),
        };
        return date.Value is { } day
            ? (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)
            : (null, $"{label}: {date.Objection}");
    }

    private static bool IsKnown(LawBook lawBook, string vocabulary, string code) =>
        lawBook.Knows(vocabulary, code) || (code == LawVocabulary.Unknown && vocabulary is LawVocabulary.Art6 or LawVocabulary.Gateway);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
