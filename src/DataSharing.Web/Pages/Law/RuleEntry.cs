using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Web.Pages.Agreements;

namespace DataSharing.Web.Pages.Law;

/// <summary>
/// A line of the catalogue: one thing that a rule says. Rules that say the same for the same reason, and look for it in several
/// places, are one line.
/// </summary>
/// <param name="Topics">Mostly one; several where it is looked for in several parts of an agreement.</param>
public sealed record RuleEntry(
    string Id,
    Severity Severity,
    RuleSource Source,
    string Says,
    bool OnlyForPersonalData,
    IReadOnlyList<string> Citations,
    IReadOnlyList<RuleTopic> Topics,
    int FirstBook,
    int LastBook
)
{
    // What a message names, and the words for any of it; the longer ones first.
    private static readonly (string Of, string Any)[] General =
    [
        (
            "{org} has: {has}. For {dataset} ({kind}), {expected} is expected.",
            "The organisation has an assurance, but none of the kind that the data asks for."
        ),
        ("in {sector}", "in the public sector"),
        (" For example: {example}.", ""),
        ("Nothing in {dataset}", "Nothing in the dataset"),
        ("“{exemption}”", "the exemption"),
        ("“{area}” is no", "this is no"),
        ("{area} is in {nation}, where", "an area is in a nation where"),
        ("“{result}”", "a result"),
        ("“{document}” was erased", "the document was erased"),
        ("{cited} Cite one", "No cited law sets confidence aside. Cite one"),
        ("{because} Cite the power", "What is cited lets nobody share. Cite the power"),
        ("\"{purpose}\"", "the purpose"),
        ("{source} data", "this data"),
        ("“{identifier}” of {org}", "an identifier of the organisation"),
        (" Nothing is recorded for what {org} holds of: {datasets}.", " Nothing is recorded yet."),
        (" {because} Not covered yet: {orgs}.", " Every controller must be covered."),
        (
            "{country} is approved in part only: {condition} Confirm it",
            "the country is approved in part only. Confirm that its condition is met"
        ),
        ("; {org} is {activity}", ""),
        ("{country}", "the country"),
        ("before {day}", "before their first day"),
        ("{org}", "the organisation"),
        ("{provision}", "the provision"),
        ("It is for: {users}. ", ""),
        ("{verb} data by", "send or receive data by"),
        ("may {verb} data", "may send or receive data"),
        (", at “{detail}”", ", at the paragraph that is cited"),
        ("{holder}", "the organisation"),
        ("{enactment}", "the enactment"),
        ("as {code}", "as one of its own"),
        ("{reference}", "what its law asks for"),
        ("unless {needs}", "unless the exemption has what it needs"),
        ("but {what}:", "but acts as a controller:"),
        ("“{field}”", "a field"),
        ("under {age}", "under the age of digital consent"),
        (": “{criteria}” fixes nothing", ""),
        ("\n{purpose} is none", "the purpose is none"),
        (", and {purpose} is none", ", and the purpose is none"),
        ("{gateway}", "the gateway"),
        ("{route} applies in {nations} only", "the route applies in some nations only"),
        ("{document}", "the document"),
        ("{expires}", "expires"),
        ("{expired}", "expired"),
        ("on {date}", "on a day"),
        ("by {date}", "in time"),
        ("{limit}", "the portal’s limit"),
        (": {found}", ""),
        (": “{phrase}”", ""),
        ("{day}", "the day by which it is judged"),
        (" {renew}", " Renew it, or name other evidence."),
        ("{ref}", "another one"),
        ("{nation}", "the party’s nation"),
        ("{activity}", "what it does with the data"),
    ];

    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        .. AgreementRules
            .All.GroupBy(rule =>
                (rule.Id, rule.Severity, rule.Source, rule.Message, rule.OnlyForPersonalData, rule.FirstBook, rule.LastBook)
            )
            .Select(same => new RuleEntry(
                same.Key.Id,
                same.Key.Severity,
                same.Key.Source,
                InGeneral(same.Key.Message),
                same.Key.OnlyForPersonalData,
                [.. same.SelectMany(rule => rule.Law).Distinct()],
                [.. AgreementRules.Topics.Where(topic => same.Any(topic.Rules.Contains))],
                same.Key.FirstBook,
                same.Key.LastBook
            )),
    ];

    /// <summary>What the rules say where agreements are judged by this book.</summary>
    public static IEnumerable<RuleEntry> In(LawBook book) =>
        All.Where(rule => rule.FirstBook <= book.Number && book.Number <= rule.LastBook);

    /// <summary>How many rules a person counts: those with a number.</summary>
    public static int CountIn(LawBook book) => In(book).DistinctBy(rule => rule.Id).Count();

    public bool BlocksEmergencyStart => Severity is Severity.Error && AgreementRules.BlockEmergencyStart.Contains(Id);

    /// <summary>Law, Code of practice or Portal policy.</summary>
    public string SourceInWords => Capital(Source.InWords());

    public string Effect =>
        Severity switch
        {
            Severity.Error => "Blocks submission",
            Severity.Warning => "Needs a justification",
            _ => "For your information",
        };

    public bool Mentions(IEnumerable<string> words)
    {
        var text = string.Join('\n', [Id, Says, .. Citations]);
        return words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A finding names who and what; the catalogue speaks of any of them.</summary>
    public static string InGeneral(string message) =>
        Capital(General.Aggregate(message, (text, words) => text.Replace(words.Of, words.Any, StringComparison.Ordinal)));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
