using System.Text.Json.Nodes;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>
/// What a form says, what it said when it was shown, and what is saved by now: a field that the person left alone takes what is saved, and one that nobody else changed
/// takes what was typed. Only what both changed, and differently, is for the person to decide.
/// </summary>
/// <param name="Fields">As they can be saved; where there is a conflict, as typed.</param>
/// <param name="Kept">The fields that the person left alone and somebody else changed.</param>
/// <param name="Conflicts">The fields that both changed, and differently.</param>
internal sealed record ThreeWay(JsonObject Fields, IReadOnlySet<string> Kept, IReadOnlySet<string> Conflicts)
{
    /// <param name="shown">Null if it is not known: then whatever differs was typed.</param>
    public static ThreeWay Meet(JsonObject? shown, JsonObject typed, JsonObject saved)
    {
        var (fields, kept, conflicts) = (new JsonObject(), new HashSet<string>(), new HashSet<string>());
        foreach (var name in typed.Concat(saved).Select(field => field.Key).Distinct())
        {
            var (mine, theirs) = (typed[name], saved[name]);
            var isLeftAlone = shown is not null && JsonNode.DeepEquals(mine, shown[name]);
            if (!JsonNode.DeepEquals(mine, theirs))
            {
                if (isLeftAlone)
                {
                    kept.Add(name);
                }
                else if (shown is null || !JsonNode.DeepEquals(theirs, shown[name]))
                {
                    conflicts.Add(name);
                }
            }

            if ((isLeftAlone ? theirs : mine) is { } value)
            {
                fields[name] = value.DeepClone(); // what is not said is not written: null is no member of a file
            }
        }

        return new ThreeWay(fields, kept, conflicts);
    }
}
