using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages;

/// <summary>What checks have newly found on agreements in force and a person may answer for one of their organisations.</summary>
internal static class FoundWork
{
    private const int Shown = 10;

    internal static async Task<(IReadOnlyList<FoundItem> Items, int InAll)> ForAsync(SignedInPerson person, DataSharingDbContext db, CancellationToken cancellationToken)
    {
        var answering = person.Actors.Where(a => AgreementPermissions.For(AgreementAction.AnswerFinding, a).Any()).Select(a => a.Organisation).ToArray();
        if (answering.Length == 0)
        {
            return ([], 0);
        }

        var open = db.LiveFindings.AsNoTracking().Where(f => answering.Contains(f.Owner) && f.ClearedAt == null && f.Answer == null);

        // The first by the findings' own index, before anything else is asked: after a release there may be a hundred thousand.
        var first = open.GroupBy(f => f.VersionId)
            .Select(g => new { VersionId = g.Key, Errors = g.Count(f => f.Severity == Severity.Error), Warnings = g.Count(f => f.Severity == Severity.Warning), Since = g.Min(f => f.FoundAt) })
            .OrderByDescending(g => g.Errors > 0).ThenBy(g => g.Since).ThenBy(g => g.VersionId).Take(Shown);
        var rows = await (
            from g in first
            join v in db.AgreementVersions on g.VersionId equals v.Id
            join a in db.Agreements on v.AgreementId equals a.Id
            orderby g.Errors > 0 descending, g.Since, g.VersionId
            select new
            {
                a.Reference,
                v.Label,
                v.Title,
                g.Errors,
                g.Warnings,
                g.Since,
                Causes = open.Where(f => f.VersionId == g.VersionId).Select(f => f.Cause).Distinct().ToList(),
                InAll = open.Select(f => f.VersionId).Distinct().Count()
            }).AsSingleQuery().ToListAsync(cancellationToken);
        return (
            [.. rows.Select(r => new FoundItem(r.Reference.Value, r.Label.ToString(), r.Title, r.Errors, r.Warnings, [.. r.Causes.Order()], r.Since))],
            rows.Count == 0 ? 0 : rows[0].InAll);
    }
}

public sealed record FoundItem(
    string Reference, string Label, string? Title, int Errors, int Warnings, IReadOnlyList<FindingCause> Causes, DateTimeOffset Since);
