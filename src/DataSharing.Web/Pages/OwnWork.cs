using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages;

/// <summary>What a person may work at: drafts, and agreements in force on which something is newly found. One query for both.</summary>
internal static class OwnWork
{
    private const int Shown = 10;

    internal static async Task<(IReadOnlyList<DraftItem> Drafts, IReadOnlyList<FoundItem> Found, int FoundInAll)> ForAsync(
        SignedInPerson person,
        DataSharingDbContext db,
        CancellationToken cancellationToken
    )
    {
        var drafting = person.Organisations.Where(o => o.Roles.Contains(Role.IgOfficer)).Select(o => o.Id).ToArray();
        var invited = person
            .Actors.Where(a => AgreementPermissions.For(AgreementAction.Contribute, a).Any())
            .Select(a => a.Organisation)
            .ToArray();
        var answering = person
            .Actors.Where(a => AgreementPermissions.For(AgreementAction.AnswerFinding, a).Any())
            .Select(a => a.Organisation)
            .ToArray();
        var all = person.Organisations.Select(o => o.Id).ToArray();

        // An answer makes an error nobody's task, but does not put it right: it stays in sight until it is gone.
        var open = db.LiveFindings.Where(f =>
            answering.Contains(f.Owner) && f.ClearedAt == null && (f.Answer == null || f.Severity == Severity.Error)
        );

        // After a release there may be findings on a hundred thousand agreements: the first of them, errors before warnings, by the findings' own index.
        // They take no place from the drafts.
        var first = open.GroupBy(f => f.VersionId)
            .Select(g => new
            {
                VersionId = g.Key,
                IsAnswered = g.All(f => f.Answer != null),
                Errors = g.Count(f => f.Severity == Severity.Error),
                Since = g.Min(f => f.FoundAt),
            })
            .OrderBy(g => g.IsAnswered)
            .ThenByDescending(g => g.Errors > 0)
            .ThenBy(g => g.Since)
            .ThenBy(g => g.VersionId)
            .Take(Shown)
            .Select(g => g.VersionId);
        var ids = first.Concat(db.AgreementVersions.Where(v => VersionStates.BeingWritten.Contains(v.Status)).Select(v => v.Id));
        var rows = await (
            from v in db.AgreementVersions.AsNoTracking().Where(v => ids.Contains(v.Id))
            join a in db.Agreements on v.AgreementId equals a.Id
            let isOurs = drafting.Contains(a.DraftingOrganisation)
            let isFound = VersionStates.InForce.Contains(v.Status)
            where
                isFound
                || isOurs
                || (
                    v.Status == VersionStatus.InPartnerReview
                    && v.Access.Any(access => access.Relation == Relation.InvitedParty && invited.Contains(access.Organisation))
                )
            orderby isFound descending, a.ChangedAt descending
            select new
            {
                a.Reference,
                v.Label,
                v.Title,
                a.ChangedAt,
                v.Kind,
                isOurs,
                isFound,
                Comments = db.Comments.Count(c =>
                    c.VersionId == v.Id && c.ResolvedAt == null && (c.Audience == Audience.AllParties || all.Contains(c.Organisation))
                ),
                Findings = open.Where(f => f.VersionId == v.Id)
                    .Select(f => new
                    {
                        f.Severity,
                        f.Cause,
                        f.FoundAt,
                        IsAnswered = f.Answer != null,
                    })
                    .ToList(),
                FoundInAll = open.Select(f => f.VersionId).Distinct().Count(),
            }
        )
            .Take(2 * Shown)
            .AsSingleQuery()
            .ToListAsync(cancellationToken);

        return (
            [
                .. rows.Where(r => !r.isFound)
                    .Take(Shown)
                    .Select(r => new DraftItem(
                        r.Reference.Value,
                        r.Label.ToString(),
                        r.Title,
                        r.ChangedAt,
                        r.isOurs && r.Kind is VersionKind.AfterReturn,
                        !r.isOurs,
                        r.Comments
                    )),
            ],
            [
                .. rows.Where(r => r.isFound)
                    .Select(r => new FoundItem(
                        r.Reference.Value,
                        r.Label.ToString(),
                        r.Title,
                        r.Findings.Count(f => f.Severity is Severity.Error && !f.IsAnswered),
                        r.Findings.Count(f => f.Severity is Severity.Warning),
                        r.Findings.Count(f => f.IsAnswered),
                        [.. r.Findings.Select(f => f.Cause).Distinct().Order()],
                        r.Findings.Min(f => f.FoundAt)
                    ))
                    .OrderBy(item => item.Errors + item.Warnings == 0)
                    .ThenByDescending(item => item.Errors > 0)
                    .ThenBy(item => item.Since),
            ],
            rows.Count == 0 ? 0 : rows[0].FoundInAll
        );
    }
}

public sealed record DraftItem(
    string Reference,
    string Label,
    string? Title,
    DateTimeOffset ChangedAt,
    bool Returned,
    bool Invited,
    int OpenComments
);

/// <param name="Errors">That nobody has answered yet.</param>
/// <param name="Answered">Errors that somebody has answered and that are still there.</param>
public sealed record FoundItem(
    string Reference,
    string Label,
    string? Title,
    int Errors,
    int Warnings,
    int Answered,
    IReadOnlyList<FindingCause> Causes,
    DateTimeOffset Since
);
