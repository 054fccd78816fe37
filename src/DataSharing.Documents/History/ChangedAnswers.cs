using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;

namespace DataSharing.Documents.History;

/// <summary>Each answer of one save that differs, before and after.</summary>
internal static class ChangedAnswers
{
    public static IEnumerable<string> Of(AnswersChanged change) =>
        (change.Path.Length > 0 ? ContentPart.OfItem(change.Path) : ContentPart.Of(change.Section)) is { } part
            ? part
                .Questions.Where(question =>
                    !JsonNode.DeepEquals(ContentPointer.Resolve(change.Was, question), ContentPointer.Resolve(change.Is, question))
                )
                .Select(question =>
                    $"{ContentGuide.For(part.Path + question).Label}: {Said(change.Was, question)} became {Said(change.Is, question)}"
                )
            : [];

    private static string Said(JsonObject answers, string question) =>
        ContentPointer.Resolve(answers, question) switch
        {
            null => "not answered",
            JsonValue value when value.GetValueKind() is JsonValueKind.String => $"“{value}”",
            JsonArray items => string.Join(", ", items.Select(item => item!.ToString())),
            var value => value.ToJsonString(),
        };
}
