using System.ComponentModel.DataAnnotations.Schema;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Law;

/// <summary>Every rule that checks an agreement. Findings lead here: the anchor is the rule's id.</summary>
[MembersOnly]
public sealed class RulesModel(DataSharingDbContext db, BusinessClock clock) : PageModel
{
    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public string? Severity { get; set; }

    [FromQuery]
    public string? Source { get; set; }

    public LawBook Book { get; private set; } = null!;

    public IReadOnlyList<RuleEntry> Rows { get; private set; } = [];

    /// <summary>How often a rule fires, by its id.</summary>
    public IReadOnlyDictionary<string, Firing> Firings { get; private set; } = new Dictionary<string, Firing>();

    public string Words => Q?.Trim() ?? "";

    public bool IsFiltered => Rows.Count < RuleEntry.All.Count;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Book = (await clock.CriteriaAsync()).LawBook;
        Firings = await CountAsync(cancellationToken);
        var words = Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var severity = Choice<Severity>(Severity);
        var source = Choice<RuleSource>(Source);

        Rows =
        [
            .. RuleEntry.All.Where(rule =>
                rule.Mentions(words) && (severity is null || rule.Severity == severity) && (source is null || rule.Source == source))
        ];
    }

    /// <summary>Over all agreements, whoever sees them: a number tells nothing of one.</summary>
    private async Task<Dictionary<string, Firing>> CountAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<FiringRow>(
            $"""
            SELECT rule_id, count(DISTINCT version_id) FILTER (WHERE is_live) AS live, count(DISTINCT version_id) FILTER (WHERE NOT is_live) AS submitted
            FROM (
                SELECT rule_id, version_id, false AS is_live FROM submission_findings
                UNION ALL SELECT rule_id, version_id, true FROM live_findings WHERE cleared_at IS NULL) AS findings
            GROUP BY rule_id
            """).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.RuleId, row => new Firing(row.Submitted, row.Live), StringComparer.Ordinal);
    }

    /// <param name="Submitted">In so many versions at their submission.</param>
    /// <param name="Live">In so many agreements in force it is newly found and open.</param>
    public sealed record Firing(long Submitted, long Live);

    private sealed record FiringRow([property: Column("rule_id")] string RuleId, [property: Column("live")] long Live, [property: Column("submitted")] long Submitted);

    // By name only: Enum.TryParse takes numbers too. What is not a choice of the form counts as not said.
    private static T? Choice<T>(string? name) where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => (T?)value).FirstOrDefault(value => value.ToString() == name);
}
