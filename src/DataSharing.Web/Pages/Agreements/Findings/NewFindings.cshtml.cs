using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Findings;

/// <summary>
/// What checks have newly found on the agreements in force that one may see, the newest first: for auditors, and for whoever keeps an eye
/// on all.
/// </summary>
[MembersOnly]
public sealed class NewFindingsModel(DataSharingDbContext db, SignedIn signedIn) : PageModel
{
    private const int PageSize = 50;
    private const int MostWalked = 2000;

    /// <summary>However few of them are what is asked for.</summary>
    private const int MostLooked = 10_000;

    [FromQuery]
    public FindingState? State { get; set; }

    [FromQuery]
    public FindingCause? Cause { get; set; }

    [FromQuery]
    public Severity? Severity { get; set; }

    /// <summary>Only what is the matter of the organisation that one acts for.</summary>
    [FromQuery]
    public bool Mine { get; set; }

    /// <summary>The finding at which the page before ended.</summary>
    [FromQuery]
    public Guid? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>What is the same of several places of one agreement, said once.</summary>
    public IEnumerable<IReadOnlyList<Row>> Sentences =>
        Rows.GroupBy(row => row with { Id = default, Owner = "" }).Select(same => same.ToList());

    public Guid? Next { get; private set; }

    /// <summary>The page ended before it was full, and there may be more.</summary>
    public bool IsCutShort { get; private set; }

    public bool IsFiltered => Mine || (State, Cause, Severity) is not (null, null, null);

    /// <summary>Open, unless something else is asked for.</summary>
    public FindingState Shown => State ?? FindingState.Open;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = await signedIn.ActorAsync();
        var visible = db.AgreementVersions.AsNoTracking().VisibleTo(actor, db);
        var filter = new FindingFilter(Shown, Cause, Severity, Mine, actor.Organisation);
        var looked = filter.Among(db.LiveFindings, After).OrderByDescending(f => f.Id).Take(MostLooked);

        // Whoever sees few of many agreements is not made to wait until all findings were looked at.
        var walked = filter.Of(looked).OrderByDescending(f => f.Id).Take(MostWalked);
        var page = await (
            from f in walked.AsNoTracking()
            join v in visible on f.VersionId equals v.Id
            join a in db.Agreements on v.AgreementId equals a.Id
            join owner in db.Organisations on f.Owner equals owner.Id
            orderby f.Id descending
            select new Row(
                f.Id,
                a.Reference.Value,
                VersionStates.InForce.Contains(v.Status)
                && !visible.Any(o => o.AgreementId == v.AgreementId && VersionStates.InPreparation.Contains(o.Status))
                    ? null
                    : v.Ordinal,
                v.Label.ToString(),
                v.Title,
                f.RuleId,
                f.Severity,
                f.Cause,
                f.Message,
                owner.Details.Name,
                f.FoundAt,
                f.Answer != null,
                f.ClearedAt
            )
        )
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        Rows = [.. page.Take(PageSize)];
        Next =
            page.Count > PageSize
                ? Rows[^1].Id
                : await walked
                    .OrderByDescending(f => f.Id)
                    .Skip(MostWalked - 1)
                    .Concat(looked.OrderByDescending(f => f.Id).Skip(MostLooked - 1))
                    .OrderByDescending(f => f.Id)
                    .Select(f => (Guid?)f.Id)
                    .FirstOrDefaultAsync(cancellationToken);
        IsCutShort = page.Count <= PageSize && Next is not null;
    }

    /// <param name="Ordinal">Of the version; null where the agreement's own address shows that version.</param>
    public sealed record Row(
        Guid Id,
        string Reference,
        int? Ordinal,
        string Label,
        string? Title,
        string RuleId,
        Severity Severity,
        FindingCause Cause,
        string Message,
        string Owner,
        DateTimeOffset FoundAt,
        bool IsAnswered,
        DateTimeOffset? ClearedAt
    );
}
