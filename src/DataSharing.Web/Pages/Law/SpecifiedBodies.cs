using System.Globalization;
using System.Text.Json.Nodes;
using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>The bodies that a gateway specifies as lines of text, so that a whole schedule can be pasted from a table.</summary>
internal static class SpecifiedBodies
{
    private static readonly string[] Members = ["organisation", "name", "side", "purposeCode", "validFrom", "validTo", "note"];

    public static string Write(JsonObject body) => string.Join("; ", Members.Select(member => body[member]?.GetValue<string>() ?? "")).TrimEnd(';', ' ');

    /// <returns>The bodies as far as they could be read, and what is wrong with the first line that could not.</returns>
    public static (JsonArray Bodies, string? Wrong) Read(string text)
    {
        var bodies = new JsonArray();
        foreach (var (line, number) in text.Split('\n').Select((line, i) => (line.Trim(), i + 1)).Where(x => x.Item1.Length > 0))
        {
            string[] cells = [.. line.Split(';', '\t').Select(cell => cell.Trim())];
            var wrong = cells switch
            {
                { Length: < 3 } => "has an identifier, a name and a side, parted by semicolons",
                { Length: > 7 } => "has more than seven parts",
                _ when cells[0].Split(':') is not [{ Length: > 0 }, { Length: > 0 }] => $"begins with “{cells[0]}”, which is not written as scheme:value",
                _ when cells[1].Length == 0 => "has no name",
                _ when !Enum.GetNames<SpecifiedSide>().Contains(cells[2]) => $"says “{cells[2]}”: write Sender, Recipient or Both",
                _ => Dates(cells).FirstOrDefault(cell => !DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) is { } day
                    ? $"says “{day}”: write a day as 2027-03-31"
                    : null
            };
            if (wrong is not null)
            {
                return (bodies, $"line {number} {wrong}");
            }

            bodies.Add(new JsonObject(Members.Zip(cells).Where(x => x.Second.Length > 0).Select(x => KeyValuePair.Create(x.First, (JsonNode?)JsonValue.Create(x.Second)))));
        }

        return (bodies, null);
    }

    private static IEnumerable<string> Dates(string[] cells) => cells.Skip(4).Take(2).Where(cell => cell.Length > 0);
}
