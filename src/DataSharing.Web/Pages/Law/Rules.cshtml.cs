using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Law;

/// <summary>
/// Every rule that checks an agreement: by topic, or what a search finds. Findings lead here with the rule's number in the query. In a
/// fragment it leads to the rule too, for the number stands once on whatever the page shows, with a link where the rule itself does not.
/// </summary>
[MembersOnly]
public sealed class RulesModel(DataSharingDbContext db, BusinessClock clock, RuleFirings firings) : PageModel
{
    /// <summary>The topic that stands for the whole catalogue on one page, to print it.</summary>
    public const string AllTopics = "all";

    /// <summary>What is more than this is shown by topic first.</summary>
    private const int MostAtOnce = 20;

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public string? Severity { get; set; }

    [FromQuery]
    public string? Source { get; set; }

    [FromQuery]
    public string? Topic { get; set; }

    /// <summary>The number of one rule.</summary>
    [FromQuery]
    public string? Id { get; set; }

    public LawBook Book { get; private set; } = null!;

    public RuleSearch Search { get; private set; } = null!;

    public IReadOnlyList<RuleEntry> Rows { get; private set; } = [];

    /// <summary>How often rules fire; null where no rule is shown.</summary>
    public FiringCount? Firings { get; private set; }

    /// <summary>Only part of the catalogue was asked for.</summary>
    public bool IsFiltered => Rows.Count < RuleEntry.In(Book).Count();

    /// <summary>The topics are shown, with the numbers of their rules.</summary>
    public bool IsOverview => Search.Topic is null && Topic != AllTopics && Rows.Count > MostAtOnce;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Book = (await clock.CriteriaAsync()).LawBook;
        Search = RuleSearch.Of(Q, Severity, Source, Topic, Id);
        Rows = Search.Find(Book);
        if (!IsOverview && Rows.Count > 0)
        {
            Firings = await firings.CountAsync(db, cancellationToken);
        }
    }

    /// <summary>The topics of what was found, each with its lines.</summary>
    public IEnumerable<(RuleTopic Topic, IReadOnlyList<RuleEntry> Rules)> Topics =>
        from topic in AgreementRules.Topics
        let rules = Rows.Where(rule => rule.Topics.Contains(topic)).ToList()
        where rules.Count > 0
        select (topic, (IReadOnlyList<RuleEntry>)rules);

    public static int Numbers(IEnumerable<RuleEntry> rules) => rules.DistinctBy(rule => rule.Id).Count();
}
