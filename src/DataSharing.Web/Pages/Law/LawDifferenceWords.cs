using System.Globalization;
using System.Text.Json.Nodes;
using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>A member of two law books in words.</summary>
internal static class LawDifferenceWords
{
    public static string Of(MemberDifference member, JsonNode? value) =>
        value switch
        {
            null => "–",
            JsonArray { Count: 0 } => member.Name == "openTo" ? "Anyone" : "None",
            JsonArray purposes when member.Name == "allowedPurposeCodes" => string.Join(
                "; ",
                purposes.Select(code => GatewayPurposes.InWords(code!.ToString()))
            ),
            JsonArray list => string.Join(
                "; ",
                list.Select(item =>
                    item is JsonObject body ? SpecifiedBodies.Write(body) : LawMember.ChoiceOf(member.Name, item!.ToString()).TrimEnd('.')
                )
            ),
            JsonValue flag when flag.TryGetValue<bool>(out var yes) => yes ? "Yes" : "No",
            JsonValue text
                when DateOnly.TryParseExact(
                    text.ToString(),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                ) => day.InWords(),
            _ when member.Name == "status" && Enum.TryParse<LegalStatus>(value.ToString(), out var status) => Standings.InWords(status),
            _ => LawMember.ChoiceOf(member.Name, value.ToString()),
        };

    /// <summary>"what is saved now also has “this”, and does not have “that”": of a list only the lines that differ.</summary>
    public static string SavedNow(IReadOnlyList<string> saved, IReadOnlyList<string> typed) =>
        (Quoted(saved.Except(typed)), Quoted(typed.Except(saved))) switch
        {
            ("", "") => "what is saved now has the same lines otherwise",
            ("", var fewer) => $"what is saved now does not have {fewer}",
            (var more, "") => $"what is saved now also has {more}",
            var (more, fewer) => $"what is saved now also has {more}, and does not have {fewer}",
        };

    public static string SavedNow(string saved) => $"what is saved now says “{saved}”";

    /// <summary>Of a new or removed entry: what it says, not what it leaves open.</summary>
    public static bool IsWorthSaying(MemberDifference member) =>
        (member.Before ?? member.After) switch
        {
            JsonArray { Count: 0 } => false,
            JsonValue flag when flag.TryGetValue<bool>(out var yes) => yes,
            _ => member.Name is not ("kind" or "name" or "code"),
        };

    private static string Quoted(IEnumerable<string> lines) => string.Join("; ", lines.Select(line => $"“{line}”"));
}
