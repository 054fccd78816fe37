using System.Globalization;
using System.Text.Json.Nodes;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.TagHelpers;

namespace DataSharing.Web.Pages.Law;

/// <summary>How a member of an entry is asked for.</summary>
public enum LawMemberShape
{
    Text,
    LongText,

    /// <summary>One a line.</summary>
    Lines,
    Date,
    Flag,
    OneOf,
    SeveralOf,

    /// <summary>A whole number among the choices.</summary>
    NumberOf,

    /// <summary>One body a line, its members parted by semicolons.</summary>
    Bodies,
}

/// <summary>A member of the law book's file: what it is called, how it is asked for, and to and fro between file and form.</summary>
/// <param name="Name">As in the file.</param>
public sealed partial record LawMember(string Name, string Label, LawMemberShape Shape, string? Hint = null)
{
    public bool Required { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>A flag that a file leaves out where it holds.</summary>
    public bool IsTrueUnlessSaid { get; private init; }

    /// <summary>What an entry of the kind has, in the order of the form. The code is asked for apart: it never changes.</summary>
    public static IReadOnlyList<LawMember> Of(string kind) => [.. First, .. OfKind.Single(k => k.Key.Name == kind).Value];

    /// <summary>A member as people know it, of whatever kind of entry; countries have some of their own.</summary>
    public static string LabelOf(string name) =>
        name switch
        {
            "code" => "Code",
            "kind" => "Kind",
            "country" => "Country code",
            "condition" => "Condition",
            _ => Find(name)?.Label ?? name,
        };

    /// <summary>What a choice of the member is called; itself if it is none.</summary>
    public static string ChoiceOf(string name, string value) =>
        Find(name)?.Choices.FirstOrDefault(choice => choice.Value == value)?.Text ?? value;

    /// <summary>What the form shows of a member: one text, or the chosen ones.</summary>
    public IReadOnlyList<string> Show(JsonObject entry) =>
        (Shape, entry[Name]) switch
        {
            (LawMemberShape.Flag, null) => IsTrueUnlessSaid ? ["true"] : [],
            (_, null) => [],
            (LawMemberShape.Flag, var flag) => flag.GetValue<bool>() ? ["true"] : [],
            (LawMemberShape.Bodies, JsonArray bodies) =>
            [
                string.Join('\n', bodies.Select(body => SpecifiedBodies.Write(body!.AsObject()))),
            ],
            (LawMemberShape.Lines, JsonArray lines) => [string.Join('\n', lines.Select(line => line!.GetValue<string>()))],
            (LawMemberShape.Date, var day) => DateOnly.Parse(day.GetValue<string>(), CultureInfo.InvariantCulture) is var date
                ?
                [
                    date.Day.ToString(CultureInfo.InvariantCulture),
                    date.Month.ToString(CultureInfo.InvariantCulture),
                    date.Year.ToString(CultureInfo.InvariantCulture),
                ]
                : [],
            (_, JsonArray several) => [.. several.Select(one => one!.ToString())],
            var (_, one) => [one.ToString()],
        };

    /// <summary>Where two people said different things: what the saved entry says.</summary>
    public string SavedNow(JsonObject saved, JsonObject typed) =>
        Shape is LawMemberShape.Lines or LawMemberShape.Bodies
            ? LawDifferenceWords.SavedNow(LinesOf(string.Concat(Show(saved))), LinesOf(string.Concat(Show(typed))))
        : saved[Name] is null ? "what is saved now says nothing"
        : LawDifferenceWords.SavedNow(LawDifferenceWords.Of(new MemberDifference(Name, null, saved[Name]), saved[Name]));

    /// <summary>Puts what was typed or chosen into the entry.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Take(IReadOnlyList<string> typed, JsonObject entry)
    {
        var before = entry[Name] is JsonArray list ? list.Select(one => one!.ToString()).ToList() : [];
        entry.Remove(Name);
        if (typed.Select(PlainText.Objection).FirstOrDefault(objection => objection is not null) is { } objection)
        {
            return $"{Label}: {objection}";
        }

        string[] texts = [.. typed.Select(PlainText.Normalise).Where(text => text.Length > 0)];
        var longest = Shape is LawMemberShape.Bodies ? Gateway.SpecifiedPersonsMaxLength : LawEntry.TextMaxLength;
        if (texts.Any(text => text.Length > longest))
        {
            return $"{Label} must be {longest:N0} characters or fewer";
        }

        if (texts.Length == 0 && IsTrueUnlessSaid)
        {
            entry[Name] = false;
            return null;
        }

        if (texts.Length == 0)
        {
            var isChosen = Shape is LawMemberShape.OneOf or LawMemberShape.NumberOf or LawMemberShape.SeveralOf;
            return Required ? $"{Label}: {(isChosen ? "choose" : "enter")} it" : null;
        }

        switch (Shape)
        {
            case LawMemberShape.Flag:
                entry[Name] = true;
                return null;
            case LawMemberShape.Date:
                var date = new DateInput
                {
                    Day = typed.ElementAtOrDefault(0),
                    Month = typed.ElementAtOrDefault(1),
                    Year = typed.ElementAtOrDefault(2),
                };
                entry[Name] = date.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                return date.Value is null ? $"{Label} must be a real date, like 27 3 2027" : null;
            case LawMemberShape.NumberOf:
                entry[Name] = Choices.Any(choice => choice.Value == texts[0]) ? int.Parse(texts[0], CultureInfo.InvariantCulture) : null;
                return entry[Name] is null ? $"{Label}: choose one of the list" : null;
            case LawMemberShape.OneOf:
                entry[Name] = texts[0];
                return Choices.Any(choice => choice.Value == texts[0]) ? null : $"{Label}: choose one of the list";
            case LawMemberShape.SeveralOf:
                // What was there keeps its place, so that only what differs is told as a difference.
                entry[Name] = new JsonArray([
                    .. texts
                        .OrderBy(text => before.IndexOf(text) is var at && at < 0 ? int.MaxValue : at)
                        .Select(text => JsonValue.Create(text)),
                ]);
                return texts.All(text => Choices.Any(choice => choice.Value == text)) ? null : $"{Label}: choose of the list";
            case LawMemberShape.Lines:
                entry[Name] = new JsonArray([.. LinesOf(texts[0]).Select(text => JsonValue.Create(text))]);
                return null;
            case LawMemberShape.Bodies:
                var (bodies, wrong) = SpecifiedBodies.Read(texts[0]);
                entry[Name] = bodies;
                return wrong is null ? null : $"{Label}: {wrong}";
            default:
                entry[Name] = texts[0];
                return null;
        }
    }

    /// <summary>
    /// Where nothing that was typed can be taken, something stands in for it, so that the rest of the entry can be looked at all the same.
    /// </summary>
    public void StandIn(JsonObject entry, JsonObject saved) =>
        entry[Name] =
            saved[Name]?.DeepClone()
            ?? (Required, Shape) switch
            {
                (false, _) or (_, LawMemberShape.Date or LawMemberShape.Flag or LawMemberShape.Bodies) => null,
                (_, LawMemberShape.OneOf) => Choices[0].Value,
                (_, LawMemberShape.NumberOf) => int.Parse(Choices[0].Value, CultureInfo.InvariantCulture),
                (_, LawMemberShape.SeveralOf) => new JsonArray(Choices[0].Value),
                (_, LawMemberShape.Lines) => new JsonArray("–"),
                _ => "–",
            };

    public static string[] LinesOf(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static LawMember? Find(string name) =>
        First.Concat(OfKind.Values.SelectMany(members => members)).FirstOrDefault(member => member.Name == name);
}
