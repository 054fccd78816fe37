using System.Text.Json.Nodes;

namespace DataSharing.Web.Forms;

/// <summary>
/// What a form says, what it said when it was shown, and what is saved by now: a field that the person left alone takes what is saved, and
/// one that nobody else changed takes what was typed. What both changed, and differently, is always for the person to decide.
/// </summary>
/// <param name="Fields">As they can be saved; where there is a conflict, as typed.</param>
/// <param name="Kept">The fields that the person left alone and somebody else changed.</param>
/// <param name="Mine">The fields that the person changed and nobody else.</param>
/// <param name="Conflicts">The fields that both changed, and differently.</param>
public sealed record ThreeWay(JsonObject Fields, IReadOnlySet<string> Kept, IReadOnlySet<string> Mine, IReadOnlySet<string> Conflicts)
{
    /// <param name="shown">Null if it is not known: then whatever differs was typed.</param>
    public static ThreeWay Meet(JsonObject? shown, JsonObject typed, JsonObject saved)
    {
        var fields = new JsonObject();
        HashSet<string> kept = [],
            mine = [],
            conflicts = [];
        foreach (var name in typed.Concat(saved).Select(field => field.Key).Distinct())
        {
            var isLeftAlone = shown is not null && JsonNode.DeepEquals(typed[name], shown[name]);
            if (!JsonNode.DeepEquals(typed[name], saved[name]))
            {
                var group =
                    isLeftAlone ? kept
                    : shown is not null && JsonNode.DeepEquals(saved[name], shown[name]) ? mine
                    : conflicts;
                group.Add(name);
            }

            if ((isLeftAlone ? saved[name] : typed[name]) is { } value)
            {
                fields[name] = value.DeepClone(); // what is not said is not written: null is no member of a file
            }
        }

        return new ThreeWay(fields, kept, mine, conflicts);
    }
}
