using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Rules;
using DataSharing.Persistence.Audit;
using DataSharing.Persistence.Law;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Agreements;

/// <summary>
/// Checks what is in force again, a batch in a transaction. Where a round was stopped, by a person or by a crash, it goes on after its last
/// batch. Every instance asks for work; the lock on the round's row lets one of them have it.
/// </summary>
public sealed class RecheckRounds(DataSharingDbContext db, LawShelf shelf)
{
    public const int BatchSize = 500;

    private static readonly VersionStatus[] InForce = [VersionStatus.Active, VersionStatus.Suspended];

    /// <summary>Begins the round of today, if nobody has.</summary>
    /// <returns>How many were begun: one or none.</returns>
    public Task<int> BeginNightAsync(CancellationToken cancellationToken = default) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO rechecks (id, reason, day, started_at, done, found, cleared)
        SELECT {Guid.CreateVersion7()}, 'Night', (portal_now() AT TIME ZONE 'Europe/London')::date, portal_now(), 0, 0, 0
        ON CONFLICT (day) WHERE reason = 'Night' DO NOTHING
        """,
        cancellationToken);

    /// <summary>Checks the next batch of the oldest round that is under way.</summary>
    /// <returns>False if there is nothing to do, or another instance does it.</returns>
    public async Task<bool> CheckBatchAsync(CancellationToken cancellationToken = default)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ids = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT id AS "Value" FROM rechecks WHERE finished_at IS NULL AND stopped_at IS NULL
            ORDER BY started_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancellationToken);
        if (ids is not [var id])
        {
            return false;
        }

        var round = await db.Rechecks.SingleAsync(r => r.Id == id, cancellationToken);
        if (round.Total is null)
        {
            round.Expect(await Versions(round).CountAsync(cancellationToken));
        }

        await CheckBatchAsync(round, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task CheckBatchAsync(Recheck round, CancellationToken cancellationToken)
    {
        var now = await db.NowAsync(cancellationToken);
        var criteria = await shelf.CurrentAsync(db, cancellationToken);
        var versions = await Versions(round)
            .AsNoTracking().AsSplitQuery()
            .Include(v => v.Editors).Include(v => v.Findings)
            .Include(v => v.Stages).ThenInclude(s => s.Decision)
            .Include(v => v.Stages).ThenInclude(s => s.CarriedDecision)
            .Include(v => v.Stages).ThenInclude(s => s.Signature)
            .OrderBy(v => v.Id).Take(BatchSize)
            .ToListAsync(cancellationToken);
        if (versions.Count == 0)
        {
            round.Note(null, 0, 0, 0, criteria, now);
            return;
        }

        var versionIds = versions.Select(v => v.Id).ToArray();
        var agreementIds = versions.Select(v => v.AgreementId).ToArray();
        var drafting = await db.Agreements.Where(a => agreementIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DraftingOrganisation, cancellationToken);
        var open = (await db.LiveFindings.Where(f => versionIds.Contains(f.VersionId) && f.ClearedAt == null).ToListAsync(cancellationToken)).ToLookup(f => f.VersionId);
        var (records, organisations) = await db.RecordsOfAsync(versions, cancellationToken);
        var before = await JudgedBeforeAsync(versions, round, cancellationToken);

        // Judging is pure and most of the work, so all cores do it; the database is asked and told by one.
        var rechecked = versions.AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(v => (Version: v, Result: RecheckedVersion.Of(
                v, criteria, before(v), records(v), [.. open[v.Id]], drafting[v.AgreementId], organisations, now)))
            .Where(x => x.Result.Found.Count + x.Result.Cleared.Count > 0)
            .ToList();

        foreach (var (version, result) in rechecked)
        {
            db.LiveFindings.AddRange(result.Found);
            foreach (var finding in result.Cleared)
            {
                finding.Clear(now);
            }

            db.AuditEvents.Add(AuditEvent.For(new VersionRechecked(
                version.AgreementId, version.Ordinal, version.ContentHash,
                [.. result.Found.Select(f => new FoundLive(f.RuleId, f.Severity, f.Path, f.Message, f.Cause))],
                [.. result.Cleared.Select(f => f.RuleId).Distinct()],
                criteria.LawBook.Number, criteria.Policy.Number, Act.OfThePortal, now)));
        }

        // So that those who take part are told: the agreement has changed.
        var changed = rechecked.Select(x => x.Version.AgreementId).ToArray();
        await db.Agreements.Where(a => changed.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.ChangedAt, now), cancellationToken);
        round.Note(versions[^1].Id, versions.Count, rechecked.Sum(x => x.Result.Found.Count), rechecked.Sum(x => x.Result.Cleared.Count), criteria, now);
    }

    private IQueryable<AgreementVersion> Versions(Recheck round)
    {
        var versions = db.AgreementVersions.Where(v => InForce.Contains(v.Status));
        if (round.After?.Value is { } after)
        {
            versions = versions.Where(v => ((Guid)(object)v.Id).CompareTo(after) > 0);
        }

        return round.Organisation is { } organisation ? versions.Where(v => v.Access.Any(a => a.Organisation == organisation)) : versions;
    }

    /// <summary>By what each version was judged before: the last whole round that it was in force for, else its submission.</summary>
    private async Task<Func<AgreementVersion, Criteria>> JudgedBeforeAsync(IReadOnlyList<AgreementVersion> versions, Recheck round, CancellationToken cancellationToken)
    {
        var last = await db.Rechecks.AsNoTracking()
            .Where(r => r.FinishedAt != null && r.Organisation == null && r.Id != round.Id)
            .OrderByDescending(r => r.StartedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var criteria = new Dictionary<(int LawBook, int Policy), Criteria>();
        foreach (var numbers in versions.Select(NumbersFor).Distinct())
        {
            criteria.Add(numbers, await shelf.CriteriaAsync(db, numbers.LawBook, numbers.Policy, cancellationToken));
        }

        return version => criteria[NumbersFor(version)];

        (int LawBook, int Policy) NumbersFor(AgreementVersion version) => last is { LawBookNumber: { } book, PolicyNumber: { } policy } && version.ActivatedAt < last.StartedAt
            ? (book, policy)
            : (version.LawBookNumber ?? 1, version.PolicyNumber ?? 1);
    }
}
