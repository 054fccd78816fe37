using DataSharing.Domain.Rules;
using DataSharing.Web.Pages.Agreements;

namespace DataSharing.Web.Pages.Law;

/// <summary>
/// A line of the catalogue: one thing that a rule says. Rules that say the same for the same reason, and look for it in several
/// places, are one line.
/// </summary>
/// <param name="Topics">Mostly one; several where it is looked for in several parts of an agreement.</param>
public sealed record RuleEntry(
    string Id, Severity Severity, RuleSource Source, string Says, bool OnlyForPersonalData, IReadOnlyList<string> Citations, IReadOnlyList<RuleTopic> Topics)
{
    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        .. AgreementRules.All
            .GroupBy(rule => (rule.Id, rule.Severity, rule.Source, rule.Message, rule.OnlyForPersonalData))
            .Select(same => new RuleEntry(
                same.Key.Id, same.Key.Severity, same.Key.Source, InGeneral(same.Key.Message), same.Key.OnlyForPersonalData,
                [.. same.SelectMany(rule => rule.Law).Distinct()],
                [.. AgreementRules.Topics.Where(topic => same.Any(topic.Rules.Contains))]))
    ];

    /// <summary>How many rules a person counts: those with a number.</summary>
    public static int Rules => All.DistinctBy(rule => rule.Id).Count();

    public bool BlocksEmergencyStart => Severity is Severity.Error && AgreementRules.BlockEmergencyStart.Contains(Id);

    /// <summary>Law, Code of practice or Portal policy.</summary>
    public string SourceInWords => Capital(Source.InWords());

    public string Effect => Severity switch
    {
        Severity.Error => "Blocks submission",
        Severity.Warning => "Needs a justification",
        _ => "For your information"
    };

    public bool Mentions(IEnumerable<string> words)
    {
        var text = string.Join('\n', [Id, Says, .. Citations]);
        return words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A finding names who and what; the catalogue speaks of any of them.</summary>
    public static string InGeneral(string message)
    {
        var text = message
            .Replace("\"{purpose}\"", "the purpose", StringComparison.Ordinal)
            .Replace("{source} data", "this data", StringComparison.Ordinal)
            .Replace("{org}", "the organisation", StringComparison.Ordinal)
            .Replace("{provision}", "the provision", StringComparison.Ordinal)
            .Replace("{gateway}", "the gateway", StringComparison.Ordinal)
            .Replace("{document}", "the document", StringComparison.Ordinal)
            .Replace("on {date}", "on a day", StringComparison.Ordinal)
            .Replace("by {date}", "in time", StringComparison.Ordinal)
            .Replace("{limit}", "the portal’s limit", StringComparison.Ordinal)
            .Replace(": {found}", "", StringComparison.Ordinal)
            .Replace(": “{phrase}”", "", StringComparison.Ordinal)
            .Replace("{day}", "the day by which it is judged", StringComparison.Ordinal)
            .Replace(" {renew}", " Renew it, or name other evidence.", StringComparison.Ordinal)
            .Replace("{ref}", "another one", StringComparison.Ordinal)
            .Replace("{nation}", "the party’s nation", StringComparison.Ordinal)
            .Replace("{activity}", "what it does with the data", StringComparison.Ordinal);
        return Capital(text);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
