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

    /// <summary>Reads what a form carried; nothing if somebody tampered with it.</summary>
    public static JsonObject Parse(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? [] : JsonNode.Parse(json) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    public static bool AreEqual(JsonObject left, JsonObject right) => JsonNode.DeepEquals(left, right);
}
