using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>Answers of a part, as a tree.</summary>
internal static class AgreementAnswers
{
    /// <summary>The record of the content that holds these answers; an item without its id gets one that means nothing.</summary>
    public static T As<T>(JsonObject answers)
        where T : class
    {
        var record = answers.DeepClone().AsObject();
        if (typeof(T).IsAssignableTo(typeof(IItem)))
        {
            record["id"] ??= "new";
        }

        return record.Deserialize<T>(AgreementJson.Options)!;
    }

    /// <summary>What a form says that it was shown with; nothing where it cannot be, for the browser may say anything.</summary>
    public static JsonObject Readable<T>(JsonObject? shown)
        where T : class
    {
        try
        {
            _ = As<T>(shown ?? []);
            return shown ?? [];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return [];
        }
    }

    /// <summary>The answers by their questions, so that each can be compared by itself.</summary>
    public static JsonObject ByQuestion(ContentPart part, JsonObject answers) =>
        new(
            part.Questions.Select(question => KeyValuePair.Create(question, ContentPointer.Resolve(answers, question)?.DeepClone()))
                .Where(answer => answer.Value is not null)
        );

    public static bool AreEqual(JsonObject left, JsonObject right) => JsonNode.DeepEquals(left, right);
}
