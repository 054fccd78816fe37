using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DataSharing.Domain.Law;

/// <summary>
/// Why a file could not be read as a law book, in the words of whoever writes one: which line, or which entry and which of its members.
/// </summary>
internal static partial class LawFileTrouble
{
    private const int LongestQuoted = 60;

    /// <param name="exception">What the reader of JSON said.</param>
    public static LawProblem Of(Exception exception, ReadOnlySpan<byte> utf8)
    {
        try
        {
            using var file = JsonDocument.Parse(utf8.ToArray());
            return file.RootElement.ValueKind is JsonValueKind.Object
                ? InFile(exception, file.RootElement)
                : new LawProblem(null, "The file holds no law book: a book is written between braces, with its number, title and entries.");
        }
        catch (JsonException broken)
        {
            return new LawProblem(
                null,
                string.Create(
                    CultureInfo.GetCultureInfo("en-GB"),
                    $"Line {broken.LineNumber + 1:N0} is not JSON from its character {broken.BytePositionInLine + 1:N0} on. "
                        + $"Look there for a comma, bracket or quotation mark that is missing or too many."
                )
            );
        }
    }

    private static LawProblem InFile(Exception exception, JsonElement file)
    {
        string[] path =
        [
            .. Steps()
                .Matches(PathOf(exception))
                .Select(step => step.Groups["name"].Success ? step.Groups["name"].Value : step.Groups["place"].Value),
        ];
        var (whose, rest, at) =
            path is [("entries" or "adequateCountries") and var list, var place, .. var within]
            && file.TryGetProperty(list, out var items)
            && items.ValueKind is JsonValueKind.Array
            && int.TryParse(place, CultureInfo.InvariantCulture, out var i)
            && i < items.GetArrayLength()
                ? (NameOf(items[i], list, i), within, items[i])
                : (file.TryGetProperty("code", out var code) ? code.ToString() : null, path, file);
        return new LawProblem(whose, InWords(exception, rest, at), [.. rest.Take(1)]);
    }

    private static string NameOf(JsonElement item, string list, int i) =>
        item.ValueKind is JsonValueKind.Object
        && item.TryGetProperty(list == "entries" ? "code" : "country", out var code)
        && code.ValueKind is JsonValueKind.String
            ? code.GetString()!
            : $"{(list == "entries" ? "Entry" : "Country")} {i + 1}";

    // The reader names what is missing after "including".
    private static string Missing(string says) =>
        string.Join(", ", Quoted().Matches(says[says.IndexOf("including", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value));

    // The reader tells its reasons apart by their words alone; what is not among these is told by its place.
    private static string InWords(Exception exception, string[] member, JsonElement at)
    {
        var (says, name) = (exception.Message, Named(member));
        return says switch
        {
            _ when exception is NotSupportedException || says.Contains("discriminator", StringComparison.Ordinal) =>
                $"its kind is missing, or none that the portal knows. It is one of {string.Join(", ", LawCode.Kinds)}.",
            _ when says.Contains("missing required", StringComparison.Ordinal) =>
                $"{(name.Length == 0 ? "it" : name)} lacks {Missing(says)}.",
            _ when says.Contains("could not be mapped", StringComparison.Ordinal) =>
                $"“{Quoted().Match(says).Groups[1].Value}” is nothing that a book says. Look how it is written: capital letters matter.",
            _ when says.Contains("uplicate", StringComparison.Ordinal) => $"“{Quoted().Match(says).Groups[1].Value}” stands there twice.",
            _ when says.Contains("null", StringComparison.Ordinal) && says.Contains("nullab", StringComparison.Ordinal) =>
                $"{name} holds null. Leave it out, or say something.",
            _ => $"{(name.Length == 0 ? "it" : name)} is not written as it must be{Value(member, at)}. Look how other entries write it.",
        };
    }

    /// <summary>"specifiedPersons 2, side": places are counted from 1, as people count.</summary>
    private static string Named(string[] member) =>
        string.Concat(
            member.Select(
                (step, i) =>
                    int.TryParse(step, CultureInfo.InvariantCulture, out var place) ? $" {place + 1}"
                    : i == 0 ? step
                    : $", {step}"
            )
        );

    private static string Value(string[] member, JsonElement at)
    {
        foreach (var step in member)
        {
            if (
                at.ValueKind is JsonValueKind.Array
                && int.TryParse(step, CultureInfo.InvariantCulture, out var i)
                && i < at.GetArrayLength()
            )
            {
                at = at[i];
            }
            else if (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(step, out at))
            {
                return "";
            }
        }

        return member.Length > 0 && at.GetRawText() is { Length: <= LongestQuoted } raw ? $": it says {raw}" : "";
    }

    // Only JsonException has it apart; the other one says it in its message.
    private static string PathOf(Exception exception) =>
        (exception as JsonException)?.Path ?? PathInMessage().Match(exception.Message).Groups[1].Value;

    [GeneratedRegex(@"Path: (\S+)")]
    private static partial Regex PathInMessage();

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\['(?<name>[^']+)'\]|\[(?<place>\d+)\]")]
    private static partial Regex Steps();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
