using System.Text.Json.Nodes;

namespace DataSharing.Domain.Content;

/// <summary>
/// Identifiers of organisations that come in with answers, from a form or a file. What is one of a known register gets the form in which
/// the register writes it; anything else stays as it is, and a rule asks for it.
/// </summary>
public static class WrittenIdentifiers
{
    /// <summary>Changes the answers.</summary>
    public static JsonObject InTheirForm(JsonObject answers)
    {
        if (Text(answers, "orgId") is { } orgId)
        {
            answers["orgId"] = IdentifierScheme.InItsForm(orgId);
        }

        if (Text(answers, "scheme") is { } code && Text(answers, "value") is { } value)
        {
            var scheme = IdentifierScheme.FindWritten(code);
            answers["scheme"] = scheme?.Code ?? code;
            answers["value"] = scheme?.Read(value).Value ?? value;
        }

        foreach (var (_, below) in answers)
        {
            foreach (
                var item in below is JsonArray list ? list.OfType<JsonObject>()
                : below is JsonObject one ? [one]
                : Enumerable.Empty<JsonObject>()
            )
            {
                InTheirForm(item);
            }
        }

        return answers;
    }

    private static string? Text(JsonObject answers, string name) =>
        answers[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
