using System.Globalization;
using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>What one may see, acting for the organisation one has chosen: of each agreement its newest visible version.</summary>
[MembersOnly]
public sealed class IndexModel(DataSharingDbContext db, SignedIn signedIn, BusinessClock clock) : PageModel
{
    private const int PageSize = 25;
    private const int LongestSearch = 200;

    private static readonly DateOnly NoDate = DateOnly.MaxValue;

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public VersionStatus? State { get; set; }

    /// <summary>Where the page before ended: the next date and the reference of its last row.</summary>
    [FromQuery]
    public string? After { get; set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public bool MayImport { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || State is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = await signedIn.ActorAsync();
        Today = await clock.TodayAsync();
        MayImport = Agreement.MayDraft(actor);

        var versions = db.AgreementVersions.AsNoTracking().NewestVisibleTo(actor, db);

        if (State is { } state)
        {
            versions = versions.Where(v => v.Status == state);
        }

        if (Q?.Trim() is { Length: > 0 } typed)
        {
            versions = versions.Mentioning(typed.Length <= LongestSearch ? typed : typed[..LongestSearch], db);
        }

        var rows =
            from v in versions
            join a in db.Agreements on v.AgreementId equals a.Id
            select new
            {
                v,
                a.Reference,
                Due = v.NextDate ?? NoDate,
            };

        if (Cursor() is var (due, last))
        {
            rows = rows.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.Due, r.Reference), ValueTuple.Create(due, last)));
        }

        var page = await rows.OrderBy(r => r.Due)
            .ThenBy(r => r.Reference)
            .Take(PageSize + 1)
            .Select(r => new Row(
                r.Reference.Value,
                r.v.Title,
                r.v.PartyNames,
                r.v.Status,
                r.v.RiskTier,
                r.v.NextDate,
                db.LiveFindings.Count(f => f.VersionId == r.v.Id && f.ClearedAt == null && f.Severity == Severity.Error),
                db.LiveFindings.Count(f => f.VersionId == r.v.Id && f.ClearedAt == null && f.Severity == Severity.Warning)
            ))
            .ToListAsync(cancellationToken);

        Rows = [.. page.Take(PageSize)];
        Next =
            page.Count > PageSize
                ? string.Create(CultureInfo.InvariantCulture, $"{Rows[^1].NextDate ?? NoDate:yyyy-MM-dd}_{Rows[^1].Reference}")
                : null;
    }

    private (DateOnly Due, AgreementReference Reference)? Cursor() =>
        After?.Split('_') is [var due, var last]
        && DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && AgreementReference.TryParse(last, out var reference)
            ? (day, reference)
            : null;

    /// <param name="Errors">That checks have found since it was agreed, and that are open.</param>
    public sealed record Row(
        string Reference,
        string? Title,
        IReadOnlyList<string> PartyNames,
        VersionStatus Status,
        RiskTier? RiskTier,
        DateOnly? NextDate,
        int Errors,
        int Warnings
    )
    {
        /// <summary>What happens on the next date, in words.</summary>
        public string NextDateIs(DateOnly today) =>
            Status switch
            {
                VersionStatus.InApproval => NextDate < today ? "a decision was due" : "a decision is due",
                VersionStatus.AwaitingSignatures => NextDate < today ? "a signature was due" : "a signature is due",
                VersionStatus.Draft or VersionStatus.InPartnerReview => "planned start",
                VersionStatus.Approved => "starts",
                _ => "review or end",
            };
    }
}
