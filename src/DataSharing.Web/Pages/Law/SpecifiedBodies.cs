using System.Text.Json.Nodes;
using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>The bodies that a gateway specifies as lines of text.</summary>
internal static class SpecifiedBodies
{
    private static readonly string[] Members = ["organisation", "name", "side", "purposeCode", "validFrom", "validTo", "note"];

    public static string Write(JsonObject body) => PastedLine.Write(Members.Select(member => body[member]?.GetValue<string>()));

    /// <returns>The bodies as far as they could be read, and what is wrong with the first line that could not.</returns>
    public static (JsonArray Bodies, string? Wrong) Read(string text)
    {
        var bodies = new JsonArray();
        foreach (var line in PastedLine.Of(text, Members.Length))
        {
            if (Objection(line) is { } wrong)
            {
                return (bodies, $"line {line.Number} {wrong}");
            }

            bodies.Add(
                new JsonObject(
                    Members
                        .Zip(line.Cells)
                        .Where(x => x.Second.Length > 0)
                        .Select(x => KeyValuePair.Create(x.First, (JsonNode?)JsonValue.Create(x.Second)))
                )
            );
        }

        return (bodies, null);
    }

    private static string? Objection(PastedLine line) =>
        line.Cells.Count < 3 ? "has an identifier, a name and a side, parted by semicolons"
        : !SpecifiedPerson.IsWritten(line.Cells[0])
            ? $"begins with “{line.Cells[0]}”, which is not written as scheme:value, "
                + "or as scheme:beginning* for every identifier that begins so"
        : line[1] is null ? "has no name"
        : !Enum.GetNames<SpecifiedSide>().Contains(line[2]) ? $"says “{line[2]}”: write Sender, Recipient or Both"
        : line.NoDayIn(4, 5);
}
