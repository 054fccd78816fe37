using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Persistence;
using DataSharing.Web.Pages.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Law;

/// <summary>A round of checks as its page shows it.</summary>
/// <param name="StoppedBy">Empty where nobody stopped it.</param>
/// <param name="Failures">For an administrator.</param>
public sealed record ShownRound(Recheck Round, string StoppedBy, IReadOnlyList<ShownFailure> Failures)
{
    internal static async Task<IReadOnlyList<ShownRound>> ReadAsync(
        DataSharingDbContext db,
        IReadOnlyList<Recheck> rounds,
        bool forAdministrator,
        CancellationToken cancellationToken
    )
    {
        var names = await Names.ReadAsync(db, rounds.Select(r => r.StoppedBy), [], cancellationToken);
        var failures = forAdministrator
            ? await FailuresAsync(db, [.. rounds.Where(r => r.Failed > 0).Select(r => r.Id)], cancellationToken)
            : [];
        return
        [
            .. rounds.Select(r => new ShownRound(
                r,
                r.StoppedBy is { } person ? names.Of(person) : "",
                [.. failures.Where(f => f.Round == r.Id)]
            )),
        ];
    }

    private static async Task<List<ShownFailure>> FailuresAsync(
        DataSharingDbContext db,
        Guid[] rounds,
        CancellationToken cancellationToken
    ) =>
        await (
            from failure in db.RecheckFailures
            where rounds.Contains(failure.RecheckId)
            join version in db.AgreementVersions on failure.VersionId equals version.Id
            join agreement in db.Agreements on version.AgreementId equals agreement.Id
            orderby agreement.Reference
            select new ShownFailure(failure.RecheckId, agreement.Reference.Value, failure.Reason)
        ).ToListAsync(cancellationToken);
}

/// <summary>An agreement that a round could not check.</summary>
public sealed record ShownFailure(Guid Round, string Reference, string Reason);
