using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Law;

/// <summary>Every rule that checks an agreement. Findings lead here: the anchor is the rule's id.</summary>
[MembersOnly]
public sealed class RulesModel(BusinessClock clock) : PageModel
{
    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public string? Severity { get; set; }

    [FromQuery]
    public string? Source { get; set; }

    public LawBook Book { get; private set; } = null!;

    public IReadOnlyList<RuleEntry> Rows { get; private set; } = [];

    public string Words => Q?.Trim() ?? "";

    public bool IsFiltered => Rows.Count < RuleEntry.All.Count;

    public async Task OnGetAsync()
    {
        Book = (await clock.CriteriaAsync()).LawBook;
        var words = Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var severity = Choice<Severity>(Severity);
        var source = Choice<RuleSource>(Source);

        Rows =
        [
            .. RuleEntry.All.Where(rule =>
                rule.Mentions(words) && (severity is null || rule.Severity == severity) && (source is null || rule.Source == source))
        ];
    }

    // By name only: Enum.TryParse takes numbers too. What is not a choice of the form counts as not said.
    private static T? Choice<T>(string? name) where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => (T?)value).FirstOrDefault(value => value.ToString() == name);
}
