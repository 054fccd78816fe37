using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Documents.Narrative;

/// <summary>What the items of an agreement and the questions about them are called where they stand alone.</summary>
public static class ItemNames
{
    /// <summary>The innermost item that a place is in, or is itself; null if it is in none.</summary>
    public static string? ItemOf(string path) => Above(path).LastOrDefault(IsItem);

    /// <summary>The item and those that it is in, each with its kind: "Dataset: Referral record, field: Access notes".</summary>
    public static string Of(Answers answers, string item) =>
        string.Join(
            ", ",
            Above(item)
                .Where(IsItem)
                .Select((path, i) => $"{(i == 0 ? Answers.LabelOf(path) : Words.Within(Answers.LabelOf(path)))}: {NameOf(answers, path)}")
        );

    /// <summary>The label of a question, with those of the answers that it is a part of: "Lookup controls: Volume limit".</summary>
    public static string QuestionAt(string path) =>
        string.Join(": ", Above(path).SkipWhile(above => ItemOf(path) is { } item && above.Length <= item.Length).Select(Answers.LabelOf));

    /// <summary>Where it is on the way from the section: "Data flows: Kirklees Council to Homefield Support, method".</summary>
    public static string PlaceOf(Answers answers, string path)
    {
        var names = Above(path).Where(IsItem).Select(item => NameOf(answers, item, isBrief: true)).ToList();
        if (path.Length > 0 && !IsItem(path) && ContentShape.At(path) is not ListShape { Element: RecordShape })
        {
            names.Add(names.Count > 0 ? Words.Within(Answers.LabelOf(path)) : Answers.LabelOf(path));
        }

        var section = CodeLabels.Of(ContentGuide.For(path).Section);
        return names.Count == 0 ? section : $"{section}: {string.Join(", ", names)}";
    }

    /// <summary>What tells an item from the others in its list: its name, the parties it is between, or the first text it has.</summary>
    /// <param name="isBrief">A provision without its citation.</param>
    public static string NameOf(Answers answers, string item, bool isBrief = false)
    {
        var id = ContentPointer.Steps(item)[^1];
        var name = ContentShape.PatternOf(item) switch
        {
            "/purposes/*" => answers.PurposeName(id),
            "/flows/*" => Joined(answers, item, " to ", "from", "to"),
            "/legalLines/*" => Joined(answers, item, ", ", "party", "activity", "purpose"),
            "/retention/*" => Joined(answers, item, ", ", "party", "datasetId"),
            "/legalLines/*/s1/*" or "/legalLines/*/gateways/*" => ProvisionAt(answers, item, isBrief),
            "/parties/*/identifiers/*" => Joined(answers, item, " ", "scheme", "value"),
            _ => null,
        };
        return string.IsNullOrEmpty(name) ? FirstText(answers, item) ?? id : name;
    }

    private static string? ProvisionAt(Answers answers, string item, bool isBrief) =>
        OtherEnactmentAt(answers, item) ?? BookEntryAt(answers, item, isBrief);

    /// <summary>An enactment that the book does not hold is known by its own title and section.</summary>
    private static string? OtherEnactmentAt(Answers answers, string item) =>
        answers.Texts($"{item}/code") is [(Gateway.OtherEnactment, _)] && answers.Texts($"{item}/otherTitle") is [var (title, _)]
            ? answers.Texts($"{item}/otherSection") is [var (section, _)]
                ? $"{title}, {section}"
                : title
            : null;

    private static string? BookEntryAt(Answers answers, string item, bool isBrief) =>
        answers.Texts($"{item}/code") is [var (code, _)] && answers.LawBook.Find(code) is { } entry
            ? isBrief
                ? entry.Name
                : $"{entry.Name}, {entry.Citation}"
            : null;

    private static string Joined(Answers answers, string item, string separator, params string[] members) =>
        string.Join(separator, members.SelectMany(member => answers.Texts($"{item}/{member}").Select(text => text.Text)));

    private static string? FirstText(Answers answers, string item) =>
        (ContentShape.At(item) as RecordShape)
            ?.Members.OrderByDescending(member => member.Name is "name") // a party is first of all its identifier
            .Where(member => member.Shape is TextShape { IsId: false } or ChoiceShape)
            .Select(member => answers.Texts(ContentPointer.Append(item, member.Name)).Select(text => text.Text).FirstOrDefault())
            .FirstOrDefault(text => text is not null);

    private static bool IsItem(string path) => ContentShape.At(path) is RecordShape { IsItem: true };

    /// <summary>The places on the way, and the place itself.</summary>
    private static List<string> Above(string path) =>
        ContentPointer
            .Steps(path)
            .Aggregate(new List<string>(), (above, step) => [.. above, ContentPointer.Append(above.LastOrDefault() ?? "", step)]);
}
