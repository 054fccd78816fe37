using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;

namespace DataSharing.Web.Pages.Law;

/// <summary>
/// What is asked of the catalogue of rules. Whatever the address says that is not a choice of the form counts as not said.
/// </summary>
public sealed record RuleSearch(string Words, Severity? Severity, RuleSource? Source, RuleTopic? Topic, string? Id)
{
    public static RuleSearch Of(string? words, string? severity, string? source, string? topic, string? id) =>
        new(
            words?.Trim() ?? "",
            Choice<Severity>(severity),
            Choice<RuleSource>(source),
            AgreementRules.Topics.FirstOrDefault(t => t.Slug == topic),
            string.IsNullOrWhiteSpace(id) ? null : id.Trim()
        );

    public IReadOnlyList<RuleEntry> Find(LawBook book)
    {
        var words = Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. RuleEntry
                .In(book)
                .Where(rule =>
                    rule.Mentions(words)
                    && (Severity is null || rule.Severity == Severity)
                    && (Source is null || rule.Source == Source)
                    && (Topic is null || rule.Topics.Contains(Topic))
                    && (Id is null || rule.Id.Equals(Id, StringComparison.OrdinalIgnoreCase))
                ),
        ];
    }

    // By name only: Enum.TryParse takes numbers too.
    private static T? Choice<T>(string? name)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (T?)value).FirstOrDefault(value => value.ToString() == name);
}
