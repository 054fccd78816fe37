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

/// <summary>
/// What one may see, acting for the organisation one has chosen: one row for each agreement, with its newest visible version and the one in
/// force, if that is another.
/// </summary>
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

        var newest = db.AgreementVersions.AsNoTracking().NewestVisibleTo(actor, db);
        var inForce = db.AgreementVersions.AsNoTracking().VisibleTo(actor, db).Where(v => VersionStates.InForce.Contains(v.Status));
        var shown = newest.Select(v => v.Id).Concat(inForce.Select(v => v.Id));
        var wanted = db.AgreementVersions.Where(v => shown.Contains(v.Id));

        if (State is { } state)
        {
            wanted = wanted.Where(v => v.Status == state);
        }

        if (Q?.Trim() is { Length: > 0 } typed)
        {
            wanted = wanted.Mentioning(typed.Length <= LongestSearch ? typed : typed[..LongestSearch], db);
        }

        var rows =
            from v in IsFiltered ? newest.Where(v => wanted.Any(w => w.AgreementId == v.AgreementId)) : newest
            join a in db.Agreements on v.AgreementId equals a.Id
            from f in inForce.Where(f => f.AgreementId == v.AgreementId && f.Id != v.Id).DefaultIfEmpty()
            select new
            {
                v,
                f,
                a.Reference,
                Due = v.NextDate == null ? f.NextDate ?? NoDate
                : f.NextDate == null || v.NextDate <= f.NextDate ? v.NextDate.Value
                : f.NextDate.Value,
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
                r.Due,
                r.f == null ? null : new InForceBeside(r.f.Ordinal, r.f.Label, r.f.Status, r.f.NextDate),
                db.LiveFindings.Count(f =>
                    (f.VersionId == r.v.Id || f.VersionId == r.f!.Id) && f.ClearedAt == null && f.Severity == Severity.Error
                ),
                db.LiveFindings.Count(f =>
                    (f.VersionId == r.v.Id || f.VersionId == r.f!.Id) && f.ClearedAt == null && f.Severity == Severity.Warning
                )
            ))
            .ToListAsync(cancellationToken);

        Rows = [.. page.Take(PageSize)];
        Next =
            page.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{Rows[^1].Due:yyyy-MM-dd}_{Rows[^1].Reference}") : null;
    }

    /// <summary>What happens on the next date of a version, in words.</summary>
    public string NextDateIs(VersionStatus status, DateOnly next) =>
        status switch
        {
            VersionStatus.InApproval => next < Today ? "a decision was due" : "a decision is due",
            VersionStatus.AwaitingSignatures => next < Today ? "a signature was due" : "a signature is due",
            _ when VersionStates.BeingWritten.Contains(status) => "planned start",
            VersionStatus.Approved => "starts",
            _ => "review or end",
        };

    private (DateOnly Due, AgreementReference Reference)? Cursor() =>
        After?.Split('_') is [var due, var last]
        && DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && AgreementReference.TryParse(last, out var reference)
            ? (day, reference)
            : null;

    /// <summary>The version in force of an agreement whose newest version is another.</summary>
    public sealed record InForceBeside(int Ordinal, VersionLabel Label, VersionStatus Status, DateOnly? NextDate);

    /// <param name="Due">The sooner of the next dates of both versions: the order of the list.</param>
    /// <param name="Errors">That checks have found since it was agreed, and that are open.</param>
    public sealed record Row(
        string Reference,
        string? Title,
        IReadOnlyList<string> PartyNames,
        VersionStatus Status,
        RiskTier? RiskTier,
        DateOnly? NextDate,
        DateOnly Due,
        InForceBeside? InForce,
        int Errors,
        int Warnings
    );
}
